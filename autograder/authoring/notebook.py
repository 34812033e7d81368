"""The student version's cells, and the notebook that holds them.

Otter Assign makes the same cells from the master notebook; `release` compares, so what a grader or
the demo builds here is what students receive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.errors import UsageError
from autograder.model import Assignment, Question, Written

ANSWER_TAG = "otter_answer_cell"
WRITTEN_PLACEHOLDER = "*Double-click here and write your answer in place of this line.*"
LOCKED = {"deletable": False, "editable": False}
VOICE = Path(__file__).with_name("voice.py")
# The boundary's stand-in for otter opens no file and the notebook is not there, so this cell never
# fails while grading: it only goes without our words.
START = """\
# Run this cell first: it loads the checks that come with this notebook.
import contextlib
import json

import otter

try:
    grader = otter.Notebook("{file}")
except FileNotFoundError:
    from IPython.core.error import UsageError

    raise UsageError(
        "found no {file} in this folder, so there are no checks to run; "
        "rename this notebook back to {file}, then run this cell again"
    ) from None
with contextlib.suppress(OSError, KeyError, TypeError, ValueError):  # then Otter's own words
    with open("{file}", encoding="utf-8") as notebook:
        words = {{}}
        exec(json.load(notebook)["metadata"]["mathtx"]["voice"], words)
    words["speak"](grader, globals())
"""


@dataclass(frozen=True)
class NotebookCell:
    """A cell of a notebook file: `kind` is markdown, code or raw."""

    id: str
    kind: str
    source: str
    metadata: Mapping[str, Any] = field(default_factory=dict)


def notebook_name(assignment: Assignment) -> str:
    """The file's name, by which the student's checks are found."""
    return f"{assignment.slug}.ipynb"


def opening_cells(assignment: Assignment) -> list[NotebookCell]:
    """Introduction, the cell that loads the checks, the imports."""
    start = START.format(file=notebook_name(assignment)).rstrip()
    cells = [
        NotebookCell("introduction", "markdown", assignment.intro, LOCKED),
        NotebookCell("start", "code", start, LOCKED),
    ]
    if assignment.setup:
        cells.append(NotebookCell("setup", "code", assignment.setup, {"deletable": False}))
    return cells


def prompt_cells(question: Question) -> list[NotebookCell]:
    """What stands before the answer cell."""
    return [cell for before, cell in _shown(question) if before]


def closing_cells(question: Question) -> list[NotebookCell]:
    """What follows the check cell: figures, and remarks on them."""
    return [cell for before, cell in _shown(question) if not before]


def answer_cell(question: Question, source: str) -> NotebookCell:
    """The only cell of a question that a student edits."""
    metadata = {"deletable": False, "mathtx": {"answer": question.id}, "tags": [ANSWER_TAG]}
    return NotebookCell(f"{question.id}-answer", "code", source, metadata)


def check_cell(question: Question) -> NotebookCell:
    """Runs the question's public checks."""
    source = f'grader.check("{question.id}")'
    return NotebookCell(f"{question.id}-check", "code", source, LOCKED)


def written_cells(written: Written | None) -> list[NotebookCell]:
    """The question that a person marks, and the cell to answer it in."""
    if written is None:
        return []
    metadata = {"deletable": False, "mathtx": {"written": True}}
    return [
        NotebookCell("written-question", "markdown", written.prompt, LOCKED),
        NotebookCell("written-answer", "markdown", WRITTEN_PLACEHOLDER, metadata),
    ]


def student_cells(
    assignment: Assignment, answers: Mapping[str, str] | None = None
) -> list[NotebookCell]:
    """The student version's cells; `answers` replaces answer cells by question id."""
    cells = opening_cells(assignment)
    for question in assignment.questions:
        source = (answers or {}).get(question.id, question.placeholder)
        cells += prompt_cells(question)
        cells += [answer_cell(question, source), check_cell(question)]
        cells += closing_cells(question)
    return cells + written_cells(assignment.written)


def given_cells(assignment: Assignment) -> list[str]:
    """The code that students receive besides answer cells and imports."""
    code = [cell for cell in student_cells(assignment) if cell.kind == "code"]
    editable = {answer_cell(question, "").id for question in assignment.questions} | {"setup"}
    return list(dict.fromkeys(cell.source for cell in code if cell.id not in editable))


def filled_notebook(assignment: Assignment, answers: Mapping[str, str]) -> bytes:
    """The student version with answer cells replaced by question id: the rest is as released.

    The public checks, which only the student's own Jupyter reads from the metadata, are left out.
    """
    unknown = sorted(set(answers) - {question.id for question in assignment.questions})
    if unknown:
        known = ", ".join(question.id for question in assignment.questions)
        raise UsageError(f"found an answer to '{unknown[0]}'; wanted one of: {known}; correct it")
    otter = {"OK_FORMAT": False, "assignment_name": assignment.slug, "tests": {}}
    return notebook_bytes(student_cells(assignment, answers), student_metadata(assignment, otter))


def student_metadata(assignment: Assignment, otter: Mapping[str, Any]) -> dict[str, Any]:
    """Says that the file is generated, from what, and which assignment it is."""
    source = f"solutions/{assignment.slug}"
    return {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "mathtx": {
            "assignment": assignment.slug,
            "generated": f"by autograder build from {source}: edit the source, not this file",
            "voice": VOICE.read_text(encoding="utf-8"),
        },
        "otter": dict(otter),
    }


def notebook_bytes(cells: list[NotebookCell], metadata: Mapping[str, Any]) -> bytes:
    """An nbformat 4.5 file: the same cells give the same bytes."""
    document = {
        "cells": [_json_cell(cell) for cell in cells],
        "metadata": metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return (json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _shown(question: Question) -> Iterator[tuple[bool, NotebookCell]]:
    """Every cell that is shown as it is, with whether it stands before the answer."""
    before = True
    number = 0
    for cell in question.cells:
        if cell.kind == "answer":
            before = False
        elif cell.kind != "check":
            number += 1  # checks are not counted: a hidden one more leaves the release as it was
            kind = "markdown" if cell.kind == "markdown" else "code"
            metadata = LOCKED if before else {}
            name = f"{question.id}-{cell.kind}-{number}"
            yield before, NotebookCell(name, kind, cell.source, metadata)


def _json_cell(cell: NotebookCell) -> dict[str, Any]:
    document: dict[str, Any] = {
        "cell_type": cell.kind,
        "id": cell.id,
        "metadata": dict(cell.metadata),
        "source": cell.source.splitlines(keepends=True),
    }
    if cell.kind == "code":
        document |= {"execution_count": None, "outputs": []}
    return document
