"""`autograder export` writes one file and says what is not in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
BOOK = "student,submission,status,score,possible,double\njane,jane,graded,0.5,2,0.5\n"
ROSTER = "student,name,email,id\njane,Jane Doe,jane@uni.edu,7\nkim,Kim Lee,kim@uni.edu,8\n"


@pytest.fixture
def results(repository: Path) -> Path:
    """A gradebook and a roster."""
    (repository / "out").mkdir()
    (repository / "out/gradebook.csv").write_text(BOOK)
    (repository / "roster.csv").write_text(ROSTER)
    return repository


@pytest.mark.parametrize(
    ("platform", "wanted"),
    [
        (
            "canvas",
            "Student,ID,SIS User ID,SIS Login ID,Section,Sums (9)\n"
            "    Points Possible,,,,,2\nJane Doe,,7,jane@uni.edu,,0.5\n",
        ),
        (
            "moodle",
            "Email address,ID number,Sums (9),Sums (9) feedback\n"
            "jane@uni.edu,7,0.5,0.5 of 2: double 0.5\n",
        ),
        (
            "csv",
            "student,name,email,id,section,submission,status,score,possible,double\n"
            "jane,Jane Doe,jane@uni.edu,7,,jane,graded,0.5,2,0.5\n"
            "kim,Kim Lee,kim@uni.edu,8,,,not submitted,,,\n",
        ),
    ],
)
def test_each_platform(platform: str, wanted: str, results: Path, command: Run) -> None:
    """The file; a line for who has not submitted, and then the exit code is 1."""
    arguments = ("--roster", "roster.csv", "--out", "scores.csv", "--assignment", "Sums (9)")
    said = command("export", platform, "out", *arguments)
    assert said.code == 1
    assert said.err == "not submitted (1): kim\n"
    assert said.out == "scores.csv: 1 score, 1 of the roster without one\n"
    assert Path("scores.csv").read_text() == wanted


def test_everybody_is_there(results: Path, command: Run) -> None:
    """Exit code 0; a gradebook's own file will do, such as the one that never lowers."""
    Path("roster.csv").write_text("student,email\nJANE,jane@uni.edu\n")
    Path("out/gradebook.csv").rename("never_lower.csv")
    arguments = ("never_lower.csv", "--roster", "roster.csv", "--out", "scores.csv")
    said = command("export", "moodle", *arguments, "--assignment", "Sums")
    assert (said.code, said.err) == (0, "")
    said = command("export", "moodle", *arguments)
    assert "found no name for the column of scores; wanted the assignment's on the" in said.err


def test_the_title_is_the_columns_name(results: Path, command: Run) -> None:
    """Where the folder has reports, they know it."""
    Path("out/gradebook.csv").unlink()
    Path("class/jane.ipynb").write_text("")
    command("grade", "1", "class", "--out", "out")
    Path("out/gradebook.csv").write_text(BOOK)
    command("export", "canvas", "out", "--roster", "roster.csv", "--out", "scores.csv")
    assert Path("scores.csv").read_text().splitlines()[0].endswith(",Section,Sums")


REFUSED = {
    ("blackboard", "out"): "'blackboard' is not one of 'canvas', 'moodle', 'csv'",
    ("canvas", "nowhere"): "found no gradebook at nowhere (No such file or directory); wanted a",
    ("canvas", "class"): "found no gradebook at class/gradebook.csv (No such file or directory)",
    ("canvas", "roster.csv"): "found the columns student, name, email, id in roster.csv; wanted",
}


@pytest.mark.parametrize("arguments", REFUSED, ids=str)
def test_what_cannot_be_exported(arguments: tuple[str, ...], results: Path, command: Run) -> None:
    """One line."""
    said = command("export", *arguments, "--roster", "roster.csv", "--out", "x.csv")
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert REFUSED[arguments] in said.err


def test_nobody_has_a_score(results: Path, command: Run) -> None:
    """No empty file is written over the platform's gradebook."""
    Path("roster.csv").write_text("student\nkim\n")
    said = command("export", "csv", "out", "--roster", "roster.csv", "--out", "x.csv")
    assert said.code == 2
    assert said.err.endswith("see above who has none\n")
    assert not Path("x.csv").exists()
