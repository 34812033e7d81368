"""How much a student process may use, kept by the kernel: memory, CPU time, files, threads."""

from __future__ import annotations

import math
import os
import threading

from autograder.model import Limits

FILES = 128
THREADS = 64
STACK_MIB = 8
SIGNALS = 256
"""queued signals, and with them timers, which the kernel keeps outside the address space"""
CPU_GRACE = 2
"""seconds from the submission's limit, which the trusted side keeps, to the kernel's blunt one"""
_MIB = 1 << 20


def wanted(limits: Limits, mapped_bytes: int, *, threads: int = 0) -> dict[str, int]:
    """Name → limit. The student's memory comes on top of what the warm process has mapped.

    `threads` are counted per user; 0: not limited.
    """
    table = {
        "AS": mapped_bytes + limits.memory_mib * _MIB,
        "CPU": math.ceil(limits.submission_cpu) + CPU_GRACE,
        "NOFILE": FILES,
        "FSIZE": limits.file_mib * _MIB,
        "STACK": STACK_MIB * _MIB,
        "CORE": 0,
        "MEMLOCK": 0,
        "MSGQUEUE": 0,
        "NICE": 0,
        "RTPRIO": 0,
        "SIGPENDING": SIGNALS,
    }
    if threads:
        table["NPROC"] = threads
    return table


def room_for_threads() -> int:
    """A limit for those who keep the grader's user, whose other processes count as well.

    Twice the lowest power of two with which a thread can still be started: enough to work, too few
    to take all that the machine has. How the kernel counts depends on its version, so it is tried.
    """
    if os.geteuid() == 0:
        return 0  # root is not limited
    tried = (1 << power for power in range(8, 16))
    return next((2 * number for number in tried if _thread_starts(number)), 0)


def _thread_starts(most: int) -> bool:
    """Tried in a child, because a lowered limit stays. Call it from a single-threaded process."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            apply({"NPROC": most})
            thread = threading.Thread(target=int)
            thread.start()
            thread.join()
            code = 0
        except (OSError, RuntimeError):
            pass
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1] == 0


def apply(table: dict[str, int]) -> None:
    """Soft and hard alike; a hard limit that is already lower stays."""
    import resource  # not on Windows, where this module must still import

    for name, value in table.items():
        number = getattr(resource, f"RLIMIT_{name}")
        hard = resource.getrlimit(number)[1]
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(number, (allowed, allowed))


def exceeded(table: dict[str, int]) -> list[str]:
    """Names whose limit in force is above what is wanted."""
    import resource

    def above(name: str, value: int) -> bool:
        hard = resource.getrlimit(getattr(resource, f"RLIMIT_{name}"))[1]
        return hard == resource.RLIM_INFINITY or hard > value

    return [name for name, value in table.items() if above(name, value)]
