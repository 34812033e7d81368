"""A student process to attack from inside, with every layer and with namespaces refused."""

from __future__ import annotations

import json
import os
import socket
import struct
import textwrap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autograder.model import Limits
from autograder.sandbox.layers import NAMESPACES
from autograder.sandbox.process import StudentProcess, Zygote

ENTRY = Path(__file__).with_name("entry.py")
MODES = {"every layer": (), "namespaces refused": NAMESPACES}


@dataclass
class Student:
    """A student process and the code it is given."""

    process: StudentProcess

    def send(self, source: str) -> None:
        data = textwrap.dedent(source).encode()
        self.process.socket.sendall(struct.pack("!I", len(data)) + data)

    def receive(self) -> list[Any] | None:
        """What the code answered or raised; None when the process is gone."""
        self.process.socket.settimeout(60)
        try:
            head = self.process.socket.recv(4, socket.MSG_WAITALL)
            if not head:
                return None
            size = struct.unpack("!I", head)[0]
            return list(json.loads(self.process.socket.recv(size, socket.MSG_WAITALL)))
        except ConnectionResetError:
            return None

    def run(self, source: str) -> Any:
        """The code's `answer`; it must neither raise nor die."""
        self.send(source)
        reply = self.receive()
        assert reply is not None, "the process died"
        assert reply[0] == "ok", reply
        return reply[1]

    def outcome(self, expression: str) -> str:
        """The name of what the expression raised, or its value as text."""
        self.send(f"import ctypes, os, socket, subprocess\nanswer = repr({expression})")
        reply = self.receive()
        return "died" if reply is None else str(reply[1])

    def outcomes(self, expressions: Iterable[str]) -> dict[str, str]:
        return {expression: self.outcome(expression) for expression in expressions}


@pytest.fixture(scope="session")
def make_zygote() -> Callable[..., Zygote]:
    """A zygote for the tests' entry module; keywords change what is usual."""

    def make(**changes: Any) -> Zygote:
        usual: dict[str, Any] = {
            "entry": str(ENTRY),
            "packages": ("numpy", "matplotlib", "ipython"),
            "limits": Limits(memory_mib=256, file_mib=4, submission_cpu=20),
            "files": {"notes.txt": b"shipped", "data/table.csv": b"1,2\n"},
        }
        return Zygote(**(usual | changes))

    return make


@pytest.fixture(scope="session", params=MODES)
def zygote(request: pytest.FixtureRequest, make_zygote: Callable[..., Zygote]) -> Iterator[Zygote]:
    """In each of MODES; weak, as without namespaces root may have to keep its user."""
    with make_zygote(without=MODES[request.param], allow_weak=True) as running:
        yield running


@pytest.fixture
def student(zygote: Zygote) -> Iterator[Student]:
    process = zygote.spawn()
    yield Student(process)
    process.close()
    process.wait(10)


@pytest.fixture(scope="session")
def new_student() -> Callable[[StudentProcess], Student]:
    return Student


@pytest.fixture
def gone() -> Callable[[int], bool]:
    """Whether a process has ended (a zombie has)."""

    def check(pid: int) -> bool:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        return state == "Z"

    return check


@pytest.fixture
def descriptors() -> Callable[[], int]:
    return lambda: len(os.listdir("/proc/self/fd"))
