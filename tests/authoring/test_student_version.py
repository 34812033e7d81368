"""A student's Jupyter runs the released notebook, and plain Otter grades it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbclient
import nbformat
import pytest

from autograder.authoring import build, filled_notebook, load_assignment

NOTEBOOK = "01_sums.ipynb"


def released(repository: Path, folder: Path, name: str = NOTEBOOK) -> Path:
    """The released notebook alone in a folder of the student's."""
    result = build(load_assignment(repository, "1"), repository)
    folder.mkdir()
    return Path(shutil.copy(result.notebook, folder / name))


def executed(path: Path, *, allow_errors: bool = False) -> dict[str, str]:
    """Run the notebook where it lies; cell id → what it shows, as text."""
    notebook = nbformat.read(path, as_version=4)
    client = nbclient.NotebookClient(
        notebook,
        timeout=120,
        allow_errors=allow_errors,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    return {cell["id"]: _shown(cell.get("outputs", [])) for cell in notebook.cells}


def _shown(outputs: list[nbformat.NotebookNode]) -> str:
    texts = []
    for output in outputs:
        texts += [output.get("text", ""), *output.get("traceback", [])]
        texts.append(output.get("data", {}).get("text/plain", ""))
    return "\n".join(text for text in texts if text)


def test_an_untouched_notebook_runs_to_its_end(repository: Path, tmp_path: Path) -> None:
    """Each check says that the answer is missing, in the student's words; figures wait."""
    shown = executed(released(repository, tmp_path / "alone"))
    assert shown["double-check"].startswith("double is not answered yet.\nReplace `raise")
    assert "Add x to itself." not in shown["double-check"]
    assert "average is not answered yet" in shown["average-check"]
    assert shown["double-figure-2"].startswith("This cell waits for an answer")
    assert shown["start"] == ""


def test_a_right_answer_passes_the_public_checks(repository: Path, tmp_path: Path) -> None:
    """The hidden checks are not there, and the answer says that they decide the rest."""
    path = released(repository, tmp_path / "alone")
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["metadata"].get("mathtx") == {"answer": "double"}:
            cell["source"] = "def double(x):\n    return 2 * x"
    path.write_text(json.dumps(notebook))
    shown = executed(path)
    promise, *sentences = shown["double-check"].splitlines()
    assert promise == "double: all public checks pass; hidden checks decide the rest"
    assert sentences == ['✓ Twice 3 is 6, not "33".']
    assert shown["double-figure-2"].strip() == "twice four is 8"


def test_an_error_in_an_answer_is_found_in_its_cell(repository: Path, tmp_path: Path) -> None:
    """The call, the error and the line of the cell are told, also when the first cell ran twice."""
    path = released(repository, tmp_path / "alone")
    notebook = json.loads(path.read_text())
    cells = {cell["id"]: cell for cell in notebook["cells"]}
    cells["double-answer"]["source"] = "def double(x):\n    print(7)\n    return x + nothing"
    notebook["cells"].insert(2, {**cells["start"], "id": "start-again"})
    path.write_text(json.dumps(notebook))
    shown = executed(path, allow_errors=True)["double-check"].splitlines()
    assert shown == [
        *("7", ""),  # printed once, though the check ran again to find the place
        "double: 0 of 1 public checks pass",
        "",
        '✗ Twice 3 is 6, not "33".',
        "   double(3) raised NameError: name 'nothing' is not defined",
        "   in line 3 of its cell: return x + nothing",
        "   Hint: Add x to itself.",
    ]


def test_a_renamed_notebook_says_what_to_do(repository: Path, tmp_path: Path) -> None:
    """One plain line instead of a traceback, and running stops there."""
    path = released(repository, tmp_path / "alone", "01_sums (1).ipynb")
    with pytest.raises(nbclient.exceptions.CellExecutionError):
        executed(path)
    shown = executed(path, allow_errors=True)
    said = (
        "UsageError: found no 01_sums.ipynb in this folder, so there are no checks to run; "
        "rename this notebook back to 01_sums.ipynb, then run this cell again"
    )
    assert shown["start"].strip() == said


@pytest.mark.parametrize(("answers", "score"), [("solution", 3.5), ("blank", 0.0)])
def test_plain_otter_grades_a_submission(
    answers: str, score: float, repository: Path, tmp_path: Path
) -> None:
    """`otter run` with the zip beside the bundle finds tests, reference and data."""
    assignment = load_assignment(repository, "1")
    result = build(assignment, repository)
    filled = {q.id: q.answer for q in assignment.questions} if answers == "solution" else {}
    work = tmp_path / "work"
    work.mkdir()
    (work / NOTEBOOK).write_bytes(filled_notebook(assignment, filled))
    command = [sys.executable, "-m", "otter", "run", "-a", str(result.otter_zip), NOTEBOOK]
    # A PYTHONPATH of the developer's would put another reference before the zip's.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(command, cwd=work, env=environment, check=True, capture_output=True, timeout=120)
    tests = json.loads((work / "results.json").read_text())["tests"]
    assert sum(test.get("score", 0) for test in tests) == score
