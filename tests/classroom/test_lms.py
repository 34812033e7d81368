"""What is exported is taken by importers that follow the platforms' documentation (docs/lms.md)."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest

from autograder.classroom.lms import canvas, course, moodle, plain, read_gradebook
from autograder.classroom.roster import Person
from autograder.errors import UsageError

ANN = Person("ann", "Smith, Ann", "ann@uni.edu", "1001", "Mon, 10–12")
BOB = Person("bob", 'Robert "Bob" Berg', "bob@uni.edu", "1002", "Tue")
CLEO = Person("cleo", "Cleo Núñez", "cleo@uni.edu", "1003", "Tue")
DAN = Person("dan", "Dan", "dan@uni.edu", "1004")
EVE = Person("eve", "=1+1", "eve@uni.edu", "1005")
ROSTER = (ANN, BOB, CLEO, DAN, EVE)
BOOK = """\
student,submission,status,score,possible,double,average,written
ann,ann,graded,2.5,3,2,0.5,1
bob,bob,repaired,0,3,0,0,
cleo,cleo_1,graded,3,3,2,1,
cleo,cleo_2,graded,2,3,2,0,
dan,dan,ungradable,,3,,,
Eve,'=eve,graded,1,3,0,1,
zoe,zoe,graded,1,3,0,1,
"""


def book(folder: Path, text: str = BOOK) -> Any:
    (folder / "gradebook.csv").write_text(text)
    return course(read_gradebook(folder), ROSTER)


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def canvas_import(text: str, users: list[dict[str, str]]) -> dict[str, dict[str, str]]:
    """Canvas: the header, the row of points, a student by ID, SIS ids or name; user → scores."""
    head, *lines = rows(text)
    assert len(head) > 3
    assert "Student" in head[0]
    assert "ID" in head[1]
    assert head[2:4] == ["SIS User ID", "SIS Login ID"]
    assert "Section" in head[4]
    assignments = head[5:]
    assert assignments
    for name in assignments:
        assert not re.search("(Current|Final|Override) (Score|Points|Grade|Status)", name)
    scores: dict[str, dict[str, str]] = {}
    for line in lines:
        assert len(line) == len(head)
        if "Points Possible" in line[0]:
            assert all(float(points) > 0 for points in line[5:])
            continue
        lookups = (
            ("id", line[1]),
            ("sis_user_id", line[2]),
            ("login", line[3]),
            ("name", line[0]),
        )
        found = [u for key, value in lookups for u in users if value and u[key] == value]
        assert found, f"Canvas would make a new student of {line[0]}"
        assert found[0]["key"] not in scores, "one student twice"
        assert all(re.fullmatch(r"-?[0-9.,]+%?", cell) for cell in line[5:] if cell)
        scores[found[0]["key"]] = dict(zip(assignments, line[5:], strict=True))
    return scores


def moodle_import(text: str, users: dict[str, str], map_from: str, most: float) -> dict[str, Any]:
    """Moodle: every line finds one user by the mapped column, a grade in range, its feedback."""
    head, *lines = rows(text)
    assert len(set(head)) == len(head)
    grades = {}
    for line in lines:
        record = dict(zip(head, line, strict=True))
        user = users[record[map_from]]  # letter for letter: addresses are case sensitive there
        grade = float(record["Sums"])
        assert 0 <= grade <= most
        assert user not in grades
        grades[user] = (grade, record["Sums feedback"])
    return grades


USERS = [
    {"key": "ann", "id": "71", "sis_user_id": "1001", "login": "as1", "name": "Ann Smith"},
    {"key": "bob", "id": "72", "sis_user_id": "", "login": "bob@uni.edu", "name": "R. Berg"},
    {"key": "eve", "id": "1001", "sis_user_id": "", "login": "", "name": "=1+1"},
]


def test_canvas_takes_it(tmp_path: Path) -> None:
    """By SIS id, login or name; a university's id never stands where Canvas's own belongs."""
    text = canvas(book(tmp_path), "Sums (4711)")
    assert canvas_import(text, USERS) == {
        "ann": {"Sums (4711)": "2.5"},
        "bob": {"Sums (4711)": "0"},
        "eve": {"Sums (4711)": "1"},
    }
    assert rows(text)[1] == ["    Points Possible", "", "", "", "", "3"]
    assert rows(text)[2] == ["Smith, Ann", "", "1001", "ann@uni.edu", "Mon, 10–12", "2.5"]


@pytest.mark.parametrize(("column", "field"), [("Email address", "email"), ("ID number", "id")])
def test_moodle_takes_it(column: str, field: str, tmp_path: Path) -> None:
    """By address or by id; grade and feedback go together, for one without the other loses it."""
    users = {getattr(person, field): person.student for person in ROSTER}
    grades = moodle_import(moodle(book(tmp_path), "Sums"), users, column, most=3)
    assert grades == {
        "ann": (2.5, "2.5 of 3: double 2, average 0.5; written answer: 1"),
        "bob": (0, "0 of 3: double 0, average 0"),
        "eve": (1, "1 of 3: double 0, average 1"),
    }


def test_who_is_left_out_is_told(tmp_path: Path) -> None:
    """Two submissions, no score, strangers: a person decides, no zero is made up."""
    found = book(tmp_path)
    assert found.told == (
        "not in the roster (1): zoe",
        "cleo has 2 submissions (cleo_1, cleo_2): decide which counts; left out",
        "dan has no score (ungradable); left out",
    )
    assert [person.student for person in found.others] == ["cleo", "dan"]


def test_a_spreadsheet_of_everyone(tmp_path: Path) -> None:
    """The roster with the gradebook beside it; every line has every column."""
    text = plain(book(tmp_path))
    head, *lines = rows(text)
    assert head[:6] == ["student", "name", "email", "id", "section", "submission"]
    assert all(len(line) == len(head) for line in lines)
    by_student = {line[0]: dict(zip(head, line, strict=True)) for line in lines}
    assert by_student["ann"]["written"] == "1"
    assert by_student["dan"]["status"] == "not submitted"
    assert by_student["eve"]["submission"] == "=eve"


def test_nobody_can_be_found_without_an_address(tmp_path: Path) -> None:
    """The line names the student and the column that is missing."""
    (tmp_path / "gradebook.csv").write_text(BOOK)
    lonely = course(read_gradebook(tmp_path / "gradebook.csv"), [Person("ann"), BOB])
    with pytest.raises(UsageError, match="found no id, email or name in the roster for ann; want"):
        canvas(lonely, "Sums")
    with pytest.raises(UsageError, match=r"found no id \(nor everybody's email\) in the roster fo"):
        moodle(lonely, "Sums")
