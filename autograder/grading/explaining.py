"""Why an answer is not there, in words: what happened in the cells that should have given it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from autograder.grading.answers import Definitions
from autograder.grading.checks import cut
from autograder.grading.running import STOPPED, RunningNotebook
from autograder.model import CellProblem

NOT_DEFINED = "{names}: not defined when all cells have run"


def missing_note(names: Sequence[str], notebook: RunningNotebook, found: Definitions) -> str:
    """Why the names are not there: what happened in the cells that should have defined them."""
    cells = {place.cell for name in names for place in found[name]}
    return problems_of(notebook, cells) or NOT_DEFINED.format(names=", ".join(names))


def problems_of(notebook: RunningNotebook, cells: Collection[int]) -> str:
    """What happened in the cells, for the report."""
    problems = [notebook.problems[cell] for cell in sorted(cells) if cell in notebook.problems]
    return "; ".join(_said(problem) for problem in problems)


def _said(problem: CellProblem) -> str:
    error = problem.error
    if error.kind == STOPPED:
        return cut(error.text)  # a death says itself where it was
    line = f", line {error.line}" if error.line else ""
    text = f": {error.text}" if error.text else ""
    return cut(f"cell {problem.cell}{line}: {error.kind}{text}")
