"""Assignment → Otter Assign's master notebook, exception-based format, tests in the metadata."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from autograder.authoring.answers import master_form
from autograder.authoring.notebook import (
    NotebookCell,
    closing_cells,
    notebook_bytes,
    opening_cells,
    prompt_cells,
    student_metadata,
    written_cells,
)
from autograder.model import Assignment, Check, Question

# What Gradescope's container must install besides Otter, so that the checks run there too.
REQUIREMENTS = ["numpy>=1.26", "matplotlib>=3.8"]


def master_notebook(assignment: Assignment, staff_folders: list[str]) -> bytes:
    """The notebook Otter Assign reads; `staff_folders` lie beside it and go to the autograder."""
    config = {
        "name": assignment.slug,
        "init_cell": False,
        "check_all_cell": False,
        "export_cell": False,
        "run_tests": False,
        "generate": True,
        "tests": {"files": False, "ok_format": False},
        "requirements": REQUIREMENTS,
        "files": list(assignment.files),
        "autograder_files": staff_folders,
    }
    cells = [_raw("config", "ASSIGNMENT CONFIG", config), *opening_cells(assignment)]
    for question in assignment.questions:
        cells += _question_cells(question)
    cells += written_cells(assignment.written)
    return notebook_bytes(cells, student_metadata(assignment, {}))


def otter_points(points: float) -> float:
    """Whole points as int: that is how Otter shows them."""
    return int(points) if points.is_integer() else points


def _question_cells(question: Question) -> list[NotebookCell]:
    """Otter's blocks; a question's points are the sum of its checks'."""
    name = question.id
    answer = next(cell.source for cell in question.cells if cell.kind == "answer")
    return [
        _raw(f"{name}-begin", "BEGIN QUESTION", {"name": name}),
        *prompt_cells(question),
        _raw(f"{name}-begin-solution", "BEGIN SOLUTION"),
        NotebookCell(f"{name}-answer", "code", master_form(answer)),
        _raw(f"{name}-end-solution", "END SOLUTION"),
        _raw(f"{name}-begin-tests", "BEGIN TESTS"),
        *(
            NotebookCell(f"{name}-test-{number}", "code", _test_source(check))
            for number, check in enumerate(question.checks, start=1)
        ),
        _raw(f"{name}-end-tests", "END TESTS"),
        _raw(f"{name}-end", "END QUESTION"),
        *closing_cells(question),
    ]


def _raw(identifier: str, heading: str, config: Mapping[str, Any] | None = None) -> NotebookCell:
    """One of Otter's structural cells; JSON is YAML."""
    body = f"\n{json.dumps(config, ensure_ascii=False, indent=1)}" if config else ""
    return NotebookCell(identifier, "raw", f"# {heading}{body}")


def _test_source(check: Check) -> str:
    """A test cell: Otter writes messages between double quotes without escaping them."""
    config = {
        "hidden": check.hidden,
        "points": otter_points(check.points),
        "success_message": _escaped(check.sentence),
        "failure_message": _escaped(check.hint),
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in config.items()]
    return "\n".join(['""" # BEGIN TEST CONFIG', *lines, '""" # END TEST CONFIG', check.source])


def _escaped(message: str) -> str:
    return message.replace("\\", "\\\\").replace('"', '\\"')
