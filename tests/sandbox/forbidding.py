"""Run a command where the kernel refuses some calls, as containers do.

Usage: forbidding.py CALL,CALL... COMMAND...  The calls are named as in the engine's own table; the
filter is inherited by everything that the command starts.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys

from autograder.sandbox import kernel
from autograder.sandbox.seccomp_table import DENIED

NAMESPACES = "unshare,setns,mount,umount2,pivot_root,mount_setattr"
LOAD, EQUAL, RETURN, ALLOW, NOT_PERMITTED = 0x20, 0x15, 0x06, 0x7FFF0000, 0x50001


class Program(ctypes.Structure):
    """The kernel's struct sock_fprog."""

    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def forbid(names: list[str]) -> None:
    """Answer "not permitted" to the named calls, here and in all that is started from here."""
    steps = [struct.pack("<HBBI", LOAD, 0, 0, 0)]
    for name in names:
        number = DENIED[name][kernel.machine() == kernel.AARCH64]
        assert number is not None
        steps += [struct.pack("<HBBI", EQUAL, 0, 1, number)]
        steps += [struct.pack("<HBBI", RETURN, 0, 0, NOT_PERMITTED)]
    code = b"".join([*steps, struct.pack("<HBBI", RETURN, 0, 0, ALLOW)])
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.prctl(kernel.PR_SET_SECCOMP, 2, Program(len(code) // 8, code))


if __name__ == "__main__":
    forbid(sys.argv[1].split(","))
    os.execv(sys.argv[2], sys.argv[2:])
