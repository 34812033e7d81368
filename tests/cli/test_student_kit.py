"""`autograder student-kit`: complete, current, and nothing of the staff's in it."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring import known_assignments
from autograder.authoring.tools.kit import make_kit

Run = Callable[..., Any]
ROOT = Path(__file__).parents[2]
RELEASED = {"01_sums/01_sums.ipynb", "01_sums/data/numbers.csv"}


def one_line(said: Any) -> str:
    """The one line a refused command says."""
    assert (said.code, said.out) == (2, ""), said
    assert said.err.count("\n") == 1
    return str(said.err)


def present(folder: Path) -> set[str]:
    """Files by their path below a folder."""
    return {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}


def test_the_real_kit_holds_what_students_need_and_nothing_else() -> None:
    """All releases, README, requirements and start notebook; no secret of any assignment."""
    kit = make_kit(ROOT)
    assert {"README.md", "requirements.txt", "00_start_here.ipynb", "LICENSE"} <= set(kit.files)
    for slug in known_assignments(ROOT):
        assert f"{slug}/{slug}.ipynb" in kit.files
    folders = {path.split("/")[0] for path in kit.files if "/" in path}
    assert folders == set(known_assignments(ROOT))
    assert kit.secret_lines > 10_000
    assert kit.secret_names > 150


def test_a_zip_and_a_folder_hold_the_same(command: Run) -> None:
    """The zip unpacks into one folder of its name."""
    said = command("student-kit", "--out", "out/kit.zip")
    assert said.code == 0, said.err
    assert "out/kit.zip: 2 files, 1 of them notebooks" in said.out
    assert "names: none is in it" in said.out
    assert command("student-kit", "--out", "public").code == 0
    assert present(Path("public")) == RELEASED
    with zipfile.ZipFile("out/kit.zip") as archive:
        assert set(archive.namelist()) == {f"kit/{name}" for name in RELEASED}
    first = Path("out/kit.zip").read_bytes()
    command("student-kit", "--out", "out/kit.zip")
    assert Path("out/kit.zip").read_bytes() == first


def test_the_start_files_and_the_licence_belong_to_it(command: Run, repository: Path) -> None:
    """They lie at the top."""
    shutil.copytree(ROOT / "solutions/start", repository / "solutions/start")
    (repository / "LICENSE").write_text("free\n")
    command("build")
    assert command("student-kit").code == 0
    with zipfile.ZipFile("build/student_kit.zip") as archive:
        top = {name for name in archive.namelist() if name.count("/") == 1}
    names = ("LICENSE", "README.md", "requirements.txt", "00_start_here.ipynb")
    assert top == {f"student_kit/{name}" for name in names}


def test_a_git_working_copy_is_brought_up_to_date(command: Run) -> None:
    """Its .git stays; an old file of the kit is replaced."""
    Path("public/.git").mkdir(parents=True)
    Path("public/.git/HEAD").write_text("ref")
    Path("public/01_sums").mkdir()
    Path("public/01_sums/01_sums.ipynb").write_text("old")
    assert command("student-kit", "--out", "public").code == 0
    assert present(Path("public")) == {*RELEASED, ".git/HEAD"}
    assert Path("public/01_sums/01_sums.ipynb").read_text() != "old"


@pytest.mark.parametrize("stray", ["solution.py", "01_sums/bundle.zip", ".ipynb_checkpoints/a.py"])
def test_a_file_of_somebody_else_is_never_published(stray: str, command: Run) -> None:
    """The folder is refused before anything is written."""
    path = Path("public") / stray
    path.parent.mkdir(parents=True)
    path.write_text("?")
    said = one_line(command("student-kit", "--out", "public"))
    assert f"found public/{stray}, which is no part of the kit; wanted a folder that" in said
    assert present(Path("public")) == {stray}


def leak_into_another_assignment(root: Path) -> None:
    """A second assignment whose shipped data hold the first one's hidden check."""
    shutil.copytree(root / "solutions/01_sums", root / "solutions/02_more")
    for name in ("double", "written", "data"):
        shutil.rmtree(root / "solutions/02_more" / name)
    settings = root / "solutions/02_more/assignment.toml"
    text = settings.read_text().replace("double = 2\n", "").replace("data/numbers.csv", "notes.md")
    settings.write_text(text)
    (root / "solutions/02_more/notes.md").write_text("    secret_array = np.array([1.5, -2.0])\n")


def test_a_secret_of_another_assignment_is_found(command: Run, repository: Path) -> None:
    """Each build is clean on its own; together they are not, and nothing is written."""
    leak_into_another_assignment(repository)
    assert command("build").code == 0
    said = one_line(command("student-kit", "--out", "kit.zip"))
    assert "assignments/02_more/notes.md: found a line of hidden check doubles_arrays_as" in said
    assert "(01_sums) in contents; wanted nothing of the staff's" in said
    assert not Path("kit.zip").exists()


def test_what_is_stale_or_unfinished_is_not_published(command: Run) -> None:
    """The release must be what the sources say, and no place may wait to be filled in."""
    notebook = Path("assignments/01_sums/01_sums.ipynb")
    kept = notebook.read_bytes()
    notebook.write_bytes(kept + b"\n")
    said = one_line(command("student-kit", "--out", "kit.zip"))
    assert "found assignments/01_sums/01_sums.ipynb other than its source says" in said
    assert "run: autograder build" in said
    command("new", "question", "1", "product")
    command("build")
    said = one_line(command("student-kit", "--out", "kit.zip"))
    assert "places that say TODO, the first at solutions/01_sums/product/accepted/todo_" in said
    assert not Path("kit.zip").exists()


def test_a_draft_stays_at_home(command: Run) -> None:
    """Named assignments are published while another one is still being written."""
    command("new", "assignment", "02_more")
    command("build")
    assert "places that say TODO" in one_line(command("student-kit", "--out", "public"))
    assert command("student-kit", "1", "--out", "public").code == 0
    assert present(Path("public")) == RELEASED
    assert "found no assignment '9'; wanted one of: 01_sums" in one_line(
        command("student-kit", "9", "--out", "public")
    )


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("assignments/kit.zip", "which lies in assignments/; wanted a place outside"),
        ("solutions", "which lies in solutions/; wanted a place outside"),
        ("class/jane.ipynb", "found a file at class/jane.ipynb; wanted a folder or a name like"),
    ],
)
def test_a_place_that_is_none(out: str, said: str, command: Run) -> None:
    """One line, nothing written."""
    assert said in one_line(command("student-kit", "--out", out))
