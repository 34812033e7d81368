"""What a student's values may do to the trusted process, its words and a check's own loops."""

from __future__ import annotations

import resource
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from autograder.boundary.codec import Caps
from autograder.boundary.memory import memory_ceiling
from autograder.errors import CodecError, ProcessDied
from autograder.model import CodeCell
from tests.boundary.conftest import LIMITS, Start
from tests.boundary.crossing import to_trusted

FORGE = """
import struct, sys, time, msgpack, os
def forge(*tokens):
    frame = sys._getframe(1)
    while "request" not in frame.f_locals: frame = frame.f_back
    body = msgpack.packb(["return", frame.f_locals["request"], 0, *tokens])
    os.write(3, struct.pack("!I", len(body)) + body)
    time.sleep(5)
"""


@pytest.mark.parametrize(
    "last_act",
    [
        "os._exit(77)",
        "forge(b'a', '<f8', 2, 77777, 3, 0, b'')",
        "forge(b'a', '<f8', 2, 77777, 77777, 0, b'')",
        "forge(b'l', 3, 'a' * 7777, *'b' * 7777)",
        "os.write(3, struct.pack('!I', 77 << 24))",
        "forge(b'g', 'PCG64', bytes(16), bytes(16), 0, 0, 77777, 4, 1, b'')",
        "forge(b'77')",
    ],
)
def test_a_death_tells_nothing_that_the_student_chose(start: Start, last_act: str) -> None:
    """The words reach feedback pages: a number in them could carry an input of a hidden check."""
    session = start(FORGE, f"def f(rng): {last_act}")
    with pytest.raises(ProcessDied) as caught:
        session.proxy("f")(np.random.default_rng(0))
    assert "77" not in str(caught.value)


@pytest.mark.parametrize(
    "raised", ["StopIteration", "StopAsyncIteration", "type('S', (StopIteration,), {})"]
)
def test_an_exception_that_ends_loops_arrives_as_another(start: Start, raised: str) -> None:
    """`for value in map(f, cases)` would judge nothing and pass."""
    f = start(f"def f(x): raise {raised}('over')").proxy("f")
    with pytest.raises(Exception, match="over") as caught:
        list(map(f, [1, 2]))
    assert type(caught.value) is Exception


def test_a_product_of_a_students_values_is_not_endless(start: Start) -> None:
    """A check's `x[0] * y[0]` of a text and a number is a MemoryError, told to the student."""
    session = start(
        """
def f(g):
    try: return g("a" * 10**5, 10**7)
    except MemoryError: return "refused"
""",
        limits=replace(LIMITS, memory_mib=256),
    )
    assert session.proxy("f")(lambda x, y: len(x * y)) == "refused"


def test_the_ceiling_is_lifted_after_a_call() -> None:
    """It is relative to what is taken, an inner one does not raise it, and nothing stays of it."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    with memory_ceiling(64):
        outer = resource.getrlimit(resource.RLIMIT_AS)
        with memory_ceiling(10_000):
            assert resource.getrlimit(resource.RLIMIT_AS) == outer
            with pytest.raises(MemoryError):
                bytearray(100 << 20)
        bytearray(1 << 20)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


def test_a_checks_function_is_not_given_much(start: Start) -> None:
    """An honest call that is too large is a TypeError where it stands; a forged one is the end."""
    session = start(
        """
def f(g):
    try: return g(np.zeros(10**6))
    except TypeError as error: return str(error)
""",
        "import autograder.boundary.codec as codec, sys\n"
        "def forged(g):\n"
        "    frame = sys._getframe(1)\n"
        "    while 'self' not in frame.f_locals: frame = frame.f_back\n"
        "    side = frame.f_locals['self']\n"
        "    side._callback_caps = codec.Caps(frame_bytes=1 << 26)\n"
        "    return g(np.zeros(10**6))",
    )
    assert "at most 4 MiB" in session.proxy("f")(lambda x: x)
    with pytest.raises(ProcessDied, match="more than it may"):
        session.proxy("forged")(lambda x: x)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (["a"] * 100 + ["b" * 20_000], "a long text among many values"),
        (dict.fromkeys(range(10_001)), "over 10,000 keys that are no text"),
    ],
    ids=["texts", "keys"],
)
def test_what_the_receiver_would_refuse_is_not_sent(value: Any, words: str) -> None:
    """An honest value of an unlucky shape is an error of the call, not the end of the process."""
    with pytest.raises(CodecError, match=words):
        to_trusted(value, Caps(frame_bytes=1 << 20))


def test_an_urgent_byte_is_a_byte(start: Start) -> None:
    """It must not make the grader look again and again at a socket that says it is readable."""
    session = start()
    urgent = (
        "import socket\ns = socket.socket(fileno=3)\ns.send(b'!', socket.MSG_OOB)\nwhile 1: pass"
    )
    with pytest.raises(ProcessDied, match="stopped in cell 2"):
        session.run_cell(CodeCell(2, urgent))
