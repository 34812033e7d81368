"""A CPU limit on our own work with a student's values: a comparison must not be made endless."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType

REPEAT = 0.5
"""CPU seconds until the next strike, should the first be swallowed by a bare `except`."""
HARD_FACTOR = 2
"""Work inside one long C call sees no Python signal; the process is killed at so many limits.

The batch then grades that submission question by question, and only this question is lost.
"""


class CpuLimitReached(BaseException):
    """Not an Exception, so that Otter and checks that catch those let it through."""


def within_cpu_limit(work: Callable[[], None], seconds: float) -> bool:
    """Do the work; False when it was stopped after that much CPU time. Main thread only."""

    def strike(_signal: int, _frame: FrameType | None) -> None:
        raise CpuLimitReached

    # Signals of ours replace nobody's: the worker process is ours alone.
    signal.signal(signal.SIGPROF, strike)
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    try:
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds * HARD_FACTOR + 1)
            signal.setitimer(signal.ITIMER_PROF, seconds, REPEAT)
            work()
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    except CpuLimitReached:
        signal.setitimer(signal.ITIMER_PROF, 0)  # it may have struck just before it was disarmed
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return True
