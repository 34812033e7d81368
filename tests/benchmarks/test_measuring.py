"""What the benchmark says about processes is true: their CPU time, memory and first result."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

import pytest

from benchmarks.cost import Cost, measured, measured_command, median
from benchmarks.watch import Watch

BUSY = 0.3


def burn(seconds: float) -> None:
    started = time.process_time()
    while time.process_time() - started < seconds:
        pass


def leave_a_busy_orphan() -> None:
    """A grandchild that works on when its parent and the work are over."""
    if os.fork() == 0:
        if os.fork() == 0:
            burn(BUSY)
        os._exit(0)
    os.wait()


def test_cpu_of_an_orphan_counts() -> None:
    """What outlives the work is waited for, and its CPU time belongs to the work."""
    run = measured(leave_a_busy_orphan)
    assert run.code == 0
    assert BUSY <= run.cost.cpu < BUSY + 0.5


def test_other_children_are_left_alone() -> None:
    """A process that was there before is neither waited for nor counted."""
    with subprocess.Popen(["sleep", "60"]) as other:
        run = measured(lambda: None)
        assert run.cost.wall < 30
        assert other.poll() is None
        other.kill()


def test_sleeping_costs_wall_time_only() -> None:
    """Wall and CPU seconds are told apart."""
    cost = measured(lambda: time.sleep(0.3)).cost
    assert cost.wall >= 0.3
    assert cost.cpu < 0.2


@pytest.mark.parametrize(("stop", "code"), [(0, 0), (3, 3), (None, 0), ("a message", 1)])
def test_exit_codes(stop: object, code: int) -> None:
    """The work's exit code is the one it stops with."""

    def work() -> None:
        raise SystemExit(stop)

    assert measured(work).code == code


def test_a_command_says_what_it_says_into_its_log(tmp_path: Path) -> None:
    """A command runs in its folder, and its output goes to the log."""
    log = tmp_path / "log"
    run = measured_command(["/bin/sh", "-c", "pwd; exit 4"], str(tmp_path), str(log))
    assert run.code == 4
    assert log.read_text().strip() == str(tmp_path)


def test_memory_of_the_whole_tree_is_seen() -> None:
    """The peak holds what a child of the work takes."""
    size = 60_000_000

    def work() -> None:
        if os.fork() == 0:
            kept = bytes([1]) * size
            time.sleep(0.8)
            os._exit(len(kept) == 0)
        os.wait()

    assert measured(work).seen.peak >= size


def test_the_first_result_is_timed(tmp_path: Path) -> None:
    """The time to the first file that appears, not to the end; None where none appears."""

    def work() -> None:
        time.sleep(0.3)
        (tmp_path / "one.json").touch()
        time.sleep(1.0)

    run = measured(work, Watch(tmp_path))
    assert run.seen.first_result is not None
    assert 0.3 <= run.seen.first_result < run.cost.wall - 0.3
    assert measured(lambda: None, Watch(tmp_path, "*.csv")).seen.first_result is None


def test_costs_are_added_and_divided() -> None:
    """What one more submission adds is a difference, divided."""
    assert (Cost(5, 9) - Cost(1, 1)) / 4 == Cost(1, 2)
    assert median([Cost(1, 9), Cost(2, 2), Cost(9, 1)]) == Cost(2, 2)
