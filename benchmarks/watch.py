"""A thread that watches a tree of processes: its memory, and when its first result appears.

Memory is the sum of the proportional set sizes (PSS: a page that several processes share counts
once) of the command and all that descend from it, twice a second. Where the kernel does not
tell a process's PSS, its resident size counts in full.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MEMORY_EVERY = 0.5
LOOK_EVERY = 0.02
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Seen:
    """`peak` bytes of the whole tree; seconds until the first result, None when none came."""

    peak: int = 0
    first_result: float | None = None
    all_pss: bool = True


class Watch:
    """Looks at the tree below one process, and for files of a pattern in a folder."""

    def __init__(self, folder: Path | None = None, pattern: str = "*.json") -> None:
        self.seen = Seen()
        self._folder = folder
        self._pattern = pattern
        self._stop = threading.Event()

    @contextlib.contextmanager
    def over(self, pid: int, started: float) -> Iterator[None]:
        """Watch while the block runs."""
        thread = threading.Thread(target=self._look, args=(pid, started), daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            thread.join()

    def _look(self, pid: int, started: float) -> None:
        peak, first, next_memory, all_pss = 0, None, 0.0, True
        while True:
            now = time.perf_counter()
            if self._folder and first is None and any(self._folder.glob(self._pattern)):
                first = now - started
            if now >= next_memory:
                size, pss = tree_memory(pid)
                peak, all_pss = max(peak, size), all_pss and pss
                next_memory = now + MEMORY_EVERY
            self.seen = Seen(peak, first, all_pss)
            if self._stop.wait(LOOK_EVERY if self._folder and first is None else MEMORY_EVERY):
                break
        if self._folder and first is None and any(self._folder.glob(self._pattern)):
            self.seen = Seen(peak, time.perf_counter() - started, all_pss)


def tree_memory(pid: int) -> tuple[int, bool]:
    """Bytes of a process and all below it, and whether each was told as PSS."""
    sizes = [_memory(member) for member in tree(pid, parents())]
    return sum(size for size, _ in sizes), all(pss for _, pss in sizes)


def tree(pid: int, parent_of: dict[int, int]) -> set[int]:
    """The process and all that descend from it.

    An orphan counts as a descendant of the process that adopted it; what the measuring process
    itself adopted belongs to what it measures.
    """
    members, me = {pid}, os.getpid()
    grew = True
    while grew:
        found = {p for p, up in parent_of.items() if up in members or (up == me and p != me)}
        grew = not found <= members
        members |= found
    return members


def parents() -> dict[int, int]:
    """Each process's parent."""
    found: dict[int, int] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with contextlib.suppress(OSError):
                stat = Path("/proc", entry, "stat").read_text(errors="replace")
                found[int(entry)] = int(stat.rpartition(")")[2].split()[1])
    return found


def _memory(pid: int) -> tuple[int, bool]:
    """Bytes, and whether they are PSS; nothing for a process that is gone."""
    folder = Path("/proc", str(pid))
    try:
        for line in (folder / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024, True
    except (PermissionError, FileNotFoundError):
        with contextlib.suppress(OSError):
            return int((folder / "statm").read_text().split()[1]) * PAGE, False
    except OSError:
        pass  # it ended while we looked
    return 0, True
