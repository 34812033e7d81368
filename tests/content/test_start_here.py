"""The student's first hour: the start notebook runs, explains, asks for what is really needed."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import nbclient
import nbformat
import pytest

from autograder.authoring import known_assignments
from autograder.authoring.start import build_start, check_start
from autograder.authoring.tools.settings_text import setup_of
from autograder.errors import AuthorError

ROOT = Path(__file__).parents[2]
NOTEBOOK = "00_start_here.ipynb"
SOURCE = Path("solutions/start/00_start_here.py")


def run_all(folder: Path, old: str = "", new: str = "") -> dict[str, str]:
    """Run the release in a folder of its own with one text replaced; cell id → what it shows."""
    shutil.copy(ROOT / "assignments" / NOTEBOOK, folder / NOTEBOOK)
    notebook = nbformat.read(folder / NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    for cell in notebook.cells:
        cell.source = cell.source.replace(old, new) if old else cell.source
    resources = {"metadata": {"path": str(folder)}}
    nbclient.NotebookClient(notebook, timeout=120, resources=resources).execute()
    return {
        cell.id: "\n".join(
            output.get("text", "") or output.get("data", {}).get("text/plain", "")
            for output in cell.outputs
        )
        for cell in notebook.cells
        if cell.cell_type == "code"
    }


def environment_cell() -> str:
    """The cell that looks what is installed."""
    notebook = nbformat.read(ROOT / "assignments" / NOTEBOOK, as_version=4)
    return str(next(cell.source for cell in notebook.cells if "WANTED" in cell.source))


def test_it_runs_from_top_to_bottom_in_a_fresh_kernel(tmp_path: Path) -> None:
    """Everything is found, the answered question passes its public checks, a figure is drawn."""
    shown = run_all(tmp_path)
    text = "\n".join(shown.values())
    assert "Everything is there. Go on." in text
    assert "all public checks pass" in shown["vector_length-check"]
    assert "Figure" in text


def test_the_proposed_mistake_fails_with_a_hint(tmp_path: Path) -> None:
    """What the text asks the student to break is really caught, and the hint is shown."""
    text = (ROOT / SOURCE).read_text()
    new, old = re.findall(r"write `(.+?)` in place of `(.+?)`", text)[0]
    shown = run_all(tmp_path, f"float({old})", f"float({new})")["vector_length-check"]
    assert "all public checks pass" not in shown
    assert "Square, add up, take the root: 9 + 16 = 25." in shown
    assert "vector_length([3, 4]) returned 7.0, expected 5" in shown


@pytest.mark.parametrize("version", [None, "1.4.9", "0.9"])
def test_a_missing_or_old_package_is_said_in_words(
    version: str | None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is raised and nothing installed: the cell says what to do."""

    def found(package: str) -> str:
        if version is None:
            raise metadata.PackageNotFoundError(package)
        return version

    monkeypatch.setattr(metadata, "version", found)
    exec(environment_cell(), {})
    said = capsys.readouterr().out
    assert f"numpy {version or 'is not installed'}: wanted 1.26 or newer" in said
    assert "- Install otter-grader 7.0 or newer." in said
    assert "pip install -r requirements.txt" in said
    assert "Everything is there" not in said


def test_what_it_wants_is_what_the_requirements_and_the_package_say() -> None:
    """One set of lower bounds: in the cell, in requirements.txt, in pyproject.toml."""
    lines = (ROOT / "assignments/requirements.txt").read_text().splitlines()
    asked = dict(re.findall(r"^([a-z-]+)>=([\d.]+)", "\n".join(lines), re.MULTILINE))
    assert list(asked) == ["numpy", "matplotlib", "otter-grader", "jupyterlab"]
    names: dict[str, dict[str, str]] = {}
    exec(environment_cell().split("\n\n\n")[0], names)  # type: ignore[arg-type]
    assert names["WANTED"].items() <= asked.items()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["grading"]]
    bounds = dict(re.findall(r"^([a-z-]+)(?:\[\w+\])?>=([\d.]+)", "\n".join(declared), re.M))
    assert {name: bounds[name] for name in names["WANTED"]} == names["WANTED"]
    assert project["requires-python"] == ">=3.11"
    assert "sys.version_info < (3, 11)" in environment_cell()


def test_the_readme_leads_to_what_is_there() -> None:
    """The commands name files of the kit, and its numbers are right."""
    readme = (ROOT / "assignments/README.md").read_text()
    for name in re.findall(r"[\w.]+\.(?:ipynb|txt)\b", readme):
        assert (ROOT / "assignments" / name).is_file(), name
    words = ("Six", "Seven", "Eight", "Nine")
    assert readme.count(f"{words[len(known_assignments(ROOT)) - 6]} notebooks") == 1


def test_no_assignment_asks_for_more_than_is_installed() -> None:
    """Setup cells import numpy, matplotlib and the standard library only."""
    allowed = {"numpy", "matplotlib", *sys.stdlib_module_names}
    for slug in known_assignments(ROOT):
        setup = setup_of((ROOT / "solutions" / slug / "assignment.toml").read_text())
        assert set(re.findall(r"^(?:import|from) (\w+)", setup, re.M)) <= allowed


def test_the_release_is_what_the_source_says() -> None:
    """`build --check` finds the committed files current."""
    assert check_start(ROOT) == []


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A repository with the start files only."""
    shutil.copytree(ROOT / "solutions/start", tmp_path / "solutions/start")
    build_start(tmp_path)
    return tmp_path


def test_stale_missing_and_stray_files_are_found(copied: Path) -> None:
    """Each is one finding with what to do."""
    assert check_start(copied) == []
    assert build_start(copied) == []
    (copied / "assignments/README.md").write_text("edited by hand")
    (copied / "assignments/requirements.txt").unlink()
    (copied / "assignments/notes.txt").write_text("stray")
    found = check_start(copied)
    assert [line.split(";")[0] for line in found] == [
        "found assignments/README.md older than its source",
        "found assignments/requirements.txt missing",
        "found assignments/notes.txt, which build does not make",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('# %% tags=["start"]', "# %%", "1 answer cells and 0 cells that load the checks"),
        (
            'tags=["check"] points=0.5 hint="S',
            'tags=["check", "hidden"] points=0.5 hint="S',
            "a hi",
        ),
        ("    # END SOLUTION\n", "", "# BEGIN SOLUTION without # END SOLUTION"),
    ],
)
def test_a_broken_start_notebook_is_an_authors_error(
    old: str, new: str, said: str, copied: Path
) -> None:
    """File and line, as in every other source."""
    text = (copied / SOURCE).read_text()
    assert old in text
    (copied / SOURCE).write_text(text.replace(old, new))
    with pytest.raises(AuthorError, match=re.escape(said)) as error:
        build_start(copied)
    assert str(error.value).startswith(f"{SOURCE}:")
