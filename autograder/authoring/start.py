"""solutions/start/ → the files at the top of assignments/: a student's first notebook and the rest.

`<name>.py` becomes `<name>.ipynb`: its one question is shown with its answer, and its checks come
from Otter Assign as in every assignment. All other files are copied.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from autograder.authoring.answers import Answer, read_answer
from autograder.authoring.assignment import LEFT_BY_TOOLS
from autograder.authoring.checks import read_check
from autograder.authoring.files import write_atomically
from autograder.authoring.findings import Finding, read_source, refuse
from autograder.authoring.notebook import (
    LOCKED,
    NotebookCell,
    answer_cell,
    check_cell,
    notebook_bytes,
    opening_cells,
    student_metadata,
)
from autograder.authoring.percent import PercentCell, split
from autograder.authoring.release import make_release
from autograder.model import Assignment, Cell, Check, Limits, Question

FOLDER = "start"
LOADER = "start"
"""the tag of the empty cell that becomes the one which loads the checks"""


def start_files(root: Path) -> dict[str, bytes]:
    """Name in assignments/ → contents; nothing where a repository has no solutions/start."""
    folder = root / "solutions" / FOLDER
    files = {}
    for path in sorted(folder.glob("*")):
        if path.is_file() and not path.name.startswith("."):
            if path.suffix == ".py":
                files[f"{path.stem}.ipynb"] = _notebook(path, root)
            else:
                files[path.name] = path.read_bytes()
    return files


def build_start(root: Path) -> list[Path]:
    """Write what differs; the paths written."""
    written = []
    for name, data in start_files(root).items():
        path = root / "assignments" / name
        if not path.is_file() or path.read_bytes() != data:
            write_atomically(path, data)
            written.append(path)
    return written


def check_start(root: Path) -> list[str]:
    """Findings: a file at the top of assignments/ that is stale, missing or stray."""
    files = start_files(root)
    if not files:
        return []
    findings = []
    for name, data in files.items():
        path = root / "assignments" / name
        if not path.is_file() or path.read_bytes() != data:
            state = "older than its source" if path.is_file() else "missing"
            findings.append(
                f"found assignments/{name} {state}; wanted what solutions/{FOLDER} says now; "
                "run: autograder build"
            )
    for path in sorted((root / "assignments").glob("*")):
        if path.is_file() and path.name not in {*files, *LEFT_BY_TOOLS}:
            findings.append(
                f"found assignments/{path.name}, which build does not make; "
                "wanted generated files only; move it away"
            )
    return findings


def _notebook(path: Path, root: Path) -> bytes:
    raw, findings = split(path, read_source(path))
    refuse(findings, root)
    question, answer = _question(path, raw, root)
    assignment = Assignment(
        slug=path.stem,
        title=question.title,
        intro=question.title,
        setup="",
        questions=(question,),
        limits=Limits(),
        files=(),
        path=path.parent,
    )
    # Otter's own student version says what the checks look like; the cells are ours.
    made = json.loads(make_release(assignment, root).files[f"{path.stem}.ipynb"])
    metadata = student_metadata(assignment, made["metadata"]["otter"])
    metadata["mathtx"]["generated"] = (
        f"by autograder build from solutions/{FOLDER}/{path.name}: edit the source, not this file"
    )
    return notebook_bytes(_cells(assignment, raw, answer), metadata)


def _cells(
    assignment: Assignment, raw: Sequence[PercentCell], answer: Answer
) -> list[NotebookCell]:
    (question,) = assignment.questions
    cells: list[NotebookCell] = []
    for number, cell in enumerate(raw, start=1):
        if cell.markdown:
            cells.append(NotebookCell(f"text-{number}", "markdown", cell.source, LOCKED))
        elif LOADER in cell.tags:
            cells.append(opening_cells(assignment)[1])
        elif "answer" in cell.tags:
            cells += [answer_cell(question, answer.solved), check_cell(question)]
        elif "check" not in cell.tags:
            cells.append(NotebookCell(f"code-{number}", "code", cell.source))
    return cells


def _question(path: Path, raw: Sequence[PercentCell], root: Path) -> tuple[Question, Answer]:
    """The one question; AuthorError when a cell breaks a rule."""
    answers = [cell for cell in raw if "answer" in cell.tags]
    loaders = [cell for cell in raw if LOADER in cell.tags]
    hidden = [cell for cell in raw if "hidden" in cell.tags]
    findings = []
    if len(answers) != 1 or len(loaders) != 1:
        found = f"{len(answers)} answer cells and {len(loaders)} cells that load the checks"
        wanted = f'# %% tags=["answer"] and # %% tags=["{LOADER}"] once each'
        findings.append(Finding(path, 1, found, wanted, "correct the tags"))
    for cell in hidden:
        wanted = "public checks only, this file shows everything"
        findings.append(Finding(path, cell.line, "a hidden check", wanted, "take the tag away"))
    refuse(findings, root)
    name = answers[0].source.partition("(")[0].removeprefix("def ")
    answer, findings = read_answer(path, answers[0].source, answers[0].first, name)
    refuse(findings, root)
    assert answer is not None
    checks: list[Check] = []
    for cell in raw:
        if "check" in cell.tags:
            check, wrong = read_check(path, cell, answer.names)
            findings += wrong
            checks += [check] if check else []
    refuse(findings, root)
    question = Question(
        id=name,
        title=name,
        points=sum(check.points for check in checks),
        names=answer.names,
        answer=answer.solved,
        placeholder=answer.placeholder,
        cells=(Cell("answer", answers[0].source, answers[0].first),),
        checks=tuple(checks),
        attempts=(),
        path=path,
    )
    return question, answer
