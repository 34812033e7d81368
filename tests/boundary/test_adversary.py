"""Somebody else in the student process's place may send any bytes: a value or a death results."""

from __future__ import annotations

import random
import socket
import time
from typing import Any

import numpy as np
import pytest

from autograder.boundary import codec
from autograder.boundary.failures import student_error_of
from autograder.errors import ProcessDied
from autograder.model import CodeCell
from tests.boundary.impostor import against, framed, read, reply

NO_CHANGES = 0


def test_a_right_reply_is_a_value() -> None:
    """The script can speak the protocol."""

    def script(end: socket.socket) -> None:
        request = read(end)
        reply(end, "return", request[1], 0, 42, NO_CHANGES)

    with against(script) as session:
        assert session.proxy("f")() == 42


BAD_REPLIES: dict[str, tuple[list[Any] | bytes, str]] = {
    "wrong id": (["return", 99, 0, 1, 0], "another number than the request's"),
    "late id": (["return", 0, 0, 1, 0], "another number than the request's"),
    "id is a bool": (["return", True, 0, 1, 0], "without a number"),
    "no id": (["return"], "without a number"),
    "unknown kind": (["pwn", 1, 0, 1, 0], "an unknown kind"),
    "wrong kind": (["done", 1, None], "an unknown kind"),
    "kind is a number": ([7, 1, 0], "something other than text"),
    "goes on": (["return", 1, 0, 1, 0, 5], "goes on after its end"),
    "ends early": (["return", 1, 0, codec.LIST, 3, 1], "something other than a count"),
    "negative peak": (["return", 1, -5, 1, 0], "something other than a count"),
    "no changes": (["return", 1, 0, 1], "ends too early"),
    "change of nothing": (["return", 1, 0, 1, 1, 7, codec.LIST, 0], "an object that is not there"),
    "change of kind": (["return", 1, 0, 1, 1, 0, codec.LIST, 0], "an object that is not there"),
    "change of shape": (
        ["return", 1, 0, 1, 1, 0, codec.ARRAY, "<f8", 1, 1, 0, bytes(8)],
        "a way that has no way back",
    ),
    "unknown function": (["callback", 1, 5, 0, 0], "a function that was not handed out"),
    "base exception": (
        ["raise", 1, "SystemExit", "", "", None, None, "", None, 0],
        "no built-in exception",
    ),
    "no msgpack": (b"\0\0\0\1\xc1", "no msgpack"),
    "empty": (b"\0\0\0\0", "no msgpack"),
    "oversize": (b"\xff\xff\xff\xff", "a message of over"),
    "two frames": (framed(["return", 1, 0, 1, 0]) * 2, "more than it was asked for"),
}


@pytest.mark.parametrize(("sent", "reason"), BAD_REPLIES.values(), ids=BAD_REPLIES.keys())
def test_a_bad_reply_ends_the_process(sent: list[Any] | bytes, reason: str) -> None:
    """Wrong numbers, wrong kinds, wrong sizes, one reply too many."""

    def script(end: socket.socket) -> None:
        read(end)
        end.sendall(sent if isinstance(sent, bytes) else framed(sent))
        end.recv(1)

    x = np.zeros(2)
    with against(script) as session, pytest.raises(ProcessDied, match=reason):
        session.proxy("f")(x)
    assert x.tolist() == [0, 0]


def test_a_reply_in_advance_ends_the_process() -> None:
    """Nobody speaks before being asked, and no old reply answers a new request."""

    def script(end: socket.socket) -> None:
        reply(end, "return", 1, 0, 42, NO_CHANGES)
        end.recv(1)

    with against(script) as session:
        time.sleep(0.05)
        with pytest.raises(ProcessDied, match="something that it was not asked for"):
            session.proxy("f")()


@pytest.mark.parametrize("sent", [b"", b"\0\0", b"\0\0\0\x09ab"], ids=["none", "header", "part"])
def test_silence_ends_the_process(sent: bytes) -> None:
    """After the backstop, without CPU time used."""

    def script(end: socket.socket) -> None:
        read(end)
        end.sendall(sent)
        end.recv(1)

    with against(script) as session, pytest.raises(ProcessDied, match=r"no answer for 0.4 s"):
        session.proxy("f")()


def test_a_trickle_ends_the_process() -> None:
    """One byte at a time does not keep the grader waiting for ever."""

    def script(end: socket.socket) -> None:
        read(end)
        for byte in b"\0\0\x0f\xff" + bytes(4000):
            end.sendall(bytes([byte]))
            time.sleep(0.005)

    began = time.monotonic()
    with against(script) as session, pytest.raises(ProcessDied, match="no answer"):
        session.proxy("f")()
    assert time.monotonic() - began < 3


def test_who_does_not_read_is_not_waited_for() -> None:
    """A large argument to a process that reads nothing, and to one that only writes."""

    def deaf(end: socket.socket) -> None:
        time.sleep(1)

    def flood(end: socket.socket) -> None:
        while True:
            end.sendall(bytes(1 << 16))

    for script, reason in ((deaf, "no answer"), (flood, "not asked for")):
        with against(script) as session, pytest.raises(ProcessDied, match=reason):
            session.proxy("f")(np.zeros(100_000))


def test_a_closed_connection_ends_the_process() -> None:
    """At once."""
    with against(read) as session, pytest.raises(ProcessDied, match="ended in f: ended by itself"):
        session.proxy("f")()


@pytest.mark.parametrize("answer", [["done", 1, None], ["done", 1]], ids=["none", "short"])
def test_cells_and_names_are_answered_as_strictly(answer: list[Any]) -> None:
    """A reply of another shape is no reply."""

    def script(end: socket.socket) -> None:
        read(end)
        reply(end, *answer)
        end.recv(1)

    with against(script) as session, pytest.raises(ProcessDied):
        session.defined(["f"])


def test_names_that_were_not_asked_for_are_not_defined() -> None:
    """The process cannot add names."""

    def script(end: socket.socket) -> None:
        read(end)
        reply(end, "done", 1, 2, "f", "np")

    with against(script) as session:
        assert session.defined(["f", "g"]) == {"f"}


def test_an_error_of_a_cell_is_cut_and_cleaned() -> None:
    """It is the impostor's text."""

    def script(end: socket.socket) -> None:
        read(end)
        reply(end, "done", 1, "ValueError", "K" * 9999, "\x1b" + "t" * 9999, 1, 2, "c" * 9999, None)

    with against(script) as session:
        error = session.run_cell(CodeCell(1, "x"))
    assert error is not None
    assert (len(error.kind), len(error.text), len(error.code)) == (100, 2000, 300)
    assert error.text.startswith("\ufffdt")


def test_endless_callbacks_cost_the_impostor_its_process() -> None:
    """They are counted, and waiting for them is too."""

    def script(end: socket.socket) -> None:
        read(end)
        while True:
            reply(end, "callback", 1, 0, 0, 0)
            read(end)
            time.sleep(0.002)

    began = time.monotonic()
    with against(script) as session, pytest.raises(ProcessDied, match=r"no answer for 0.4 s"):
        session.proxy("f")(lambda: None)
    assert time.monotonic() - began < 5


def test_any_bytes_are_a_value_or_a_death() -> None:
    """A thousand replies, from noise to nearly right ones; the check's own data stay intact."""
    source = random.Random(4)
    heads = [["return", 1, 0], ["raise", 1], ["callback", 1, 0], ["return", 1]]
    tags = [value for value in vars(codec).values() if type(value) is bytes]
    parts = [*tags, *tags, 0, 1, 2, 3, "<f8", "ValueError", None, 1.5, b"", bytes(16), "x", True]

    def script(end: socket.socket) -> None:
        read(end)
        if source.random() < 0.2:
            end.sendall(source.randbytes(source.randrange(1, 50)))
        else:
            tail = [source.choice(parts) for _ in range(source.randrange(12))]
            reply(end, *source.choice(heads), *tail)
        end.shutdown(socket.SHUT_WR)

    outcomes = {"value": 0, "error": 0, "death": 0, "ours": 0}
    for _ in range(1000):
        with against(script) as session:
            frozen = np.zeros(2)
            frozen.flags.writeable = False
            try:
                session.proxy("f")(frozen, lambda *a, **k: None)
                outcomes["value"] += 1
            except ProcessDied:
                outcomes["death"] += 1
            except Exception as error:
                outcomes["error" if student_error_of(error) else "ours"] += 1
            assert frozen.tolist() == [0, 0]
    assert outcomes["ours"] == 0
    assert outcomes["death"] > 500
