"""What a student process starts does not outlive it, even where nothing forbids starting."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

import pytest

from autograder.sandbox.layers import NAMESPACES

DAEMONS = """
import os, time
reading, writing = os.pipe()
if os.fork() == 0:
    os.setsid()
    for _ in range(3):
        if os.fork() == 0:
            os.setsid()
            os.write(writing, f"{os.getpid()} ".encode())
            time.sleep(600)
    os._exit(0)
os.wait()
found = b""
while found.count(b" ") < 3:
    found += os.read(reading, 1000)
answer = [int(word) for word in found.split()]
"""


def eventually(condition: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


@pytest.mark.parametrize("ended", ["the student process", "the zygote"])
def test_daemons_end_with_their_student(
    make_zygote: Any, new_student: Any, gone: Any, ended: str
) -> None:
    """Double forks in sessions of their own, without process namespace and system-call filter."""
    without = [*NAMESPACES, "system calls"]
    with make_zygote(without=without, allow_weak=True) as zygote:
        student = new_student(zygote.spawn())
        daemons = student.run(DAEMONS)
        assert len(daemons) == 3
        if ended == "the student process":
            assert not any(map(gone, daemons))
            student.process.close()
            student.process.wait(10)
            assert all(map(gone, daemons))  # as soon as its end is told
    assert eventually(lambda: all(map(gone, daemons)))
    student.process.close()


def test_with_a_process_namespace_daemons_end_too(make_zygote: Any, new_student: Any) -> None:
    """The kernel ends all of a namespace with its first process."""
    with make_zygote(without=["system calls"], allow_weak=True) as zygote:
        if not next(layer.active for layer in zygote.layers if layer.name == "processes"):
            pytest.skip("this machine refuses process namespaces")
        student = new_student(zygote.spawn())
        before = count_of(zygote.pid)
        student.run(DAEMONS)
        assert count_of(zygote.pid) > before
        student.process.close()
        student.process.wait(10)
        assert eventually(lambda: count_of(zygote.pid) < before)


def count_of(zygote: int) -> int:
    """How many processes descend from it, as this side sees them."""
    parents = {}
    for name in filter(str.isdecimal, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat", "rb") as stat:
                parents[int(name)] = int(stat.read().rpartition(b")")[2].split()[1])
        except OSError:
            continue
    found, size = {zygote}, 0
    while size < len(found):
        size = len(found)
        found |= {pid for pid, parent in parents.items() if parent in found}
    return len(found)
