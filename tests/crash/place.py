"""The real command in a process of its own that can be killed, and who works for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

AUTOGRADER = str(Path(sys.executable).with_name("autograder"))
PATIENCE_SECONDS = 300.0
"""for a machine that is very busy; nothing here waits for it to pass"""


@dataclass(frozen=True)
class Place:
    """A repository with its class, and where one test's results and temporary files go."""

    repository: Path
    folder: Path
    out: Path
    temporary: Path
    bystanders: frozenset[int] = frozenset()
    """processes that other tests keep"""

    def words(self, *more: str) -> list[str]:
        """The command."""
        out = ["--out", str(self.out), *more]
        return [AUTOGRADER, "--root", str(self.repository), "grade", "1", str(self.folder), *out]

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "TMPDIR": str(self.temporary)}

    def start(self, *more: str, **options: Any) -> subprocess.Popen[str]:
        """The command at work."""
        return subprocess.Popen(
            self.words(*more),
            **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | options,
            text=True,
            start_new_session=True,
            env=self.environment,
        )

    def grade(self, *more: str) -> subprocess.CompletedProcess[str]:
        """The command from start to end."""
        process = self.start(*more)
        out, err = process.communicate(timeout=PATIENCE_SECONDS)
        return subprocess.CompletedProcess(process.args, process.returncode, out, err)

    def reports(self) -> list[Path]:
        """Those that are stored."""
        return sorted((self.out / "reports").glob("*.json"))

    def wait_for_reports(self, count: int, process: subprocess.Popen[str]) -> None:
        """Until there are so many, or the command has ended."""
        wait_until(lambda: len(self.reports()) >= count or process.poll() is not None)

    def gradebook(self) -> bytes:
        return (self.out / "gradebook.csv").read_bytes()

    def left_over(self) -> list[str]:
        """Half-written files among the results: a completed run leaves none."""
        return [str(path) for path in self.out.rglob(".*") if path.is_file()]


def wait_until(what: Callable[[], object], seconds: float = PATIENCE_SECONDS) -> None:
    deadline = time.monotonic() + seconds
    while not what() and time.monotonic() < deadline:
        time.sleep(0.005)


def below(pid: int) -> Iterator[tuple[int, int]]:
    """(depth, process id) of the living descendants."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").glob("*/children"))
        children = [int(child) for task in tasks for child in task.read_text().split()]
    except OSError:
        return
    for child in children:
        if state(child) not in "ZX":
            yield 1, child
        yield from ((depth + 1, other) for depth, other in below(child))


def state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "X"


def victims(grader: int, kind: str) -> list[int]:
    """The grader's processes of one kind, by what they are the children of."""
    server = [
        pid
        for depth, pid in below(grader)
        if depth == 1 and b"forkserver" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]
    found = {"forkserver": [(0, pid) for pid in server]}
    tree = [item for pid in server for item in below(pid)]
    found["worker"] = [item for item in tree if item[0] == 1]
    found["zygote"] = [item for item in tree if item[0] in {2, 3}]
    found["student"] = [item for item in tree if item[0] >= 4]
    return [pid for _, pid in found[kind]]


def nobody_left(place: Place) -> bool:
    """Whether all that a command started has ended soon after it; they have become ours."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        left = {pid for _, pid in below(os.getpid())} - place.bystanders
        with_zombies = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
        for pid in with_zombies:
            if state(int(pid)) == "Z" and int(pid) not in place.bystanders:
                os.waitpid(int(pid), os.WNOHANG)
        if not left:
            return True
        time.sleep(0.02)
    return False


def same_but_times(out: Path) -> dict[str, Any]:
    """All reports without what may differ."""
    reports = {}
    for path in sorted((out / "reports").glob("*.json")):
        reports[path.name] = json.loads(path.read_text()) | {"times": None}
    return reports
