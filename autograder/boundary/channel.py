"""The trusted end of the socket: frames in and out, under a CPU limit and a wall-clock backstop.

The conversation alternates strictly. A student process that speaks unasked, writes too much or does
not read is not waited for.
"""

from __future__ import annotations

import select
import socket
import struct
import time
from typing import Final, Protocol

from autograder.sandbox.process import StudentProcess

_POLL_MS: Final = 20
"""between two looks at the student's CPU clock"""
_LONGEST_WAIT: Final = 5 * _POLL_MS / 1000
"""seconds that one poll can count: a grader that was suspended has not waited"""
_CHUNK: Final = 1 << 18
_HEADER: Final = struct.Struct("!I")


class Ended(Exception):  # noqa: N818 - an event, which session.py puts into words
    """The other end is closed."""


class Broken(Exception):  # noqa: N818 - the same
    """The process has to be ended; the text says why, without the place."""


class Silent(Broken):
    """It was waited for in vain; on a busy machine that may be the machine's fault."""


class Allowance(Protocol):
    """What one request may cost."""

    def check(self) -> None:
        """Broken when it is used up."""

    def waited(self, seconds: float) -> None:
        """Count time that was spent waiting for the student process."""


class Channel:
    """Frames to and from one student process."""

    def __init__(self, process: StudentProcess, max_frame: int) -> None:
        self._socket = process.socket
        self._socket.setblocking(False)
        # An urgent byte counts as any other; else it would be there and not be readable.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_OOBINLINE, 1)
        self._max_frame = max_frame
        self._buffer = memoryview(bytearray(_CHUNK))
        self._readable = select.poll()
        self._readable.register(self._socket, select.POLLIN)
        self._both = select.poll()
        self._both.register(self._socket, select.POLLIN | select.POLLOUT)

    def send(self, body: bytes, allowance: Allowance) -> None:
        """Send a frame; the other side has nothing to say until it has it all."""
        if self._readable.poll(0):
            self._spoke_unasked()
        rest = memoryview(_HEADER.pack(len(body)) + body)
        while True:
            try:
                rest = rest[self._socket.send(rest) :]
            except BlockingIOError:
                pass
            except OSError:
                raise Ended from None
            if not rest:
                return
            began = time.monotonic()
            for _, event in self._both.poll(_POLL_MS):
                if event & select.POLLIN:
                    self._spoke_unasked()
            allowance.waited(min(time.monotonic() - began, _LONGEST_WAIT))
            allowance.check()

    def receive(self, allowance: Allowance) -> bytes:
        """The next frame's body, as soon as it is there."""
        data = bytearray()
        wanted = _HEADER.size
        while len(data) < wanted:
            began = time.monotonic()
            ready = self._readable.poll(_POLL_MS)
            allowance.waited(min(time.monotonic() - began, _LONGEST_WAIT))
            if not ready:
                allowance.check()
                continue
            chunk = self._chunk()
            if not data and _is_frame(chunk):
                return bytes(chunk[_HEADER.size :])  # as most are: short, and there at once
            data += chunk
            if len(data) >= _HEADER.size:
                (size,) = _HEADER.unpack_from(data)
                if size > self._max_frame:
                    raise Broken(f"it sent a message of over {self._max_frame >> 20:,} MiB")
                wanted = _HEADER.size + size
            if len(data) < wanted:
                allowance.check()
        if len(data) > wanted:
            raise Broken("it sent more than it was asked for")
        return bytes(memoryview(data)[_HEADER.size :])

    def _chunk(self) -> memoryview:
        """What is there now, up to a buffer's length; good until the next chunk."""
        try:
            count = self._socket.recv_into(self._buffer)
        except BlockingIOError:
            return self._buffer[:0]
        except OSError:
            raise Ended from None
        if not count:
            raise Ended
        return self._buffer[:count]

    def _spoke_unasked(self) -> None:
        if self._chunk():
            raise Broken("it sent something that it was not asked for")


def _is_frame(chunk: memoryview) -> bool:
    """Whether it is one frame, whole; a chunk is never larger than a frame may be."""
    size = len(chunk) - _HEADER.size
    return size >= 0 and _HEADER.unpack_from(chunk)[0] == size
