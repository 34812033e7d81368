"""A student process shuts itself in, from fork to the moment before the student's first line."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox import identity, kernel, landlock, rlimits, seccomp, view
from autograder.sandbox.configuration import Configuration
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
from autograder.sandbox.trees import scratch_folder

SOCKET, CONTROL = 3, 4
"""the descriptors that a child keeps beside the standard ones; CONTROL until it is confined"""
MOST_DESCRIPTORS = 256
_HIGH = 16
_SCRATCH_FILES = 2
"""how many files of the largest permitted size the scratch folder holds"""


@dataclass(frozen=True)
class Surroundings:
    """What the zygote found out and each child needs."""

    configuration: Configuration
    problems: dict[str, str]
    """of the zygote's own layers"""
    mapped_bytes: int
    highest_id: int
    unreachable: str
    """a folder that another user may not pass, on the way to Python or to the scratch folder"""
    process_namespace: int
    """descriptor of the zygote's own, -1 when there are none"""
    process_table: int
    """descriptor of /proc when there are none, else -1"""
    threads: int
    """limit for a process that keeps the grader's user; 0: none"""
    readable: tuple[tuple[str, int], ...]
    """Landlock's rules but for the scratch folder"""

    @property
    def has_view(self) -> bool:
        return not self.problems[VIEW]

    @property
    def scratch_bytes(self) -> int:
        """How much the scratch folder of one child holds."""
        return _SCRATCH_FILES * self.configuration.limits.file_mib << 20


@dataclass(frozen=True)
class Confined:
    """The outcome: a text for each layer, empty when it is in force."""

    problems: dict[str, str]
    scratch: Path
    limits: dict[str, int]


def keep_only(student: int, control: int) -> None:
    """Close every descriptor but these two (moved to SOCKET and CONTROL) and the standard ones."""
    import fcntl  # not on Windows, where this module must still import

    high = [fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, _HIGH) for fd in (student, control)]
    os.dup2(high[0], SOCKET, inheritable=False)
    os.dup2(high[1], CONTROL, inheritable=False)
    os.closerange(CONTROL + 1, MOST_DESCRIPTORS)


def confine(around: Surroundings, zygote: int, number: int) -> Confined:
    """Bring every layer into force that can be; the caller decides whether that is enough."""
    config = around.configuration
    user = _own_user(around, zygote, number)
    problems = dict(around.problems)
    threads = around.threads if user is None else rlimits.THREADS
    wanted = rlimits.wanted(config.limits, around.mapped_bytes, threads=threads)

    def bring(layer: str, action: Callable[[], object]) -> None:
        problems[layer] = _attempt(layer, action, config.left_out)

    os.setsid()
    scratch = _scratch(around, number, user)
    bring(LIMITS, lambda: rlimits.apply(wanted))
    if user is not None:
        bring(USER, lambda: identity.become(user))
    else:
        problems[USER] = _why_no_user(around)
    bring(CAPABILITIES, identity.drop_capabilities)
    # The change of user resets both of these, so they come after it.
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    if problems[PROCESSES] and os.getppid() != zygote:
        raise OSError("the zygote died meanwhile")  # in its own namespace it would have taken us
    bring(INSPECTION, lambda: kernel.prctl(kernel.PR_SET_DUMPABLE, 0))
    _settle(scratch)
    bring(PRIVILEGES, lambda: kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1))
    bring(LANDLOCK, lambda: landlock.restrict([*around.readable, (str(scratch), landlock.WRITE)]))
    bring(SECCOMP, seccomp.install)
    return Confined(problems, scratch, wanted)


def _attempt(layer: str, action: Callable[[], object], left_out: frozenset[str]) -> str:
    if layer in left_out:
        return "left out on request"
    try:
        action()
    except (OSError, ValueError) as error:
        return str(getattr(error, "strerror", None) or error)
    return ""


def _own_user(around: Surroundings, zygote: int, number: int) -> int | None:
    """The id to change to; None when that is not possible, or Python would be out of reach."""
    if os.geteuid() != 0 or around.unreachable or USER in around.configuration.left_out:
        return None
    return identity.id_for(zygote, number, around.highest_id)


def _why_no_user(around: Surroundings) -> str:
    if os.geteuid() != 0:
        return "only root can change to another user"
    if around.unreachable:
        return (
            f"other users may not pass {around.unreachable}: run `chmod o+x {around.unreachable}`, "
            "or install Python and this package elsewhere"
        )
    return "left out on request"


def _scratch(around: Surroundings, number: int, user: int | None) -> Path:
    """An empty working folder, with links to the shipped files."""
    config = around.configuration
    uid, gid = (os.getuid(), os.getgid()) if user is None else (user, user)
    if around.has_view:
        scratch, files = Path(view.SCRATCH), Path(view.FILES)
        view.mount_scratch(around.scratch_bytes, uid, gid)
    else:
        scratch, files = scratch_folder(config.folder, number), Path(config.folder) / "files"
        scratch.mkdir(mode=0o700)
    view.link_files(scratch, files, tuple(config.files))
    if user is not None:
        for path in (scratch, *(entry for entry in scratch.iterdir() if not entry.is_symlink())):
            os.chown(path, uid, gid)
    return scratch


def _settle(scratch: Path) -> None:
    """Make the scratch folder the home and the working folder."""
    os.umask(0o077)
    os.chdir(scratch)
    home = ("HOME", "TMPDIR", "MPLCONFIGDIR", "IPYTHONDIR")
    os.environ.update(dict.fromkeys(home, str(scratch)), PWD=str(scratch))
    os.environ.pop("LD_LIBRARY_PATH", None)
    tempfile.tempdir = None
    sys.dont_write_bytecode = True
