"""Where the time of one submission goes, by phase, in a warm worker.

A session notes what each kind of request took on either side of the boundary; what is left of the
grader's own time is the checks' comparisons and the bookkeeping.
"""

from __future__ import annotations

import os
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from autograder.boundary.session import Session, Spawner, start_zygote
from autograder.grading.intake import find_submissions
from autograder.grading.read import read_submission
from autograder.grading.run import grade_submission
from autograder.model import Bundle, CodeCell, Limits, Report, StudentError, Submission
from autograder.reports import feedback, feedback_markdown, report_json
from autograder.sandbox.process import Zygote

RUNS = 5
START = "process: fork, confinement, end"
CELLS = "cells, figures included"
CALLS = "calls and callbacks"
CHECKS = "checks' own code, bookkeeping"
DIAGNOSIS = "diagnosis"
READING = "reading and repairing"
WRITING = "report and pages"
PHASES = (READING, START, CELLS, CALLS, CHECKS, DIAGNOSIS, WRITING)
Split = tuple[float, float]
"""CPU seconds of the grader, of the student process (with the server that forks it)"""
T = TypeVar("T")


class Sheet:
    """What each phase took so far."""

    def __init__(self) -> None:
        self.grader: dict[str, float] = defaultdict(float)
        self.student: dict[str, float] = defaultdict(float)

    @contextmanager
    def noting(self, phase: str) -> Iterator[None]:
        """The block's time is the phase's."""
        before = time.process_time()
        yield
        self.grader[phase] += time.process_time() - before


class NotingSession(Session):
    """Notes what its requests take; a request inside another one is the outer one's.

    The student process works only while it is asked, so its CPU time is read where the phase
    changes: reading it around each call would cost as much as a small call does.
    """

    def __init__(self, zygote: Spawner, limits: Limits, sheet: Sheet) -> None:
        self._sheet, self._inside = sheet, False
        self._phase, self._since = START, 0.0
        with sheet.noting(START):
            super().__init__(zygote, limits)

    def run_cell(self, cell: CodeCell) -> StudentError | None:
        return self._noted(CELLS, lambda: super(NotingSession, self).run_cell(cell))

    def call(self, *args: Any, **kwargs: Any) -> Any:
        return self._noted(CALLS, lambda: super(NotingSession, self).call(*args, **kwargs))

    def close(self) -> None:
        self._noted(START, lambda: super(NotingSession, self).close())
        self._turn_to("")

    def _noted(self, phase: str, work: Callable[[], T]) -> T:
        if self._inside:
            return work()
        self._turn_to(phase)
        self._inside = True
        try:
            with self._sheet.noting(phase):
                return work()
        finally:
            self._inside = False

    def _turn_to(self, phase: str) -> None:
        if phase != self._phase:
            now = self.cpu_seconds
            self._sheet.student[self._phase] += now - self._since
            self._phase, self._since = phase, now


def phases(bundle: Bundle, submissions: Path) -> dict[str, Split]:
    """Each phase's CPU seconds for the first submission; medians of some runs, warm."""
    row = find_submissions(submissions)[0]
    data = row.path.read_bytes()
    found: list[dict[str, Split]] = []
    with start_zygote(bundle.limits, bundle.files, False) as zygote:
        for _ in range(RUNS + 1):
            sheet = Sheet()
            with sheet.noting(READING):
                submission = read_submission(row, bundle, data)
            report = _graded(submission, bundle, zygote, sheet)
            with sheet.noting(WRITING):
                report_json.dump(report)
                feedback.render(report)
                feedback_markdown.render(report)
            found.append({name: (sheet.grader[name], sheet.student[name]) for name in PHASES})
    warm = found[1:]
    return {name: _median([split[name] for split in warm]) for name in PHASES}


def _graded(submission: Submission, bundle: Bundle, zygote: Zygote, sheet: Sheet) -> Report:
    """Graded without the diagnosis, noted by phase; and with it, which costs the difference."""
    plain = replace(bundle, mutants=(), accepted=())
    forked = _cpu_of(zygote.pid)
    before = time.process_time()
    without = grade_submission(
        submission, plain, lambda: NotingSession(zygote, bundle.limits, sheet)
    )
    mine = time.process_time() - before
    sheet.student[START] += _cpu_of(zygote.pid) - forked
    sheet.grader[CHECKS] = mine - sum(sheet.grader[name] for name in (START, CELLS, CALLS))
    before = time.process_time()
    report = grade_submission(submission, bundle, lambda: Session(zygote, bundle.limits))
    both = time.process_time() - before, report.times["cpu"]
    sheet.grader[DIAGNOSIS] = both[0] - mine
    sheet.student[DIAGNOSIS] = both[1] - without.times["cpu"]
    return report


def _cpu_of(pid: int | None) -> float:
    if pid is None:
        return 0.0
    fields = Path("/proc", str(pid), "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _median(splits: list[Split]) -> Split:
    """Of either side apart; a difference that is nothing but noise is none."""
    grader = statistics.median(split[0] for split in splits)
    return max(0.0, grader), max(0.0, statistics.median(split[1] for split in splits))
