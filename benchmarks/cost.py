"""What work costs: wall time, and CPU time of all the processes it starts.

CPU is user and system time as the kernel counts it when a process has been waited for. A process of
its own waits, and adopts whoever outlives its parent: nothing that the work started is left out.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import NoReturn

from benchmarks.watch import Seen, Watch


@dataclass(frozen=True)
class Cost:
    """Seconds."""

    wall: float
    cpu: float

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.wall + other.wall, self.cpu + other.cpu)

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.wall - other.wall, self.cpu - other.cpu)

    def __mul__(self, count: float) -> Cost:
        return Cost(self.wall * count, self.cpu * count)

    def __truediv__(self, count: float) -> Cost:
        return Cost(self.wall / count, self.cpu / count)


@dataclass(frozen=True)
class Run:
    """A command that was run: what it cost, its exit code, and what was seen meanwhile."""

    cost: Cost
    code: int
    seen: Seen


def total(costs: Iterable[Cost]) -> Cost:
    return sum(costs, Cost(0.0, 0.0))


def median(costs: Iterable[Cost]) -> Cost:
    """Of wall and CPU seconds apart."""
    known = list(costs)
    wall = statistics.median(cost.wall for cost in known)
    return Cost(wall, statistics.median(cost.cpu for cost in known))


def measured_here(work: Callable[[], object]) -> Cost:
    """What work costs that starts no process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def measured(work: Callable[[], object], watch: Watch | None = None) -> Run:
    """What work costs in a fork of this process; wall time ends with the work itself.

    What it started and left running is waited for, too: its CPU time counts. The exit code is the
    one that the work raises SystemExit with, else 0, or 1 when it failed. Other children of this
    process do not count and are left alone: the one who waits is a process between.
    """
    reading, writing = os.pipe()
    meter = os.fork()
    if meter == 0:
        _meter(work, watch or Watch(), writing)
    os.close(writing)
    with open(reading, "rb") as pipe:
        told = pipe.read()
    os.waitpid(meter, 0)
    if not told:
        raise SystemExit("bench: a measurement was ended from outside; wanted it whole: run again")
    found = json.loads(told)
    return Run(Cost(**found["cost"]), found["code"], Seen(**found["seen"]))


def measured_command(command: list[str], cwd: str, log: str, watch: Watch | None = None) -> Run:
    """What a command costs from its start to its end; what it says goes to the file `log`."""

    def work() -> None:
        os.chdir(cwd)
        descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(descriptor, 1)
        os.dup2(descriptor, 2)
        # As if the environment were activated: nbgrader runs alembic by its name.
        path = os.path.dirname(command[0]) + os.pathsep + os.environ.get("PATH", "")
        os.execve(command[0], command, {**os.environ, "PATH": path})

    return measured(work, watch)


def _meter(work: Callable[[], object], watch: Watch, writing: int) -> NoReturn:
    """In a process of its own: do the work in a child, wait for all that came of it, tell."""
    try:
        _adopt_orphans()
        started = time.perf_counter()
        child = os.fork()
        if child == 0:
            os.close(writing)
            _finish(work)
        with watch.over(child, started):
            status = os.waitpid(child, 0)[1]
        cost = {"wall": time.perf_counter() - started}
        with contextlib.suppress(ChildProcessError):
            while True:
                os.wait()
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        cost["cpu"] = usage.ru_utime + usage.ru_stime
        code = os.waitstatus_to_exitcode(status)
        told = {"cost": cost, "code": code, "seen": asdict(watch.seen)}
        with open(writing, "wb") as pipe:
            pipe.write(json.dumps(told).encode())
    finally:
        os._exit(0)


def _adopt_orphans() -> None:
    """Workers are forked from a server and no children of whoever asks for them."""
    set_child_subreaper = 36
    ctypes.CDLL(None, use_errno=True).prctl(set_child_subreaper, 1, 0, 0, 0)


def _finish(work: Callable[[], object]) -> NoReturn:
    """Do the work in the child and end it, whatever happens."""
    code = 1
    try:
        work()
        code = 0
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    finally:
        os._exit(code)
