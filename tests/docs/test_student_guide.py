"""docs/student.md shows what a notebook really says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
START, QUESTION = "00_start_here.ipynb", "vector_length"
FIRST = "01_bilinear_forms/01_bilinear_forms.ipynb"
NEEDED = ("import otter", "import numpy")
"""what the cells hold that load the checks and numpy"""


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The names of the start notebook after the cells have run that load the checks and numpy."""
    path = ROOT / "assignments" / START
    shutil.copy(path, tmp_path)  # Otter leaves a log beside it
    monkeypatch.chdir(tmp_path)
    cells = json.loads(path.read_text())["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    names: dict[str, Any] = {"__name__": "__main__"}
    for needed in NEEDED:
        exec(next(source for source in sources if needed in source), names)
    return names


def test_the_checks_answer_as_the_guide_shows(
    guide: Callable[[str], Any], notebook: dict[str, Any]
) -> None:
    """Unanswered, wrong and right: the shown answer gives the shown text, letter for letter."""
    shown = []
    for block in guide("student.md").blocks():
        if block.kind == "python" and block.text.startswith("def "):
            exec(block.text, notebook)
        elif block.kind == "python":
            exec(f"def {QUESTION}(x):\n{block.text}", notebook)
        elif block.kind == "text":
            said = eval(f'repr(grader.check("{QUESTION}"))', notebook)
            assert said.strip() == block.text.strip(), f"line {block.line}"
            shown.append(said)
    assert len(shown) == 3


def test_the_packages_that_the_guide_installs_are_the_kits() -> None:
    """The file that pip is given is in assignments/, and the notebooks that the guide opens."""
    text = (ROOT / "docs/student.md").read_text()
    for name in ("requirements.txt", START, FIRST):
        assert name in text
        assert (ROOT / "assignments" / name).is_file()
