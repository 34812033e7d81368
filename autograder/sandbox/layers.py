"""The confinement layers: their names, which are required, and a sentence on each for a TA."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.model import Layer

NETWORK = "network"
PROCESSES = "processes"
IPC = "shared memory"
VIEW = "file view"
USER = "user"
CAPABILITIES = "capabilities"
PRIVILEGES = "no new privileges"
INSPECTION = "inspection"
LIMITS = "limits"
LANDLOCK = "Landlock"
SECCOMP = "system calls"

NAMESPACES = (NETWORK, PROCESSES, IPC, VIEW)
"""what a machine may refuse (most containers do) and the others make up for"""


@dataclass(frozen=True)
class _Kind:
    """`works` says what the layer gives; `instead` what holds or what to do without it."""

    name: str
    works: str
    instead: str


_KINDS = (
    _Kind(
        NETWORK,
        "the student process has no network at all, not even this machine's own",
        "the machine refuses network namespaces (containers do); opening sockets is still refused",
    ),
    _Kind(
        PROCESSES,
        "it sees no other process, and whatever it starts ends with it",
        "the machine refuses process namespaces; starting and signalling is still refused",
    ),
    _Kind(
        IPC,
        "it shares no memory segments or message queues with others",
        "the machine refuses ipc namespaces; the calls for shared segments are still refused",
    ),
    _Kind(
        VIEW,
        "it sees a file system of its own: Python, permitted packages, a scratch folder in memory",
        "the machine refuses mount namespaces; Landlock still decides what it may open, "
        "but it can see which files exist, and its scratch folder is on disk (it is ended when it "
        "writes too much)",
    ),
    _Kind(
        USER,
        "it runs as a user that owns nothing",
        "it runs as the grader's own user, without special rights; the other layers keep her files",
    ),
    _Kind(
        CAPABILITIES,
        "it has none of root's special rights",
        "it may have some of root's special rights: run the grader as an ordinary user, or let it "
        "change its capabilities",
    ),
    _Kind(
        PRIVILEGES,
        "it cannot gain rights by starting a privileged program",
        "Linux 3.5 or newer has this; a very old or emulated kernel does not",
    ),
    _Kind(
        INSPECTION,
        "other processes of its user cannot read its memory, nor it theirs",
        "processes of its user may read its memory; the refused calls still keep it from theirs",
    ),
    _Kind(
        LIMITS,
        "memory, CPU time, open files, file sizes and threads are limited by the kernel",
        "check the hard limits that `ulimit -aH` shows in this shell",
    ),
    _Kind(
        LANDLOCK,
        "it can read Python and permitted packages, write its scratch folder, open nothing else",
        "Landlock needs Linux 5.13 or newer with `landlock` in /sys/kernel/security/lsm "
        "(boot parameter lsm=landlock,…), and a container runtime that lets its calls through",
    ),
    _Kind(
        SECCOMP,
        "starting programs, opening sockets, signalling others and many more calls are refused",
        "the kernel needs CONFIG_SECCOMP_FILTER and an x86_64 or aarch64 processor",
    ),
)

ALL = tuple(kind.name for kind in _KINDS)
_ALWAYS_REQUIRED = frozenset({PRIVILEGES, LIMITS, LANDLOCK, SECCOMP})
_REQUIRED_OF_ROOT = frozenset({USER, CAPABILITIES})


def describe(problems: Mapping[str, str], *, root: bool) -> tuple[Layer, ...]:
    """The layers for a report. `problems` has a text for each: empty when it is in force."""

    def layer(kind: _Kind) -> Layer:
        problem = problems.get(kind.name, "not tried")
        required = kind.name in _ALWAYS_REQUIRED or (root and kind.name in _REQUIRED_OF_ROOT)
        detail = f"{kind.instead} ({problem})" if problem else kind.works
        return Layer(kind.name, not problem, required, detail)

    return tuple(layer(kind) for kind in _KINDS)


def missing(layers: tuple[Layer, ...]) -> tuple[Layer, ...]:
    """Those that are required and not in force."""
    return tuple(layer for layer in layers if layer.required and not layer.active)
