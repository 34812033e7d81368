"""A ceiling on this process's memory while it works with a student's values.

A product of two values may be a thousand million times as large as they are: without a ceiling a
check that multiplies would take the machine's memory, and everybody's grades with it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_TABLE: Final = Path("/proc/self/statm")
_NO_OTHER: Final = contextlib.nullcontext()


@contextlib.contextmanager
def memory_ceiling(mib: int) -> Iterator[None]:
    """MemoryError for what would take more than `mib` above what is taken now.

    Only the soft limit moves, so processes started meanwhile may lift theirs. A lower one that is
    in force already, by an outer ceiling for instance, stays.
    """
    import resource  # not on Windows, where this module must still import

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _taken() + (mib << 20)
    if resource.RLIM_INFINITY != soft <= wanted or resource.RLIM_INFINITY != hard <= wanted:
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def some_ceiling(mib: int) -> contextlib.AbstractContextManager[None]:
    """The same where none is in force yet: inside a check's own ceiling a call costs nothing."""
    import resource

    if resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY:
        return _NO_OTHER
    return memory_ceiling(mib)


def _taken() -> int:
    pages = int(_TABLE.read_bytes().split(maxsplit=1)[0])
    return pages * os.sysconf("SC_PAGESIZE")
