"""One `grade` at a time works in a results folder; the parts of a sharded one may do so together.

The folder itself is locked, so nothing is left behind, and the kernel opens the lock when its
holder dies. Where a file system has no locks the work goes on: every file is written whole anyway.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from autograder.errors import UsageError
from autograder.grading.store import remove_parts

BUSY = (
    "found another `autograder grade` at work in {out}; wanted it for this one; wait until that "
    "one has ended, or name another folder with --out"
)


@contextlib.contextmanager
def results_folder(out: Path, *, shared: bool) -> Iterator[None]:
    """Hold the folder; UsageError when somebody else does. Alone in it, we clear up after kills."""
    descriptor = _open(out)
    try:
        if descriptor is not None and _locked(descriptor, out, shared=shared) and not shared:
            for folder in (out, out / "reports", out / "feedback"):
                remove_parts(folder, older_than=0)
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _open(out: Path) -> int | None:
    """The folder, made if need be; None when it cannot be had: the store says why."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        return os.open(out, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None


def _locked(descriptor: int, out: Path, *, shared: bool) -> bool:
    """Whether the file system knows locks; UsageError when another holds this one."""
    import fcntl  # not on Windows, where this module must still import

    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        raise UsageError(BUSY.format(out=out)) from None
    except OSError:
        return False
    return True
