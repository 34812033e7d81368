"""Messages between trusted process, zygote and not yet confined child: small JSON objects.

A sequenced-packet socket keeps message borders, so several writers need no lock. It can carry a
descriptor, and the kernel stamps each message with its sender's process id, as the receiver sees
it.
"""

from __future__ import annotations

import array
import json
import select
import socket
import struct
from dataclasses import dataclass
from typing import Any

_MOST_BYTES = 1 << 16
_DESCRIPTORS = 4


@dataclass(frozen=True)
class Message:
    """`fields` as sent, `fd` a descriptor that came along, `pid` the sender (0: not asked for)."""

    fields: dict[str, Any]
    fd: int | None
    pid: int


class Closed(EOFError):  # noqa: N818 - named like the event
    """The other side is gone."""


class Channel:
    """One end. `identify`: stamp what arrives with the sender's process id."""

    def __init__(self, end: socket.socket, *, identify: bool = False) -> None:
        self._end = end
        if identify:
            end.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)

    def fileno(self) -> int:
        return self._end.fileno()

    def send(self, fields: dict[str, Any], fd: int | None = None) -> None:
        data = json.dumps(fields).encode()
        if len(data) > _MOST_BYTES:
            raise ValueError(f"a message of {len(data)} bytes, at most {_MOST_BYTES} may be sent")
        try:
            if fd is None:
                self._end.send(data)  # not sendmsg, which a confined child may not call
            else:
                passed = array.array("i", [fd])
                self._end.sendmsg([data], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, passed)])
        except (BrokenPipeError, ConnectionResetError) as error:
            raise Closed("the other side is gone") from error

    def wait(self, timeout: float) -> bool:
        """Whether there is something to receive, now or within `timeout` seconds."""
        poll = select.poll()
        poll.register(self._end, select.POLLIN)
        return bool(poll.poll(timeout * 1000))

    def receive(self, timeout: float | None = None) -> Message | None:
        """The next message; None when none came in time. Closed when none can come any more."""
        if timeout is not None and not self.wait(timeout):
            return None
        room = socket.CMSG_SPACE(4 * _DESCRIPTORS) + socket.CMSG_SPACE(12)
        try:
            data, ancillary, _, _ = self._end.recvmsg(_MOST_BYTES, room, socket.MSG_CMSG_CLOEXEC)
        except ConnectionResetError as error:
            raise Closed("the other side is gone") from error
        if not data:
            raise Closed("the other side is gone")
        fd, pid = None, 0
        for _, kind, value in ancillary:
            if kind == socket.SCM_RIGHTS:
                fd = struct.unpack("i", value[:4])[0]
            elif kind == socket.SCM_CREDENTIALS:
                pid = struct.unpack("iII", value[:12])[0]
        return Message(json.loads(data), fd, pid)

    def close(self) -> None:
        self._end.close()
