"""The notebook running in a student process, which is started again after a death."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from autograder.errors import ProcessDied
from autograder.grading.python import declarations, statements_after, statements_before
from autograder.model import CellProblem, CodeCell, Limits, StudentError

BUDGET = "the {seconds:g} s of CPU time for a whole notebook were used up"
SILENT = "its code slept instead of answering, again and again, so nothing more of it was run"
MAX_SILENCES = 6
"""A sleeper costs no CPU time, but it holds a worker for as long as the wall clock allows."""
TOO_MANY_DEATHS = "its process ended {deaths} times, so nothing more of it was run"
ELSEWHERE = ("ModuleNotFoundError", "EOFError")
"""What a statement raises that works at home: a module that is not here, a question to nobody."""
STOPPED = "stopped"
"""StudentError.kind of a cell that ended its process"""


class GaveUp(Exception):  # noqa: N818 - a decision, not a mistake
    """Nothing more of this submission will be run; the text says why, in words for the student."""


class StudentSession(Protocol):
    """What grading needs of the boundary's Session."""

    @property
    def death(self) -> str | None: ...
    @property
    def backstop_struck(self) -> bool: ...
    @property
    def cpu_seconds(self) -> float: ...
    def run_cell(self, cell: CodeCell) -> StudentError | None: ...
    def defined(self, names: Sequence[str]) -> frozenset[str]: ...
    def proxy(self, name: str) -> Callable[..., Any]: ...
    def forget_functions(self) -> None: ...
    def close(self) -> None: ...


class RunningNotebook:
    """Runs all cells in order, and all again in a fresh process when that one died."""

    def __init__(
        self,
        cells: Sequence[CodeCell],
        limits: Limits,
        start_session: Callable[[], StudentSession],
        max_deaths: int,
    ) -> None:
        self.problems: dict[int, CellProblem] = {}
        self.limits_hit: list[str] = []
        self._cells = list(cells)
        self._limits = limits
        self._start = start_session
        self._max_deaths = max_deaths
        self._deaths = 0
        self._silences = 0
        self._spent = 0.0
        self._session: StudentSession | None = None

    @property
    def cpu_seconds(self) -> float:
        """Used so far, by all processes of this notebook."""
        return self._spent + (self._session.cpu_seconds if self._session else 0.0)

    def ready(self, names: Sequence[str]) -> tuple[StudentSession, frozenset[str]]:
        """A living process in which the cells have run, and which of the names exist there.

        GaveUp when there will be none.
        """
        while True:
            session = self._living()
            try:
                return session, session.defined(names)
            except ProcessDied:
                self.discard()

    def _living(self) -> StudentSession:
        while True:
            if self._session is not None and self._session.death is not None:
                self.discard()
            if self.cpu_seconds >= self._limits.submission_cpu:
                raise GaveUp(BUDGET.format(seconds=self._limits.submission_cpu))
            if self._session is not None:
                return self._session
            if self._silences >= MAX_SILENCES:
                raise GaveUp(SILENT)
            if self._deaths > self._max_deaths:
                raise GaveUp(TOO_MANY_DEATHS.format(deaths=self._deaths))
            self._session = self._start()
            self._run_cells(self._session)

    def discard(self) -> None:
        """Give up the process: it died, or nobody knows what it would answer next."""
        if self._session is not None:
            self._session.close()
            self._spent += self._session.cpu_seconds
            self._silences += self._session.backstop_struck
            self._session = None
            self._deaths += 1

    def close(self) -> None:
        """End the process, at the end of the work."""
        if self._session is not None:
            self._session.close()
            self._spent += self._session.cpu_seconds
            self._session = None

    def _run_cells(self, session: StudentSession) -> None:
        for index, cell in enumerate(self._cells):
            before = session.cpu_seconds
            try:
                error = self._run_cell(session, cell)
            except ProcessDied as death:
                self._note(cell, StudentError(STOPPED, str(death)), limit=True)
                self._tame(index, declarations(cell.source))
                return
            if error is None:
                continue
            endless = session.cpu_seconds - before >= 0.5 * self._limits.cell_cpu
            self._note(cell, error, limit=endless)
            if endless:  # what it did before counts; its loop need not run again after a death
                self._tame(index, statements_before(cell.source, error.line))
            if session.death is not None:
                return

    def _run_cell(self, session: StudentSession, cell: CodeCell) -> StudentError | None:
        """What the cell raised first; what works only on its student's machine ends no cell."""
        first = error = session.run_cell(cell)
        while error is not None and error.kind in ELSEWHERE and error.line:
            rest = statements_after(cell.source, error.line)
            if not rest.strip() or rest == cell.source:
                break
            cell = CodeCell(cell.number, rest)
            error = session.run_cell(cell)
        return first

    def _note(self, cell: CodeCell, error: StudentError, *, limit: bool) -> None:
        """The first thing that happened to a cell is the one to tell."""
        if cell.number not in self.problems:
            self.problems[cell.number] = CellProblem(cell.number, error)
            if limit:
                # A death says itself where it was.
                place = "" if error.kind == STOPPED else f"cell {cell.number}: "
                self.limits_hit.append(f"{place}{error.text or error.kind}")

    def _tame(self, index: int, source: str) -> None:
        """From now on the cell runs with less in it; without anything when that was tried."""
        cell = self._cells[index]
        shorter = source if source != cell.source else ""
        self._cells[index] = CodeCell(cell.number, shorter)
