"""The same notebooks and checks through `otter run` and through nbgrader's autograde."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from autograder.authoring import bundle_path
from autograder.model import Assignment, Bundle, Check, Question
from benchmarks.cost import Cost, measured_command, median
from benchmarks.engine import Place

NBGRADER = "from nbgrader.apps import NbGraderApp; NbGraderApp.launch_instance()"
CONFIG = "c = get_config()\nc.CourseDirectory.course_id = 'bench'\n"
SCORE = """\
import sys
from nbgrader.api import Gradebook
with Gradebook("sqlite:///gradebook.db") as book:
    for submission in book.assignment_submissions(sys.argv[1]):
        print(submission.score, submission.max_score)
        if submission.score < submission.max_score - 1e-9 or not submission.max_score:
            sys.exit(1)
"""


def otter_run(place: Place, slug: str, notebook: Path, runs: int) -> Cost:
    """One submission with Otter's own zip of the same tests; the median of some runs."""
    zipped = bundle_path(place.root, slug).with_name("otter_autograder.zip")
    costs = []
    for number in range(runs):
        out = place.folder / f"otter-{slug}-{number}"
        out.mkdir()
        command = [sys.executable, "-m", "otter", "run", "-a", str(zipped), str(notebook)]
        run = _checked(place, [*command, "-o", str(out)], out)
        results = json.loads((out / "results.json").read_text())
        if not all(t.get("score") == t.get("max_score") for t in results["tests"]):
            raise SystemExit(f"bench: otter run gives {slug}'s solution less than all points")
        costs.append(run)
    return median(costs)


def nbgrader_autograde(
    place: Place, assignment: Assignment, bundle: Bundle, sizes: tuple[int, int]
) -> dict[str, Cost]:
    """Cold: one submission, the whole command. Warm: what one more adds."""
    slug, (few, many) = assignment.slug, sizes
    course = place.folder / f"nbgrader-{slug}"
    source = course / "source" / slug
    source.mkdir(parents=True)
    notebook = json.dumps(source_notebook(assignment))
    (source / f"{slug}.ipynb").write_text(notebook)
    (course / "nbgrader_config.py").write_text(CONFIG)
    for path, data in bundle.files.items():
        (source / path).parent.mkdir(parents=True, exist_ok=True)
        (source / path).write_bytes(data)
    nbgrader = [sys.executable, "-c", NBGRADER]
    _checked(place, [*nbgrader, "generate_assignment", slug, "--force"], course)
    costs = []
    for size in sizes:
        for number in range(size):
            _hand_in(course, slug, f"s{size}x{number}", notebook, bundle)
        only = f"--student=s{size}x*"
        costs.append(_checked(place, [*nbgrader, "autograde", slug, only], course))
    _checked(place, [sys.executable, "-c", SCORE, slug], course)
    each = (costs[1] - costs[0]) / (many - few)
    return {"cold": costs[0] - each * (few - 1), "warm": each}


def source_notebook(assignment: Assignment) -> dict[str, Any]:
    """The assignment as nbgrader's author would write it: the same checks, hidden ones hidden."""
    cells = [_cell("setup", assignment.setup)]
    for question in assignment.questions:
        for number, cell in enumerate(question.cells):
            name = f"{question.id}-{number}"
            if cell.kind == "answer":
                cells.append(_cell(question.id, question.answer, solution=True))
                cells += _test_cells(question)
            elif cell.kind in ("figure", "code"):
                cells.append(_cell(name, cell.source))
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}


def _test_cells(question: Question) -> list[dict[str, Any]]:
    return [
        _cell(f"{question.id}-test-{number}", _inlined(check), points=check.points)
        for number, check in enumerate(question.checks)
    ]


def _inlined(check: Check) -> str:
    """The check's function and its call; every argument is one of the notebook's names."""
    names = check.source.split("(", 1)[1].split(")", 1)[0]
    code = f"{check.source}\n{check.name}({names})"
    return f"### BEGIN HIDDEN TESTS\n{code}\n### END HIDDEN TESTS" if check.hidden else code


def _cell(
    name: str, source: str, *, solution: bool = False, points: float | None = None
) -> dict[str, Any]:
    metadata: dict[str, Any] = {}
    if solution or points is not None:
        grader = {"schema_version": 3, "grade_id": name, "task": False, "solution": solution}
        grader |= {"grade": points is not None, "locked": not solution}
        metadata["nbgrader"] = grader | ({} if points is None else {"points": points})
    if solution:
        source = f"### BEGIN SOLUTION\n{source}\n### END SOLUTION"
    return {
        "cell_type": "code",
        "id": name.replace("_", "-"),
        "metadata": metadata,
        "source": source,
        "execution_count": None,
        "outputs": [],
    }


def _hand_in(course: Path, slug: str, student: str, notebook: str, bundle: Bundle) -> None:
    """The solution as a submission; autograde puts the tests back into it."""
    folder = course / "submitted" / student / slug
    folder.mkdir(parents=True)
    (folder / f"{slug}.ipynb").write_text(notebook)
    for path, data in bundle.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _checked(place: Place, command: list[str], folder: Path) -> Cost:
    log = place.folder / "rival.txt"
    run = measured_command(command, str(folder), str(log))
    if run.code:
        said = log.read_text(errors="replace")[-3000:]
        raise SystemExit(f"bench: {' '.join(command[2:5])} ended with {run.code}:\n{said}")
    return run.cost
