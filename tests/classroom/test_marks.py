"""Marks given by hand are read with care, win over points, and outlive what was handed in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.classroom.marks import (
    Mark,
    by_hand,
    changed,
    given,
    history_lines,
    marks_text,
    merged_marks,
    parse_marks,
    read_marks,
    receipts,
    updated,
)
from autograder.errors import UsageError
from autograder.model import Report, Status
from autograder.reports.gradebook import render

Make = Callable[..., Report]
HEAD = "student,submission,question,marks,by,when,comment\n"


def mark(student: str, question: str, marks: float, submission: str = "", by: str = "tom") -> Mark:
    return Mark(student, submission, question, marks, by, "2026-11-24", "said, so")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Without loss, in one order, whatever the names; no file is no marks."""
    assert read_marks(tmp_path) == ()
    marks = (mark("=ann", "double", 1.5), mark("bob, jr", "written", 0, "x"))
    (tmp_path / "marks.csv").write_text(marks_text(reversed(marks)))
    assert read_marks(tmp_path) == tuple(sorted(marks, key=lambda m: m.key))


REFUSED = {
    "ann,,double,two,,,": "found 'two' marks in line 2 of {path}; wanted a number; mend the line",
    "ann,,double,,,,": "found '' marks in line 2 of {path}; wanted a number; mend the line",
    ",,double,2,,,": "found no student in line 2 of {path}; wanted one; mend the line",
    "ann,,double,2,,,\nann,,double,1,,,": (
        "found ann marked twice for double in {path}, lines 2 and 3; wanted one line; remove one"
    ),
    "ann,2": "found 2 cells in line 2 of {path}; wanted 7 as in its first line; put texts with a",
}


@pytest.mark.parametrize("lines", REFUSED)
def test_a_file_that_a_hand_broke(lines: str, tmp_path: Path) -> None:
    """The line says which line."""
    path = tmp_path / "marks.csv"
    path.write_text(f"{HEAD}{lines}\n")
    with pytest.raises(UsageError) as caught:
        read_marks(tmp_path)
    assert str(caught.value).startswith(REFUSED[lines].format(path=path))


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.5", 1.5), ("1,5", 1.5), ("0", 0), ("-1", -1), ("1e3", 1000), ("1.000,5", None)]
    + [(text, None) for text in ("", "x", "nan", "inf", "1/2")],
)
def test_numbers(text: str, value: float | None) -> None:
    """A comma is a point; what is no finite number is none."""
    assert parse_marks(text) == value


def test_a_mark_replaces_points_and_leaves_a_receipt(report: Make) -> None:
    """The question's column, the score, a column for the written question; the rest stays."""
    reports = [report("ann", "averages"), report("bob")]
    found = given([mark("ann", "average", 0.5), mark("bob", "written", 2)], reports)
    assert render(reports, ["double", "average"], by_hand(found)) == (
        "student,submission,status,score,possible,double,average,written\n"
        "ann,ann,graded,2.5,3,2,0.5,\n"
        "bob,bob,graded,3,3,2,1,2\n"
    )
    assert receipts(reports, found) == (
        "student,submission,question,earned,marks,by,when,comment\n"
        'ann,ann,average,0,0.5,tom,2026-11-24,"said, so"\n'
        'bob,bob,written,,2,tom,2026-11-24,"said, so"\n'
    )


def test_marks_outlive_what_was_handed_in(report: Make) -> None:
    """A mark is the student's; one for a submission is for that one, until it is gone."""
    marks = [mark("ann", "double", 1), mark("ann", "double", 2, "ann_2")]
    one, two = report("ann", submission="ann_1"), report("ann", submission="ann_2")
    assert by_hand(given(marks, [one, two])) == {"ann_1": {"double": 1}, "ann_2": {"double": 2}}
    late = report("ann", submission="ann_3")
    assert by_hand(given(marks[1:], [late])) == {"ann_3": {"double": 2}}
    assert by_hand(given(marks[1:], [one, two])) == {"ann_2": {"double": 2}}
    assert given(marks, [report("bob")]) == {}


def test_an_ungradable_submission_that_a_person_marked(report: Make) -> None:
    """It keeps its status, and its score is what was given."""
    none = report("ann", status=Status.UNGRADABLE)
    found = given([mark("ann", "double", 1.5)], [none])
    row = render([none], ["double", "average"], by_hand(found)).splitlines()[1]
    assert row == "ann,ann,ungradable,1.5,3,1.5,"


def test_history_says_what_was_before() -> None:
    """A mark that says the same is no change, and keeps its day and hand."""
    old = [mark("ann", "double", 1), mark("bob", "double", 1)]
    new = [mark("ann", "double", 1, by="eve"), mark("bob", "double", 2, by="eve")]
    assert changed(old, new) == new[1:]
    assert history_lines(old, new[1:]) == 'bob,,double,1,2,eve,2026-11-24,"said, so"\n'
    assert updated(old, new[1:]) == (old[0], new[1])


def test_two_folders_that_disagree() -> None:
    """The line names the student, the question and both marks."""
    same = mark("ann", "double", 1)
    assert merged_marks([[same], [same]]) == (same,)
    with pytest.raises(UsageError, match="found ann marked 1 and 2 for double in two parts; wante"):
        merged_marks([[same], [mark("ann", "double", 2)]])
