"""Two gradings held against each other, and a gradebook in which nobody falls."""

from __future__ import annotations

import csv
import importlib.util
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.classroom import marks as by_hand
from autograder.classroom.marks import Mark
from autograder.classroom.never_lower import never_lower
from autograder.classroom.origin import Change, changes
from autograder.classroom.regrade import Comparison, Step, compare
from autograder.classroom.regrade_tables import as_csv, signed, summary, table_rows
from autograder.errors import UsageError
from autograder.model import Report, Status
from autograder.reports.gradebook import score

Make = Callable[..., Report]


def loaded() -> Make:
    """The conftest's maker, for properties, which take no fixtures."""
    path = Path(__file__).with_name("conftest.py")
    spec = importlib.util.spec_from_file_location("classroom_conftest", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    maker: Make = module.make
    return maker


def held(old: list[Report], new: list[Report], **marks: Any) -> Comparison:
    return compare(
        {r.submission: r for r in old},
        {r.submission: r for r in new},
        by_hand.given(marks.get("was", ()), old),
        by_hand.given(marks.get("now", ()), new),
    )


def mark(student: str, question: str, marks: float, submission: str = "") -> Mark:
    return Mark(student, submission, question, marks, "tom", "2026-11-24", "")


WHY = {
    ("s:c:b", "s:c:b"): (Change.NOTHING,),
    ("s:c:b", "t:c:b"): (Change.SUBMISSION,),
    ("s:c:b", "s:d:e"): (Change.CHECKS,),
    ("s:c:b", "s:c:e"): (Change.ENGINE,),
    ("s:c:b", "t:d:e"): (Change.SUBMISSION, Change.CHECKS),
    ("s:c:b", "t:c:e"): (Change.SUBMISSION, Change.ENGINE),
    ("old", "s:c:b"): (Change.UNKNOWN,),
}


@pytest.mark.parametrize("digests", WHY, ids=str)
def test_digests_tell_why(digests: tuple[str, str], report: Make) -> None:
    """The file, the checks, the engine, or that an older report does not tell."""
    old, new = (report("ann", digest=digest) for digest in digests)
    assert changes(old, new) == WHY[digests]


def test_who_moved_and_through_what(report: Make) -> None:
    """Verdict before and after with the points it moved; who did not move is only counted."""
    old = [report("ann", "averages"), report("bob"), report("cleo", "doubles_three")]
    new = [report("ann", "doubles_arrays", digest="s:d:e"), report("bob"), report("dan")]
    found = held(old, new)
    (move,) = found.moved
    assert (move.before, move.after, move.change) == (2, 1.5, -0.5)
    assert move.steps == (
        Step("double", "doubles_arrays", "passed", "failed", -1.5),
        Step("average", "averages", "failed", "passed", 1.0),
    )
    assert [r.student for r in found.appeared] == ["dan"]
    assert [r.student for r in found.missing] == ["cleo"]
    assert summary(found) == ("2 submissions in both: 0 up, 1 down, 1 unchanged; 1 new, 1 missing")
    assert list(table_rows(found)) == [
        (
            *("ann", "2", "1.5", "−0.5"),
            "double: doubles_arrays passed → failed (−1.5)\n"
            "average: averages failed → passed (+1)\nbecause the checks changed",
        ),
        ("dan", "", "3", "", "new submission"),
        ("cleo", "2.5", "", "", "missing submission"),
    ]
    assert as_csv(found) == (
        "student,submission,before,after,change,question,check,was,is,points,why\n"
        "ann,ann,2,1.5,-0.5,double,doubles_arrays,passed,failed,-1.5,the checks changed\n"
        "ann,ann,2,1.5,-0.5,average,averages,failed,passed,1,the checks changed\n"
        "dan,dan,,3,,,,,,,new submission\n"
        "cleo,cleo,2.5,,,,,,,,missing submission\n"
    )


def test_a_verdict_may_change_without_a_point(report: Make) -> None:
    """Two checks of one worth that change places are told, too."""
    both = report("ann", "doubles_arrays"), report("ann", "doubles_three", "averages")
    found = held([both[0]], [both[1]])
    assert [m.change for m in found.moved] == [0]
    assert "1 with the same score by other verdicts" in summary(found)


def test_work_handed_in_again_under_another_name(report: Make) -> None:
    """One submission each before and after is the same student's; two are not guessed at."""
    late = report("ann", submission="ann_2", digest="t:c:b")
    found = held([report("ann", "averages")], [late])
    assert [(m.before, m.after) for m in found.moved] == [(2, 3)]
    third = report("ann", submission="ann_3")
    found = held([report("ann", "averages")], [late, third])
    assert (len(found.moved), len(found.appeared), len(found.missing)) == (0, 2, 1)


def test_ungradable_before_or_after(report: Make) -> None:
    """The reason is told once, not as a verdict of every check."""
    none = report("ann", status=Status.UNGRADABLE, digest="t:c:b")
    (row,) = table_rows(held([report("ann")], [none]))
    assert row == (
        *("ann", "3", "–", "−3"),
        "graded → ungradable\nan empty file; hand it in again\nbecause another file was handed in",
    )
    (row,) = table_rows(held([none], [report("ann")]))
    assert row[1:4] == ("–", "3", "+3")


def test_marks_given_by_hand_move_and_hold(report: Make) -> None:
    """A mark is a step of its own, and a check moves nothing where a person has decided."""
    old, new = report("ann"), report("ann", "averages", digest="s:d:e")
    found = held([old], [new], now=[mark("ann", "average", 0.75)])
    (move,) = found.moved
    assert move.why == (Change.CHECKS, Change.MARKED)
    assert [step.points for step in move.steps] == [0, -0.25]
    assert move.steps[1].after == "0.75 by tom"
    both = [mark("ann", "average", 0.75)]
    (move,) = held([old], [new], was=both, now=both).moved
    assert (move.change, move.why) == (0, (Change.CHECKS,))


def test_signs() -> None:
    """A minus is a minus."""
    assert [signed(v) for v in (1, -0.5, 0, 1e-9)] == ["+1", "−0.5", "0", "+0"]


# ---------------------------------------------------------------- never lower

CHECKS = st.sets(st.sampled_from(["doubles_three", "doubles_arrays", "averages"]))
STATUS = st.sampled_from([Status.GRADED, Status.GRADED, Status.REPAIRED, Status.UNGRADABLE])
GRADING = st.dictionaries(st.sampled_from("abcd"), st.tuples(CHECKS, STATUS))


@given(GRADING, GRADING)
def test_nobody_falls(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Whatever the two gradings: every score is at least both, and every student has a row."""
    make = loaded()
    old = [make(name, *failed, status=status) for name, (failed, status) in before.items()]
    new = [make(name, *failed, status=status) for name, (failed, status) in after.items()]
    text = never_lower(held(old, new), {}, {}).gradebook
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows.keys() == before.keys() | after.keys()
    for report in (*old, *new):
        if report.score is not None:
            assert float(rows[report.student]["score"]) >= report.score
    for row in rows.values():
        parts = [float(row[q]) for q in ("double", "average") if row[q]]
        assert (row["score"] == "") == (parts == [])
        assert row["score"] == "" or float(row["score"]) == sum(parts)


def test_the_better_of_the_two_has_a_receipt(report: Make) -> None:
    """Per question; who is missing keeps the row, and a mark given by hand is never raised."""
    old = [report("ann", "averages"), report("bob"), report("cleo"), report("dan")]
    new = [report("ann", "doubles_three"), report("bob", "averages"), report("dan", "averages")]
    now = [mark("bob", "average", 0.25)]
    was = [mark("dan", "average", 0.5), mark("dan", "written", 2), mark("bob", "average", 1)]
    found = held(old, new, was=was, now=now)
    kept = never_lower(found, by_hand.given(was, old), by_hand.given(now, new))
    assert kept.gradebook == (
        "student,submission,status,score,possible,double,average,written\n"
        "ann,ann,graded,3,3,2,1,\n"
        "bob,bob,graded,2.25,3,2,0.25,\n"
        "cleo,cleo,graded,3,3,2,1,\n"
        "dan,dan,graded,2.5,3,2,0.5,2\n"
    )
    assert kept.receipts == (
        "student,submission,question,old,new,counts,why\n"
        "ann,ann,double,2,1.5,2,the older grading is better\n"
        "bob,bob,average,1,0.25,0.25,marked by hand\n"
        "cleo,cleo,average,1,,1,there is no newer grading\n"
        "cleo,cleo,double,2,,2,there is no newer grading\n"
        "dan,dan,average,0.5,0,0.5,marked by hand in the older folder\n"
        "dan,dan,written,2,,2,marked by hand in the older folder\n"
    )
    assert kept.submissions == 2


def test_a_missing_submission_whose_name_went_to_another(report: Make) -> None:
    """Both have their row."""
    kept = never_lower(
        held([report("ann", submission="x")], [report("bob", submission="x")]), {}, {}
    )
    assert [row.split(",")[:2] for row in kept.gradebook.splitlines()[1:]] == [
        ["ann", "x (older)"],
        ["bob", "x"],
    ]


def test_other_questions_are_refused(report: Make) -> None:
    """A question that is worth something else cannot be compared; the line names it."""
    old, new = report("ann"), report("ann")
    double, average = new.questions
    with pytest.raises(UsageError, match="found double worth 2 before and 4 now; wanted the same"):
        never_lower(
            held([old], [replace(new, questions=(replace(double, possible=4), average))]), {}, {}
        )
    with pytest.raises(UsageError, match="found average worth 1 before and nothing now; wanted"):
        never_lower(held([old], [replace(new, questions=(double,))]), {}, {})


def test_a_score_is_the_reports_own_where_nobody_marked(report: Make) -> None:
    """The gradebook without marks says what the report says."""
    for made in (report("ann", "averages"), report("ann", status=Status.UNGRADABLE)):
        assert score(made, {}) == made.score
    none = report("ann", status=Status.UNGRADABLE)
    assert score(none, {"average": 0.5, "gone": 7, "written": 3}) == 0.5
