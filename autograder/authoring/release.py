"""Otter Assign, run in a temporary folder: its student version, test files and autograder zip.

Otter is trusted with nothing it can get wrong in silence: cells, checks, points, hidden flags and
messages are compared with the source, and what differs between two runs is normalised.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import logging
import shutil
import tempfile
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.authoring.archive import zip_bytes, zip_members
from autograder.authoring.checks import REFERENCE
from autograder.authoring.master import master_notebook, otter_points
from autograder.authoring.notebook import (
    notebook_bytes,
    notebook_name,
    student_cells,
    student_metadata,
)
from autograder.errors import AutograderError
from autograder.model import Assignment, Check

SKIPPED = shutil.ignore_patterns("__pycache__", ".*")


@dataclass(frozen=True)
class Release:
    """What Otter Assign made of an assignment, compared and normalised."""

    files: Mapping[str, bytes]
    """all that students receive: the notebook and the shipped files, by path"""
    test_files: Mapping[str, str]
    """question id → Otter's test file with public and hidden checks"""
    otter_zip: bytes
    """for `otter run -a`"""


def make_release(assignment: Assignment, root: Path) -> Release:
    """Run Otter Assign on the master notebook; AutograderError when it did something else."""
    with tempfile.TemporaryDirectory(prefix="autograder-build-") as temporary:
        folder = Path(temporary)
        name = notebook_name(assignment)
        staff = _copy_inputs(assignment, root, folder)
        (folder / name).write_bytes(master_notebook(assignment, staff))
        _run_assign(folder / name, folder / "out")
        student = json.loads((folder / "out" / "student" / name).read_bytes())
        (archive,) = (folder / "out" / "autograder").glob("*.zip")
        members = zip_members(archive.read_bytes())
    _compare_cells(assignment, student["cells"])
    tests = {}
    public = student["metadata"]["otter"]["tests"]
    for question in assignment.questions:
        name_in_zip = f"tests/{question.id}.py"
        shown = [check for check in question.checks if not check.hidden]
        public[question.id] = _as_written(public[question.id], shown)
        tests[question.id] = _as_written(members[name_in_zip].decode(), question.checks)
        members[name_in_zip] = tests[question.id].encode()
        _compare_checks(question.id, public[question.id], shown)
        _compare_checks(question.id, tests[question.id], question.checks)
    metadata = student_metadata(assignment, student["metadata"]["otter"])
    files = {path: (assignment.path / path).read_bytes() for path in assignment.files}
    files[name] = notebook_bytes(student_cells(assignment), metadata)
    return Release(files, tests, zip_bytes(members))


def _copy_inputs(assignment: Assignment, root: Path, folder: Path) -> list[str]:
    """Lay shipped files and the reference beside the master; the staff's folders are returned."""
    for path in assignment.files:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(assignment.path / path, folder / path)
    if not (root / REFERENCE).is_dir():
        return []
    shutil.copytree(root / REFERENCE, folder / REFERENCE, ignore=SKIPPED)
    return [REFERENCE]


def _run_assign(master: Path, out: Path) -> None:
    """Quietly; whatever Otter raises is said in one line."""
    with _silence() as said:
        # Slow to import and needed for a build alone.
        from otter.assign import main as otter_assign

        try:
            otter_assign(str(master), str(out), no_pdfs=True, no_run_tests=True)
        except Exception as error:
            first = f"{type(error).__name__}: {error}".splitlines()[0]
            raise AutograderError(
                f"otter assign stopped with {first}; wanted a student version of {master.stem}; "
                f"see what it printed: {said.getvalue().strip() or 'nothing'}"
            ) from error


@contextlib.contextmanager
def _silence() -> Iterator[io.StringIO]:
    said = io.StringIO()
    disabled = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with (
            warnings.catch_warnings(),
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(said),
        ):
            warnings.simplefilter("ignore")
            yield said
    finally:
        logging.disable(disabled)


def _compare_cells(assignment: Assignment, cells: Sequence[Mapping[str, Any]]) -> None:
    """Otter drops or edits cells that look like its own marks (`# ignore`, `# SEED`, …)."""
    wanted = [(cell.kind, cell.source) for cell in student_cells(assignment)]
    made = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    for number, (expected, found) in enumerate(zip(wanted, made, strict=False), start=1):
        if expected != found:
            raise AutograderError(
                f"otter assign made cell {number} '{_first(found[1])}' of {assignment.slug}; "
                f"wanted '{_first(expected[1])}' unchanged; keep Otter's marks "
                "(# ignore, # SEED, # SOLUTION, # BEGIN PLUGIN, ```otter) out of the source"
            )
    if len(wanted) != len(made):
        raise AutograderError(
            f"otter assign made {len(made)} cells of {assignment.slug}; wanted {len(wanted)}; "
            "compare the master notebook's cells with the source"
        )


def _first(source: str) -> str:
    return source.splitlines()[0][:60] if source else ""


def _as_written(test_file: str, checks: Sequence[Check]) -> str:
    """Otter's test file with the author's text: `ast.unparse` differs between Pythons."""
    for check in checks:
        unparsed = ast.unparse(ast.parse(check.source))
        test_file = test_file.replace(f"\n{unparsed}\n", f"\n{check.source}\n")
    return test_file


def _compare_checks(question: str, test_file: str, checks: Sequence[Check]) -> None:
    """The test file parses and holds exactly these checks, in this order, with all they carry."""
    from otter.test_files.exception_test import ExceptionTestFile

    wanted = [
        (check.name, otter_points(check.points), check.hidden, check.sentence, check.hint)
        for check in checks
    ]
    try:
        cases = ExceptionTestFile.from_string(test_file).test_cases
    except Exception as error:
        raise AutograderError(
            f"otter assign wrote a test file for {question} that does not load ({error}); "
            "wanted one that does; look for odd characters in its hints and docstrings"
        ) from error
    found = [
        (
            case.body.test_func.__name__,
            case.points,
            case.hidden,
            case.success_message,
            case.failure_message,
        )
        for case in cases
    ]
    if found != wanted or not all(f"\n{check.source}\n" in test_file for check in checks):
        changed = [check for check in wanted if check not in found] or wanted
        raise AutograderError(
            f"otter assign changed check {changed[0][0]} of {question}; wanted its name, place, "
            "points, hidden flag, text, sentence and hint as in the source; simplify them"
        )
