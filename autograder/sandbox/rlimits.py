"""How much a student process may use, kept by the kernel: memory, CPU time, files, threads."""

from __future__ import annotations

import math

from autograder.model import Limits

FILES = 128
THREADS = 64
STACK_MIB = 8
CPU_GRACE = 2
"""seconds from the submission's limit, which the trusted side keeps, to the kernel's blunt one"""
_MIB = 1 << 20


def wanted(limits: Limits, mapped_bytes: int, *, own_user: bool) -> dict[str, int]:
    """Name → limit. The student's memory comes on top of what the warm process has mapped."""
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
    }
    if own_user:
        # Counted per user: with the grader's own user it would count all of her processes.
        table["NPROC"] = THREADS
    return table


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
