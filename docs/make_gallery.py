"""Renders every figure of every assignment into docs/figures/ and the page docs/gallery.md.

The figures come from the released notebooks, filled with the solutions and run in Jupyter: what a
student sees who answers everything rightly. Run it after `make setup`.
"""

from __future__ import annotations

import base64
import re
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from autograder.authoring import filled_notebook, known_assignments, load_assignment
from autograder.model import Assignment

ROOT = Path(__file__).parents[1]
FIGURES = ROOT / "docs" / "figures"
HEAD = """\
# Gallery

Every figure that a student's own answers draw. Made by `docs/make_gallery.py` from the notebooks
filled with the solutions.
"""


def run(assignment: Assignment) -> nbformat.NotebookNode:
    """The filled notebook, run from top to bottom in a folder of its own, beside its data."""
    answers = {question.id: question.answer for question in assignment.questions}
    notebook = nbformat.reads(filled_notebook(assignment, answers).decode(), as_version=4)
    # The start cell and the check cells ask Otter about a file that is not there.
    notebook.cells = [cell for cell in notebook.cells if not is_otter(cell)]
    with tempfile.TemporaryDirectory() as folder:
        for name in assignment.files:
            target = Path(folder, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((assignment.path / name).read_bytes())
        client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": folder}})
        client.execute()
    return notebook


def is_otter(cell: nbformat.NotebookNode) -> bool:
    pattern = r"import otter|grader\.check"
    return cell.cell_type == "code" and re.search(pattern, cell.source) is not None


def pictures(notebook: nbformat.NotebookNode) -> list[bytes]:
    """The PNG outputs, in order."""
    return [
        base64.b64decode(output.data["image/png"])
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]


def main() -> None:
    FIGURES.mkdir(parents=True, exist_ok=True)
    page = [HEAD]
    for slug in known_assignments(ROOT):
        assignment = load_assignment(ROOT, slug)
        page.append(f"## {slug}\n")
        for number, picture in enumerate(pictures(run(assignment)), start=1):
            name = f"{slug}_{number}.png"
            (FIGURES / name).write_bytes(picture)
            page.append(f"![{assignment.title}, figure {number}](figures/{name})\n")
        print(slug)
    (ROOT / "docs" / "gallery.md").write_text("\n".join(page))


if __name__ == "__main__":
    main()
