"""Ending what student processes left running, where they have no process namespace of their own.

They may not start processes at all. Should that wall be missing (`--allow-weak-sandbox`), what they
started comes to the zygote when its parent ends, however it detached, because the zygote asks the
kernel for orphans.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Container

from autograder.sandbox import kernel

_SECONDS = 5.0
"""for those that start others faster than they are ended"""


def adopt() -> int:
    """Become the parent of all orphans; a descriptor of /proc, which the file view hides."""
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    return os.open("/proc", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)


def end(process_table: int, known: Container[int]) -> None:
    """Kill all children of this process but the known ones, and theirs, which come to us then."""
    deadline = time.monotonic() + _SECONDS
    while strays := [pid for pid in _children(process_table) if pid not in known]:
        for pid in strays:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        for pid in strays:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(pid, 0)
        if time.monotonic() > deadline:
            return


def _children(process_table: int) -> list[int]:
    own = os.getpid()
    try:
        return [int(word) for word in _read(f"{own}/task/{own}/children", process_table).split()]
    except FileNotFoundError:  # the kernel keeps no such list: look at everybody
        pids = [int(name) for name in os.listdir(process_table) if name.isdecimal()]
        return [pid for pid in pids if _parent(pid, process_table) == own]


def _parent(pid: int, process_table: int) -> int:
    try:
        # The name, in brackets, may hold anything; then come the state and the parent.
        return int(_read(f"{pid}/stat", process_table).rpartition(b")")[2].split()[1])
    except OSError:
        return 0


def _read(path: str, process_table: int) -> bytes:
    fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC, dir_fd=process_table)
    with os.fdopen(fd, "rb") as stream:
        return stream.read()
