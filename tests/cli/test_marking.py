"""`autograder marking`: a page without names, a sheet to fill, marks that stay."""

from __future__ import annotations

import csv
import html
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
ANSWERS = {"ann": "No: $-1 < 0$.", "bob": "**Yes.** <script>alert(1)</script>", "cleo": ""}


def hand_in(name: str, text: str) -> None:
    document = json.loads(Path("assignments/01_sums/01_sums.ipynb").read_text())
    cell = next(cell for cell in document["cells"] if cell["id"] == "written-answer")
    cell["source"] = text or cell["source"]
    Path(f"class/{name}.ipynb").write_text(json.dumps(document))


@pytest.fixture
def shown(repository: Path, command: Run) -> Path:
    """Four have handed in: two answers, one blank, one damaged; the page has been made."""
    Path("class/jane.ipynb").unlink()
    for name, text in ANSWERS.items():
        hand_in(name, text)
    Path("class/dan.ipynb").write_text('{"cells": [')
    said = command("marking", "1", "class", "--out", "out")
    assert said.code == 0, said
    first, blank, damaged, *_ = said.out.splitlines()
    assert (first, blank) == ("01_sums: 2 answers to mark", "  nothing to mark: cleo: left blank")
    assert damaged.startswith("  nothing to mark: dan: ")
    assert "breaks off in line 1" in damaged
    return repository


def rows(path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(Path(path).read_text().splitlines()))


def fill(marks: dict[str, str], path: str = "filled.csv") -> str:
    """The sheet with marks by student, as whoever has the key would fill it."""
    token = {row["student"]: row["token"] for row in rows("out/marking/key.csv")}
    lines = [f"{token[name]},{mark},said so" for name, mark in marks.items()]
    Path(path).write_text("\n".join(["token,marks,comment", *lines, ""]))
    return path


def test_the_page_shows_answers_and_no_names(shown: Path, command: Run) -> None:
    """Rendered, harmless, beside the rubric; the order and the tokens stay when made again."""
    page = Path("out/marking/answers.html").read_text()
    assert "<strong>Yes.</strong>" in page
    assert "<mo>&lt;</mo>" in page
    assert "<script" not in page
    assert "a negative summand makes it smaller" in page
    assert not any(name in page for name in (*ANSWERS, "dan"))
    assert "default-src 'none'; style-src 'sha256-" in html.unescape(page)
    assert "http://" not in page.replace("http://www.w3.org/1998/Math/MathML", "")
    sheet = Path("out/marking/to_fill.csv").read_text()
    assert not any(name in sheet for name in ANSWERS)
    tokens = [row["token"] for row in rows("out/marking/to_fill.csv")]
    assert [page.index(f'id="{token}"') for token in tokens] == sorted(
        page.index(f'id="{token}"') for token in tokens
    )
    command("marking", "1", "class", "--out", "out")
    assert Path("out/marking/answers.html").read_text() == page
    assert Path("out/marking/to_fill.csv").read_text() == sheet


def test_marks_come_back_and_stay(shown: Path, command: Run) -> None:
    """Into marks.csv and the gradebook's last column, past a regrade; the history keeps all."""
    command("grade", "1", "class", "--out", "out", "--workers", "1")
    said = command("marking", "--import", fill({"ann": "1,5", "bob": ""}), "--out", "out")
    assert said.code == 2  # a comma is the separator here, so the line has four cells
    assert "found 4 cells in line 2 of filled.csv; wanted 3" in said.err
    sheet = fill({"ann": "1.5", "bob": ""})
    said = command("marking", "--import", sheet, "--out", "out", "--by", "tom")
    assert said.out.startswith("1 mark imported, 1 not marked yet\n"), said
    again = command("marking", "--import", sheet, "--out", "out", "--by", "eve")
    assert again.out.startswith("0 marks imported, 1 as they were, 1 not marked yet\n")
    command("marking", "--import", fill({"ann": "2", "bob": "0"}), "--out", "out", "--by", "eve")
    book = Path("out/gradebook.csv").read_text()
    assert [row["written"] for row in rows("out/gradebook.csv")] == ["2", "0", "", ""]
    history = rows("out/marks_history.csv")
    assert [(h["student"], h["before"], h["marks"], h["by"]) for h in history] == [
        ("ann", "", "1.5", "tom"),
        ("ann", "1.5", "2", "eve"),
        ("bob", "", "0", "eve"),
    ]
    assert all(row["when"] for row in history)
    command("grade", "1", "class", "--out", "out", "--fresh", "--workers", "1")
    assert Path("out/gradebook.csv").read_text() == book


def test_a_points_of_a_question_given_by_hand(shown: Path, command: Run) -> None:
    """A list by student and question replaces points, also of a submission nobody could grade."""
    command("grade", "1", "class", "--out", "out", "--workers", "1")
    Path("hand.csv").write_text(
        "student;question;marks;comment\nann;double;0,5;x\ndan;average;1;\n"
    )
    said = command("marking", "--import", "hand.csv", "--out", "out", "--by", "tom")
    assert said.code == 0, said
    book = {row["student"]: row for row in rows("out/gradebook.csv")}
    assert (book["ann"]["score"], book["ann"]["double"], book["ann"]["average"]) == (
        "0.5",
        "0.5",
        "0",
    )
    assert (book["dan"]["status"], book["dan"]["score"], book["dan"]["double"]) == (
        *("ungradable", "1"),
        "",
    )
    assert "written" not in book["ann"]
    assert (
        Path("out/receipts.csv").read_text().splitlines()[1].startswith("ann,ann,double,0,0.5,tom")
    )


def test_everything_that_is_wrong_is_told(shown: Path, command: Run) -> None:
    """One line each with its line number, and nothing is imported."""
    command("grade", "1", "class", "--out", "out", "--workers", "1")
    token = {row["student"]: row["token"] for row in rows("out/marking/key.csv")}
    lines = {
        2: (f"{token['ann']},3,,", "'3' marks in line 2 of bad.csv; wanted a number from 0 to 2"),
        3: (f"{token['bob']},-1,,", "found '-1' marks in line 3 of bad.csv; wanted a number from"),
        4: ("XXXXXXXX,1,,", "found the token 'XXXXXXXX' in line 4 of bad.csv; wanted one of the"),
        5: (f"{token['ann']},1,,", ""),
        6: (f"{token['ann']},2,,", "again, as in line 5 in line 6 of bad.csv; wanted it once"),
        7: (",1,zoe,double", "found the student 'zoe' in line 7 of bad.csv; wanted one of the gra"),
        8: (
            ",1,ann,triple",
            "the question 'triple' in line 8 of bad.csv; wanted one of double, av",
        ),
        9: (
            ",2.5,ann,double",
            "found '2.5' marks in line 9 of bad.csv; wanted a number from 0 to 2",
        ),
        10: (",nan,ann,double", "found 'nan' marks in line 10 of bad.csv; wanted a number"),
        11: (",1,,", "found no token in line 11 of bad.csv; wanted one on every line; mend the l"),
    }
    text = "\n".join(line for line, _ in lines.values())
    Path("bad.csv").write_text(f"token,marks,student,question\n{text}\n")
    said = command("marking", "--import", "bad.csv", "--out", "out")
    assert (said.code, said.out) == (2, "")
    told = said.err.splitlines()
    wanted = [message for _, message in lines.values() if message]
    assert len(told) == len(wanted)
    for line, message in zip(told, wanted, strict=True):
        assert message in line
    assert not Path("out/marks.csv").exists()


def test_an_answer_that_changed_is_another_answer(shown: Path, command: Run) -> None:
    """Its old mark is refused, and what was filled in before is not lost when the page is new."""
    sheet = fill({"ann": "1", "bob": "2"})
    shutil.copy(sheet, "out/marking/to_fill.csv")
    hand_in("ann", "Sometimes.")
    command("marking", "1", "class", "--out", "out")
    filled = rows("out/marking/to_fill.csv")
    assert sorted(row["marks"] for row in filled) == ["", "1", "2"]
    said = command("marking", "--import", "out/marking/to_fill.csv", "--out", "out")
    assert said.err.count("\n") == 1
    assert (
        "in line 4 of out/marking/to_fill.csv; wanted one of the key's; the answer may" in said.err
    )


def test_a_student_with_two_submissions(shown: Path, command: Run) -> None:
    """Each answer has its mark, and each row its own."""
    Path("class/ann").mkdir()
    shutil.move("class/ann.ipynb", "class/ann/a.ipynb")
    hand_in("ann/b", "Yes.")
    command("marking", "1", "class", "--out", "two")
    key = [row for row in rows("two/marking/key.csv") if row["student"] == "ann"]
    assert len(key) == 2
    lines = [f"{row['token']},{n}" for n, row in enumerate(key)]
    Path("two.csv").write_text("\n".join(["token,marks", *lines]))
    said = command("marking", "--import", "two.csv", "--out", "two")
    assert "two holds no results yet" in said.out
    assert [(m["submission"], m["marks"]) for m in rows("two/marks.csv")] == sorted(
        (row["submission"], str(n)) for n, row in enumerate(key)
    )


USAGE = {
    (): "found nothing to do; wanted ASSIGNMENT and SUBMISSIONS, or --import with the filled sheet",
    ("1",): "found one argument; wanted ASSIGNMENT and SUBMISSIONS, or --import",
    ("1", "class", "--import", "x.csv"): "found both; wanted ASSIGNMENT and SUBMISSIONS, or",
    (
        "--import",
        "none.csv",
    ): "found no sheet of marks at none.csv (No such file or directory); wan",
    ("9", "class"): "found no assignment '9'; wanted one of: 01_sums",
}


@pytest.mark.parametrize("arguments", USAGE, ids=str)
def test_what_cannot_be_done(arguments: tuple[str, ...], command: Run, repository: Path) -> None:
    """One line each."""
    said = command("marking", *arguments, "--out", "out")
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    assert USAGE[arguments] in said.err


def test_tokens_without_their_key_and_no_written_question(command: Run) -> None:
    """The line says where the key should be, and which files a written question has."""
    Path("filled.csv").write_text("token,marks\nABCDEFGH,1\n")
    said = command("marking", "--import", "filled.csv", "--out", "out")
    assert "found tokens in filled.csv and no out/marking/key.csv; wanted the key" in said.err
    shutil.rmtree("solutions/01_sums/written")
    said = command("marking", "1", "class", "--out", "out")
    assert "found no written question in 01_sums; wanted one to mark; write solutions/" in said.err
