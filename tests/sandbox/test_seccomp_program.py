"""The system-call filter, run by a small interpreter: also for the processor that is not here."""

from __future__ import annotations

import struct

import pytest

from autograder.sandbox.seccomp import program
from autograder.sandbox.seccomp_table import CONDITIONAL, DENIED, NEWEST, PRETENDED, UNKNOWN

MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
ALLOW, KILL, EPERM, ENOSYS, ENOTTY, DONE = "allow", "kill", 1, 38, 25, 0
PID = 77


def decide(machine: str, number: int, *arguments: int, processor: int | None = None) -> str | int:
    """What the kernel would answer."""
    words = [*arguments, *[0] * (6 - len(arguments))]
    data = struct.pack("<IIQ6Q", number, processor or MACHINES[machine], 0, *words)
    steps = list(struct.iter_unpack("<HBBI", program(machine, PID)))
    accumulator, at = 0, 0
    while True:
        code, if_true, if_false, value = steps[at]
        at += 1
        match code:
            case 0x20:
                accumulator = struct.unpack_from("<I", data, value)[0]
            case 0x54:
                accumulator &= value
            case 0x15:
                at += if_true if accumulator == value else if_false
            case 0x25:
                at += if_true if accumulator > value else if_false
            case 0x06:
                return {0x7FFF0000: ALLOW, 0x80000000: KILL}.get(value, value & 0xFFFF)


def number(machine: str, name: str) -> int:
    tables = CONDITIONAL | DENIED | UNKNOWN | PRETENDED
    found = tables[name][machine == "aarch64"]
    assert found is not None
    return found


@pytest.mark.parametrize("machine", MACHINES)
def test_each_table_has_its_answer(machine: str) -> None:
    """Denied, unknown and pretended calls, and those newer than the list."""
    for table, answer in ((DENIED, EPERM), (UNKNOWN, ENOSYS), (PRETENDED, DONE)):
        for row in table.values():
            call = row[machine == "aarch64"]
            if call is not None:
                assert decide(machine, call) == answer
    assert decide(machine, NEWEST + 1) == ENOSYS


@pytest.mark.parametrize("machine", MACHINES)
def test_ordinary_calls_are_allowed(machine: str) -> None:
    """read, write, mmap, futex, exit, sendto and recvfrom."""
    calls = {
        "x86_64": (0, 1, 9, 202, 60, 231, 44, 45),
        "aarch64": (63, 64, 222, 98, 93, 94, 206, 207),
    }
    assert {decide(machine, call) for call in calls[machine]} == {ALLOW}


@pytest.mark.parametrize("machine", MACHINES)
def test_another_processor_is_killed(machine: str) -> None:
    """32-bit x86 and x32 would mean other calls by the same numbers."""
    assert decide(machine, 0, processor=0x40000003) == KILL
    assert decide(machine, 0x40000000) == KILL


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize(
    ("name", "arguments", "answer"),
    [
        ("clone", (0x3D0F00,), ALLOW),  # what the C library starts a thread with
        ("clone", (17,), EPERM),  # a process
        ("clone", (0x3D0F00 | 0x20000000,), EPERM),  # a thread in a new namespace
        ("kill", (PID, 9), ALLOW),
        ("kill", (PID + 1, 9), EPERM),
        ("kill", (0xFFFFFFFF, 9), EPERM),
        ("kill", (0, 9), EPERM),
        ("tgkill", (PID, PID, 6), ALLOW),
        ("tgkill", (1, 1, 6), EPERM if PID != 1 else ALLOW),
        ("prlimit64", (0,), ALLOW),
        ("prlimit64", (PID + 1,), EPERM),
        ("prctl", (15,), ALLOW),
        ("prctl", (4,), EPERM),
        ("prctl", (1,), EPERM),
        ("ioctl", (0, 0x5401), ALLOW),
        ("ioctl", (0, 0x5412), ENOTTY),
        ("fcntl", (3, 4), ALLOW),
        ("fcntl", (3, 8), EPERM),
        ("openat", (0, 0, 0o1001), ALLOW),
        ("openat", (0, 0, 0o2000000), ALLOW),
        ("openat", (0, 0, 0o1000), EPERM),
        ("openat", (0, 0, 0o2001000), EPERM),
    ],
)
def test_arguments_decide(
    machine: str, name: str, arguments: tuple[int, ...], answer: str | int
) -> None:
    """Threads but no processes, signals to oneself only, no new powers over descriptors."""
    assert decide(machine, number(machine, name), *arguments) == answer


def test_no_call_stands_in_two_tables() -> None:
    """Else the first would decide silently."""
    names = [name for table in (DENIED, UNKNOWN, PRETENDED, CONDITIONAL) for name in table]
    assert len(names) == len(set(names))
    for column in (0, 1):
        tables = (DENIED, UNKNOWN, PRETENDED, CONDITIONAL)
        numbers = [row[column] for table in tables for row in table.values()]
        present = [value for value in numbers if value is not None]
        assert len(present) == len(set(present))
