"""The zygote's namespaces: no network, own process ids, own ipc, own file system.

Tried first in a throw-away process: a user namespace that turns out useless cannot be left again.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from autograder.sandbox import identity, kernel
from autograder.sandbox.layers import IPC, NAMESPACES, NETWORK, PROCESSES, VIEW

_FLAGS = {
    NETWORK: kernel.CLONE_NEWNET,
    PROCESSES: kernel.CLONE_NEWPID,
    IPC: kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS,
}


@dataclass(frozen=True)
class Offer:
    """The namespaces that work here, and why the others do not."""

    names: tuple[str, ...]
    problems: dict[str, str]


def offered(left_out: frozenset[str], enter_view: Callable[[], None]) -> Offer:
    """Which ones the machine lets us have. `enter_view` moves the caller into the file view."""
    wanted = tuple(name for name in NAMESPACES if name not in left_out)
    problems = {name: "left out on request" for name in NAMESPACES if name in left_out}
    if not wanted or not _trial(wanted, enter_view):
        return Offer(wanted, problems)
    works: tuple[str, ...] = ()
    for name in wanted:
        problem = _trial((*works, name), enter_view)
        if problem:
            problems[name] = problem
        else:
            works = (*works, name)
    return Offer(works, problems)


def enter(names: tuple[str, ...]) -> None:
    """Enter all but the file view; an ordinary user needs a user namespace of her own first."""
    if names and os.geteuid() != 0:
        uid, gid = os.getuid(), os.getgid()
        kernel.unshare(kernel.CLONE_NEWUSER)
        identity.map_own_user(uid, gid)
    flags = sum(_FLAGS[name] for name in names if name in _FLAGS)
    if flags:
        kernel.unshare(flags)


def _trial(names: tuple[str, ...], enter_view: Callable[[], None]) -> str:
    """Enter them in a child that does nothing else; the answer is what went wrong, if anything."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        text = "it died"
        try:
            enter(names)
            if VIEW in names:
                kernel.unshare(kernel.CLONE_NEWNS)
                enter_view()
            text = ""
        except OSError as error:
            text = error.strerror or str(error)
        finally:
            os.write(writing, text.encode()[:500])
            os._exit(1 if text else 0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        text = answer.read().decode(errors="replace")
    _, status = os.waitpid(child, 0)
    return text or ("" if status == 0 else f"the trial ended with status {status}")
