"""The zygote of these tests: warms up like the real one; each child runs the code it is sent."""

from __future__ import annotations

import json
import socket
import struct
import sys
from pathlib import Path

import IPython.core.interactiveshell
import matplotlib.pyplot
import numpy

from autograder.model import Limits
from autograder.sandbox.zygote import serve

WARM = (IPython, matplotlib, numpy)


def run(student: socket.socket, limits: Limits, scratch: Path) -> None:
    """Code comes in, its variable `answer` or what it raised goes out, until the socket closes."""
    namespace = {"student": student, "limits": limits, "scratch": scratch, "answer": None}
    while head := student.recv(4, socket.MSG_WAITALL):
        source = student.recv(struct.unpack("!I", head)[0], socket.MSG_WAITALL)
        try:
            exec(source.decode(), namespace)
            reply = json.dumps(["ok", namespace["answer"]])
        except BaseException as error:
            if isinstance(error, SystemExit):
                raise
            reply = json.dumps(["raised", type(error).__name__, str(error)])
        student.sendall(struct.pack("!I", len(reply.encode())) + reply.encode())


if __name__ == "__main__":
    serve(int(sys.argv[1]), run)
