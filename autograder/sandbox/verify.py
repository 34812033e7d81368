"""Try, from inside a confined process, what each layer forbids: a zero answer is no proof."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

from autograder.sandbox import kernel, rlimits
from autograder.sandbox.child import Confined
from autograder.sandbox.layers import (
    CAPABILITIES,
    INSPECTION,
    LANDLOCK,
    LIMITS,
    PRIVILEGES,
    PROCESSES,
    SECCOMP,
    USER,
    VIEW,
)


def verified(confined: Confined, *, root: bool) -> dict[str, str]:
    """The layers' problems again, with one more for each layer that let something through."""
    trials: dict[str, Callable[[], str]] = {
        PROCESSES: lambda: "" if os.getpid() == 1 else "the process sees its id outside",
        VIEW: lambda: "/proc is visible" if os.path.exists("/proc/self") else "",
        USER: lambda: _user(root=root),
        CAPABILITIES: lambda: "capabilities are left" if kernel.capabilities() else "",
        PRIVILEGES: lambda: "" if kernel.prctl(kernel.PR_GET_NO_NEW_PRIVS) == 1 else "not set",
        INSPECTION: lambda: "still dumpable" if kernel.prctl(kernel.PR_GET_DUMPABLE) else "",
        LIMITS: lambda: ", ".join(rlimits.exceeded(confined.limits)),
        LANDLOCK: lambda: _landlock(confined),
        SECCOMP: _seccomp,
    }
    problems = dict(confined.problems)
    for layer, trial in trials.items():
        if not problems[layer]:
            problems[layer] = trial()
    return problems


def _refused(action: Callable[[], object]) -> bool:
    try:
        action()
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _user(*, root: bool) -> str:
    if 0 in (*os.getresuid(), *os.getresgid(), *os.getgroups()) and root:
        return "still root"
    if root and not _refused(lambda: os.setuid(0)):
        return "root again"
    return ""


def _landlock(confined: Confined) -> str:
    if not _refused(lambda: os.listdir("/")):
        return "/ can be listed"
    if not _refused(lambda: os.open("/", os.O_RDONLY)):
        return "/ can be opened"
    try:
        (confined.scratch / "trial").write_text("trial")
        (confined.scratch / "trial").unlink()
    except OSError as error:
        return f"the scratch folder cannot be written: {error.strerror}"
    return ""


def _seccomp() -> str:
    if kernel.prctl(kernel.PR_GET_SECCOMP) != 2:
        return "no filter is in force"
    if not _refused(lambda: socket.socket(socket.AF_INET)):
        return "a socket could be opened"
    try:
        child = os.fork()
    except PermissionError:
        return ""
    except OSError as error:
        return f"fork answered {error.strerror}"
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return "a process could be started"
