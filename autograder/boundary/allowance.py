"""What a request may cost: CPU time of the student process, and a wall-clock backstop."""

from __future__ import annotations

import time

from autograder.boundary.channel import Broken, Silent
from autograder.model import Limits
from autograder.sandbox.process import StudentProcess, cpu_clock

_LOOK_EVERY = 0.02
"""seconds between two looks at the clock of a process that talks all the time"""


class CpuAllowance:
    """Starts with the object. Time in which the trusted side works does not count."""

    def __init__(self, process: StudentProcess, cpu_seconds: float, limits: Limits) -> None:
        self._process = process
        self._limit = cpu_seconds
        self._wall = cpu_seconds * limits.wall_factor
        self._budget = limits.submission_cpu
        self._waited = 0.0
        self._looked = time.monotonic()
        self.started = _clock(process)

    def check(self) -> None:
        """Broken when the CPU time, the budget of the whole notebook or the patience is used up."""
        self._looked = time.monotonic()
        used = self._process.cpu_seconds()
        if used > self._budget:
            raise Broken(f"the {self._budget:g} s of CPU time for a whole notebook were used up")
        if used - self.started > self._limit:
            raise Broken(f"it took more than {self._limit:g} s of CPU time")
        if self._waited > self._wall:
            raise Silent(f"it gave no answer for {self._wall:g} s")

    def check_sometimes(self) -> None:
        """The same, cheap enough for every message."""
        if time.monotonic() - self._looked > _LOOK_EVERY:
            self.check()

    def waited(self, seconds: float) -> None:
        """Count time that was spent waiting for the student process."""
        self._waited += seconds


def _clock(process: StudentProcess) -> float:
    """CPU time until now, without asking the zygote for news: whether it lives is seen soon."""
    try:
        return cpu_clock(process.pid)
    except OSError:
        return process.cpu_seconds()
