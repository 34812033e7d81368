"""Whom a student process runs as: a user of its own when the grader is root; no capabilities."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from autograder.sandbox import kernel

_FIRST, _PER_ZYGOTE, _MOST_PROCESSES = 0x7000_0000, 64, 1 << 22
"""a range that nobody gives out; 64 ids for each possible process id fill it"""
_SMALL_RANGE = 4096


def id_for(zygote: int, child: int, highest: int) -> int:
    """A user and group id of this child alone; `zygote` is a process id, `child` a counter."""
    number = zygote % _MOST_PROCESSES * _PER_ZYGOTE + child % _PER_ZYGOTE
    if highest >= _FIRST + _MOST_PROCESSES * _PER_ZYGOTE:
        return _FIRST + number
    # A container with few ids: below the last ones, which it gives to nobody.
    return highest - 64 - number % _SMALL_RANGE


def highest_id() -> int:
    """The largest user id that exists here (fewer in some containers)."""
    lines = Path("/proc/self/uid_map").read_text().splitlines()
    return max(int(start) + int(count) - 1 for start, _, count in map(str.split, lines))


def become(number: int) -> None:
    """Change user, group and all groups; from root this gives up every capability too."""
    os.setgroups([])
    os.setresgid(number, number, number)
    os.setresuid(number, number, number)


def unreachable(paths: Iterable[str]) -> str:
    """The first folder on the way to a path that other users may not pass; empty: none."""
    for path in paths:
        for folder in (*reversed(Path(path).parents), Path(path)):
            if folder.is_dir() and not os.stat(folder).st_mode & stat.S_IXOTH:
                return str(folder)
    return ""


def map_own_user(uid: int, gid: int) -> None:
    """In a new user namespace: one user, one group, named as outside."""
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
    Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")


def drop_capabilities() -> None:
    kernel.drop_capabilities()
    if kernel.capabilities():
        raise OSError("capabilities are left after dropping them")
