"""Runs an assignment's cells with their solutions and keeps what they draw and print.

In this very process: it is the author's own code, as `build` takes it.
"""

from __future__ import annotations

import contextlib
import io
import os
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.errors import AuthorError
from autograder.model import Assignment, Cell


@dataclass(frozen=True)
class Shown:
    """What one cell showed: its prints, and its figures as PNG."""

    printed: str
    figures: tuple[bytes, ...]


def run_cells(assignment: Assignment, root: Path) -> dict[tuple[str, int], Shown]:
    """(question id, number of the cell in its source, from 0) → what it showed."""
    import matplotlib as mpl

    mpl.use("Agg")
    names: dict[str, Any] = {"__name__": "__main__"}
    shown = {}
    with _in_folder(assignment.path), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Agg says that it shows nothing
        exec(assignment.setup, names)
        for question in assignment.questions:
            for number, cell in enumerate(question.cells):
                if cell.kind in ("answer", "code", "figure"):
                    source = question.answer if cell.kind == "answer" else cell.source
                    try:
                        shown[question.id, number] = _run(source, names)
                    except Exception as error:
                        raise _failed(question.path, cell, error, root) from error
    return shown


def _run(source: str, names: dict[str, Any]) -> Shown:
    import matplotlib.pyplot as plt

    said = io.StringIO()
    figures = []
    try:
        with contextlib.redirect_stdout(said):
            exec(source, names)
        for number in plt.get_fignums():
            file = io.BytesIO()
            # Without the version of matplotlib, so that the same picture has the same bytes.
            plt.figure(number).savefig(
                file, format="png", dpi=110, bbox_inches="tight", metadata={"Software": None}
            )
            figures.append(file.getvalue())
    finally:
        plt.close("all")
    return Shown(said.getvalue(), tuple(figures))


def _failed(path: Path, cell: Cell, error: Exception, root: Path) -> AuthorError:
    place = path.relative_to(root) if path.is_relative_to(root) else path
    first = f"{type(error).__name__}: {error}".splitlines()[0]
    return AuthorError(
        f"{place}:{cell.line}: found a cell that ends with {first}; wanted one that runs with the "
        "solutions; correct it"
    )


@contextlib.contextmanager
def _in_folder(folder: Path) -> Iterator[None]:
    """Cells find the shipped files beside them."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
