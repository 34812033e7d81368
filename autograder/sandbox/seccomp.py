"""The system-call filter: a small assembler for the kernel's filter language, and the program.

The program checks the processor first (the same number means another call elsewhere), then one
call after the other.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.sandbox import kernel
from autograder.sandbox.seccomp_table import (
    CONDITIONAL,
    DENIED,
    NEWEST,
    PRETENDED,
    UNKNOWN,
    Numbers,
)

# Operations: load the word at a fixed place, compare, mask, return.
_LOAD, _EQUAL, _GREATER, _AND, _RETURN = 0x20, 0x15, 0x25, 0x54, 0x06
# Places in the kernel's struct seccomp_data; an argument's low half comes first (both processors
# are little-endian).
_NUMBER, _PROCESSOR, _ARGUMENTS = 0, 4, 16

_ALLOW, _KILL, _ERROR = 0x7FFF_0000, 0x8000_0000, 0x0005_0000
_PROCESSORS = {kernel.X86_64: 0xC000_003E, kernel.AARCH64: 0xC000_00B7}
_X32 = 0x4000_0000
"""numbers from here on are x86_64's second, 32-bit door to the same calls"""
_FILTER_MODE = 2

_THREAD = 0x0001_0000
_NEW_NAMESPACE = 0x7E02_0080
"""all CLONE_NEW… flags"""
_TRUNCATE, _ACCESS_MODE = 0o1000, 0o3
_ANY = 0xFFFF_FFFF


@dataclass(frozen=True)
class Rule:
    """The call is allowed when its argument, masked, is one of the values; else it answers `error`.

    Only the low 32 bits are looked at: the kernel takes these arguments as int or as flags that
    end there.
    """

    call: str
    argument: int
    values: Sequence[int]
    mask: int = _ANY
    error: int = errno.EPERM


def rules(pid: int) -> tuple[Rule, ...]:
    """What the process with this id (as it sees itself) may do with the conditional calls."""
    # PR_SET_NAME, PR_SET_VMA and what only reads: never dumpable, parent-death signal, keep-caps.
    process_control = (15, 16, 0x5356_4D41, 2, 3, 21, 23, 27, 39, 42)
    # isatty (old and new), window size, bytes waiting, (non-)blocking, close-on-exec; no injection
    # into terminals.
    device_control = (0x5401, 0x802C_542A, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
    # Everything but F_SETOWN, F_SETSIG, F_NOTIFY and leases, which let a descriptor send signals
    # to others.
    file_control = (0, 1, 2, 3, 4, 5, 6, 7, 9, 36, 37, 38, 1030, 1031, 1032, 1033, 1034)
    # O_TRUNC without write access empties a file that Landlock (before its third version) lets us
    # read.
    openings = [*range(4), *(_TRUNCATE | mode for mode in (1, 2, 3))]
    # Kind, error, buffer sizes, domain and protocol; not who is at the other end, nor a descriptor
    # of that process (SO_PEERCRED, SO_PEERPIDFD).
    socket_questions = (3, 4, 7, 8, 38, 39)
    return (
        Rule("clone", 0, (_THREAD,), mask=_THREAD | _NEW_NAMESPACE),
        Rule("kill", 0, (pid,)),
        Rule("tgkill", 0, (pid,)),
        Rule("prlimit64", 0, (0, pid)),
        Rule("sched_setaffinity", 0, (0, pid)),
        Rule("prctl", 0, process_control),
        Rule("ioctl", 1, device_control, error=errno.ENOTTY),
        Rule("fcntl", 1, file_control),
        Rule("getsockopt", 2, socket_questions),
        Rule("open", 1, openings, mask=_TRUNCATE | _ACCESS_MODE),
        Rule("openat", 2, openings, mask=_TRUNCATE | _ACCESS_MODE),
    )


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("<HBBI", code, if_true, if_false, value)


def _refuse(numbers: Iterable[int], error: int) -> bytes:
    answer = _step(_RETURN, _ERROR | error)
    return b"".join(_step(_EQUAL, number, 0, 1) + answer for number in numbers)


def _conditional(number: int, rule: Rule) -> bytes:
    count = len(rule.values)
    block = [_step(_LOAD, _ARGUMENTS + 8 * rule.argument), _step(_AND, rule.mask)]
    # A match jumps over the remaining comparisons and over the refusal.
    block += [_step(_EQUAL, value, count - i) for i, value in enumerate(rule.values)]
    block += [_step(_RETURN, _ERROR | rule.error), _step(_RETURN, _ALLOW)]
    return _step(_EQUAL, number, 0, len(block)) + b"".join(block)


def _numbers(table: dict[str, Numbers], machine: str) -> Iterable[int]:
    column = machine == kernel.AARCH64
    return (row[column] for row in table.values() if row[column] is not None)  # type: ignore[misc]


@functools.cache
def program(machine: str, pid: int) -> bytes:
    """The filter for a student process with this id."""
    steps = [
        _step(_LOAD, _PROCESSOR),
        _step(_EQUAL, _PROCESSORS[machine], 1, 0),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER),
        _step(_GREATER, _X32 - 1, 0, 1),
        _step(_RETURN, _KILL),
        _step(_GREATER, NEWEST, 0, 1),
        _step(_RETURN, _ERROR | errno.ENOSYS),
    ]
    for rule in rules(pid):
        number = CONDITIONAL[rule.call][machine == kernel.AARCH64]
        if number is not None:
            steps.append(_conditional(number, rule))
    steps.append(_refuse(_numbers(DENIED, machine), errno.EPERM))
    steps.append(_refuse(_numbers(UNKNOWN, machine), errno.ENOSYS))
    steps.append(_refuse(_numbers(PRETENDED, machine), 0))
    steps.append(_step(_RETURN, _ALLOW))
    return b"".join(steps)


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def install() -> None:
    """Bind this thread and all it starts to the filter, for ever. Needs no-new-privileges."""
    code = program(kernel.machine(), os.getpid())
    kernel.prctl(kernel.PR_SET_SECCOMP, _FILTER_MODE, _Program(len(code) // 8, code))
