"""A real scheduler and real workers on loopback, each a process that can be killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

PATIENCE_SECONDS = 300.0
"""for a machine that is very busy; nothing here waits for it to pass"""
GIVEN = "Starting Worker plugin autograder-"
"""what a worker's log says when it is given a bundle"""
DASK = (sys.executable, "-m", "dask")


def wait_until(what: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not what():
        assert time.monotonic() < deadline
        time.sleep(0.02)


@dataclass
class Machine:
    """One `dask` process and its log."""

    process: subprocess.Popen[bytes]
    log: Path

    def said(self, words: str) -> int:
        """How often."""
        return self.log.read_text().count(words)

    def stop(self, number: int = signal.SIGTERM) -> None:
        """With all that belongs to its session: a nanny and its worker, but no lent process."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, number)
        self.process.wait(PATIENCE_SECONDS)


@dataclass
class Cluster:
    """Starts what is asked for in one folder, and ends it."""

    folder: Path
    address: str = ""
    machines: list[Machine] = field(default_factory=list)

    def start(self, *words: str, before: tuple[str, ...] = ()) -> Machine:
        log = self.folder / f"{len(self.machines)}.log"
        with log.open("wb") as file:
            process = subprocess.Popen(
                [*before, *DASK, *words],
                stdout=file,
                stderr=file,
                cwd=self.folder,
                start_new_session=True,
            )
        self.machines.append(Machine(process, log))
        return self.machines[-1]

    def scheduler(self) -> Machine:
        """On a free port."""
        place = self.folder / "scheduler.json"
        where = ("--scheduler-file", str(place), "--host", "127.0.0.1", "--port", "0")
        machine = self.start("scheduler", *where, "--no-dashboard")
        wait_until(lambda: place.exists() and place.read_text().endswith("}"))
        self.address = json.loads(place.read_text())["address"]
        return machine

    def worker(self, *more: str, before: tuple[str, ...] = ()) -> Machine:
        """With one thread and, unless told otherwise, a nanny; it is there when this returns."""
        options = ("--nthreads", "1", "--no-dashboard", *more)
        machine = self.start("worker", self.address, *options, before=before)
        wait_until(lambda: machine.said("Registered to:"))
        return machine

    def stop(self) -> None:
        for machine in reversed(self.machines):
            machine.stop(signal.SIGKILL)


def at_work() -> list[int]:
    """The processes that grade for a Dask worker's threads, on this machine."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0") if entry.name.isdigit() else []
        except OSError:
            continue
        if b"autograder.grading.lent" in words:
            found.append(int(entry.name))
    return found
