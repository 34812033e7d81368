"""`autograder grade --roster`: who has not submitted, and who is nobody we know."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_who_has_not_submitted(repository: Path, command: Run) -> None:
    """On the terminal and on the class page; the gradebook stays as it is without a roster."""
    shutil.copy("class/jane.ipynb", "class/zoe.ipynb")
    Path("roster.csv").write_text("student;name\njdoe;Jane\nkim;Kim Lee\n")
    said = command(
        "grade", "1", "class", "--out", "out", "--workers", "1", "--roster", "roster.csv"
    )
    assert said.code == 0, said
    assert said.out.splitlines()[-2:] == ["not submitted (1): kim", "not in the roster (1): zoe"]
    page = Path("out/index.html").read_text()
    assert "not submitted: 1" in page
    assert '<bdi class="word">kim</bdi>' in page
    book = Path("out/gradebook.csv").read_text()
    command("grade", "1", "class", "--out", "out")
    assert Path("out/gradebook.csv").read_text() == book


def test_files_that_hands_broke_are_told_first(repository: Path, command: Run) -> None:
    """Before anything is graded: one line."""
    Path("roster.csv").write_text("name\nKim\n")
    said = command("grade", "1", "class", "--out", "out", "--roster", "roster.csv")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("autograder: found the columns name in roster.csv; wanted student")
    Path("out").mkdir()
    Path("out/marks.csv").write_text("student,question,marks\nkim,double,two\n")
    said = command("grade", "1", "class", "--out", "out")
    assert "found 'two' marks in line 2 of out/marks.csv; wanted a number; mend" in said.err
    assert not Path("out/reports").exists()
