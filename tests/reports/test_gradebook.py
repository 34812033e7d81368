"""The gradebook is a CSV that every importer reads alike."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from autograder.model import CheckResult, QuestionResult, Report, Status, Verdict
from autograder.reports.gradebook import render

IDS = ("bilinear", "matrix_of_form", "partial_left")


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def made(student: str, submission: str, points: list[tuple[float, bool]]) -> Report:
    questions = tuple(
        QuestionResult(
            f"q{number}",
            "",
            worth,
            (CheckResult("c", True, worth, worth * passed, Verdict.PASSED, "", "", ""),),
        )
        for number, (worth, passed) in enumerate(points)
    )
    return Report(submission, student, "f.ipynb", "01", "T", "d", Status.GRADED, questions)


def test_a_class_as_csv(sample):
    """One row a submission, by student; an ungradable one has no score, a blank one has 0."""
    finn = replace(sample["full"], student="finn", submission="finn")
    reports = [finn, sample["ungradable"], sample["blank"], sample["repaired"], sample["mixed"]]
    assert render(reports, IDS) == (
        "student,submission,status,score,possible,bilinear,matrix_of_form,partial_left\n"
        "ben,ben__01_bilinear_forms,graded,0.5,7,0.5,0,0\n"
        "cleo,cleo__01_bilinear_forms,repaired,5,7,2,3,0\n"
        "dan,dan__01_bilinear_forms,graded,0,7,0,0,0\n"
        "eve,eve__01_bilinear_forms,ungradable,,7,,,\n"
        "finn,finn,graded,7,7,2,3,2\n"
    )


def test_the_order_of_the_reports_does_not_matter(sample):
    """The same reports give the same bytes in any order."""
    reports = list(sample.values())
    assert render(reports, IDS) == render(reversed(reports), IDS)


def test_a_question_that_a_report_lacks_is_an_empty_cell(sample):
    """A column without a result is empty, not 0."""
    assert rows(render([sample["full"]], ["new", "bilinear"]))[1][5:] == ["", "2"]


def test_no_reports_give_the_header_alone():
    """An empty class is a table without rows."""
    assert render([], ["a"]) == "student,submission,status,score,possible,a\n"


def test_sums_have_no_float_noise():
    """0.1 + 0.2 is 0.3 in a gradebook."""
    text = render([made("s", "s", [(0.1, True), (0.2, True)])], ["q0", "q1"])
    assert rows(text)[1][3:] == ["0.3", "0.3", "0.1", "0.2"]


def test_formulas_are_defused():
    """A cell that a spreadsheet would compute gets an apostrophe; one that holds it inside not."""
    for start in "=+-@\t\r":
        cell = rows(render([made(f"{start}1+1", "a=b", [])], []))[1][:2]
        assert cell == [f"'{start}1+1", "a=b"]


def test_a_name_that_is_no_unicode_can_be_written():
    """A file name with stray bytes does not keep the gradebook from being saved."""
    assert rows(render([made("a\udcff", "b", [])], []))[1][0] == r"a\udcff"
    render([made("a\udcff", "b", [])], []).encode()


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"))
POINTS = st.lists(st.tuples(st.integers(0, 4000).map(lambda n: n / 4), st.booleans()), max_size=4)


@given(st.lists(st.tuples(NAMES, NAMES, POINTS), max_size=5))
def test_csv_reads_back_to_the_same_values(class_):
    """Python's own csv module reads what was meant, whatever the names hold."""
    reports = [made(*parts) for parts in class_]
    ids = [f"q{number}" for number in range(4)]
    header, *body = rows(render(reports, ids))
    assert header[5:] == ids
    assert len(body) == len(reports)
    ordered = sorted(reports, key=lambda report: (report.student, report.submission))
    for row, report in zip(body, ordered, strict=True):
        for cell, name in zip(row, (report.student, report.submission), strict=False):
            assert cell in {name, f"'{name}"}
            assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        assert [float(cell) for cell in row[3:5]] == [report.score, report.possible]
        earned = [str(float(cell)) for cell in row[5:] if cell]
        assert earned == [str(float(question.earned)) for question in report.questions]
