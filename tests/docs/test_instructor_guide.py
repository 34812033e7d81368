"""docs/instructor.md, followed word for word in a repository with one of our assignments."""

from __future__ import annotations

import json
import shlex
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring.start import start_files

ROOT = Path(__file__).parents[2]
SLUG = "02_inner_products"
KEPT = "is_symmetric"
"""one question is enough of the assignment: the others would only take their time"""
QUESTION = Path("solutions") / SLUG / "distance"
SECRET = "wanted = np.sqrt(np.sum("
ENDS_WITH = {("verify", "02"): [1, 0]}
"""the codes of a command that is there more often; all others end with 0"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Our sources with the assignment cut down to one question; we are in its folder."""
    source = ROOT / "solutions" / SLUG
    target = tmp_path / "solutions" / SLUG
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "solutions/start", tmp_path / "solutions/start")
    shutil.copytree(ROOT / "mathtx_ref", tmp_path / "mathtx_ref")
    settings = (target / "assignment.toml").read_text()
    head, points = settings.split("[points]\n")
    listed, rest = points.split("\n\n", 1)
    for line in listed.splitlines():
        name = line.split(" ")[0]
        if name != KEPT:
            shutil.rmtree(target / name)
    (kept,) = (line for line in listed.splitlines() if line.startswith(KEPT))
    (target / "assignment.toml").write_text(f"{head}[points]\n{kept}\n\n{rest}")
    for name, data in start_files(tmp_path).items():
        path = tmp_path / "assignments" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_guide_leads_to_a_proved_question(
    guide: Callable[[str], Any], repository: Path, autograder: Callable[[list[str]], Any]
) -> None:
    """Its files and commands, in order, make a proved question, a kit and a handout."""
    ends = {words: list(codes) for words, codes in ENDS_WITH.items()}
    said = ""
    for block in guide("instructor.md").blocks():
        if block.file:
            Path(block.file).write_text(block.text)
        elif block.kind == "text" and not block.text.startswith("solutions/"):
            shown = squeezed(block.text)
            assert shown in squeezed(said), (
                f"line {block.line}: the guide shows {shown!r}, came: {said}"
            )
        for line in block.text.splitlines() if not block.kind else []:
            words = shlex.split(line)
            if words[0] == "mv":
                Path(words[1]).rename(words[2])
            elif words[:2] == ["autograder", "watch"]:
                said = first_round(words[1:])
            elif words[:2] == ["autograder", "open"]:
                autograder([*words[1:], "--no-browser"])
                edit("Where does S stand in the formula?", "Look for S in the formula.")
            elif words[0] == "autograder" and words[1:] != ["new", "assignment", "08_layer_norm"]:
                done = autograder(words[1:])
                wanted = ends.get(tuple(words[1:]), [0]).pop(0)
                assert done.code == wanted, f"line {block.line}: {line}\n{done.out}{done.err}"
                said = done.out
    assert not ends["verify", "02"]
    assert {p.name for p in QUESTION.rglob("*.py")} == {
        *("question.py", "by_cholesky.py", "forgets_the_root.py", "ignores_the_metric.py")
    }
    assert 'hint="Look for S in the formula."' in (QUESTION / "question.py").read_text()
    with zipfile.ZipFile("build/kit.zip") as kit:
        notebook = kit.read(f"kit/{SLUG}/{SLUG}.ipynb").decode()
    assert "distance is not answered yet" in notebook
    assert SECRET not in notebook
    handout = Path(f"build/{SLUG}/solutions.html").read_text()
    assert "as if S were the identity" in handout


def test_the_question_that_the_guide_shows_in_full_is_listed(guide: Callable[[str], Any]) -> None:
    """The page writes four files, with two mutants among them."""
    files = [block.file for block in guide("instructor.md").blocks() if block.file]
    assert len(files) == 4
    assert sum("/rejected/" in file for file in files) == 2


def first_round(words: list[str]) -> str:
    """What `watch` says until it waits for a save; then it is interrupted."""
    start = "from autograder.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", start, *words, "--workers", "1"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith("-- "):
            break
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 0
    return "".join(said)


def squeezed(text: str) -> str:
    """Without what the width of a table's column decides."""
    return " ".join(text.split())


def edit(old: str, new: str) -> None:
    """Change a hint in the opened notebook, as its property inspector does."""
    path = Path("build") / SLUG / "authoring.ipynb"
    notebook = json.loads(path.read_text())
    (cell,) = (cell for cell in notebook["cells"] if cell["metadata"].get("hint") == old)
    cell["metadata"]["hint"] = new
    path.write_text(json.dumps(notebook))
