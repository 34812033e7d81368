"""Somebody else in the student process's place: a thread at the other end of the socket."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, cast

from autograder.boundary.codec import Caps, pack, unpack
from autograder.boundary.session import Session
from autograder.model import Limits
from autograder.sandbox.process import Exit, StudentProcess

LIMITS = Limits(cell_cpu=0.2, call_cpu=0.2, wall_factor=2.0, frame_mib=1)
CAPS = Caps(frame_bytes=1 << 20)

Script = Callable[[socket.socket], None]


class Impostor:
    """A student process that is a thread with a script."""

    def __init__(self, script: Script) -> None:
        self.socket, self._end = socket.socketpair()
        self.pid = 0
        self.killed = False
        self._thread = threading.Thread(target=self._play, args=(script,), daemon=True)
        self._thread.start()

    def _play(self, script: Script) -> None:
        try:
            script(self._end)
        except (OSError, EOFError):
            pass
        finally:
            self._end.close()

    def cpu_seconds(self) -> float:
        return 0.0

    def kill(self) -> None:
        self.killed = True
        with suppress(OSError):  # the script may have ended by itself
            self._end.shutdown(socket.SHUT_RDWR)

    def wait(self, timeout: float) -> Exit:
        self._thread.join(timeout)
        return Exit(0, None, 0.0, 1.0, "ended by itself with exit code 0")


class Spawner:
    def __init__(self, script: Script) -> None:
        self.process = Impostor(script)

    def spawn(self) -> StudentProcess:
        return cast("StudentProcess", self.process)


@contextmanager
def against(script: Script) -> Iterator[Session]:
    """A session whose other end is the script; it is killed at the end in any case."""
    spawner = Spawner(script)
    session = Session(spawner, LIMITS)
    yield session
    session.close()
    assert spawner.process.killed


def read_body(end: socket.socket) -> bytes:
    """The next request as it came."""
    (size,) = struct.unpack("!I", _exactly(end, 4))
    return _exactly(end, size)


def read(end: socket.socket) -> list[Any]:
    """The next request's tokens."""
    return unpack(read_body(end), CAPS)


def _exactly(end: socket.socket, size: int) -> bytes:
    data = b""
    while len(data) < size:
        part = end.recv(size - len(data))
        if not part:
            raise EOFError
        data += part
    return data


def framed(tokens: list[Any]) -> bytes:
    return headed(pack(tokens, CAPS))


def headed(body: bytes) -> bytes:
    return struct.pack("!I", len(body)) + body


def reply(end: socket.socket, *tokens: Any) -> None:
    end.sendall(framed(list(tokens)))
