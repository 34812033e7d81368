"""The gradebook: one CSV row a submission, marks given by hand in the place of a question's points.

RFC 4180 quoting; lines end with a bare newline, which every importer takes and every diff shows
well. A text cell that a spreadsheet would take for a formula gets a leading apostrophe.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from autograder.model import Report
from autograder.model.report import points_sum
from autograder.model.summary import Summary
from autograder.reports.text import number

COLUMNS = ("student", "submission", "status", "score", "possible")
WRITTEN = "written"
"""The column of the question that a person marks: beside the score, never in it."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Graded = Report | Summary
"""What a book needs is in either."""
ByHand = Mapping[str, Mapping[str, float]]
"""Submission → question id or `written` → marks given by hand."""
G = TypeVar("G", Report, Summary, Graded)


def render(
    reports: Iterable[Graded], question_ids: Sequence[str], by_hand: ByHand | None = None
) -> str:
    """The CSV, by student, then by submission; a column `written` once there are such marks."""
    given = by_hand or {}
    ordered = in_order(reports)
    columns = [*question_ids]
    if any(WRITTEN in marks for marks in given.values()):
        columns.append(WRITTEN)
    rows = [[csv_text(name) for name in (*COLUMNS, *columns)]]
    rows += [_row(report, columns, given.get(report.submission, {})) for report in ordered]
    return "".join(",".join(row) + "\n" for row in rows)


def in_order(reports: Iterable[G]) -> list[G]:
    """By student, then by submission: one order wherever a class is listed."""
    return sorted(reports, key=lambda report: (report.student, report.submission))


def points(report: Graded, by_hand: Mapping[str, float]) -> dict[str, float]:
    """Question → what counts: the marks given by hand, else the points earned.

    Nothing was judged of an ungradable submission, so only marks given by hand count there.
    """
    earned = {question.id: question.earned for question in report.questions}
    given = {name: marks for name, marks in by_hand.items() if name in earned}
    return given if report.score is None else earned | given


def score(report: Graded, by_hand: Mapping[str, float]) -> float | None:
    """The sum of what counts; None for an ungradable submission that no person has marked."""
    counted = points(report, by_hand)
    return points_sum(counted.values()) if counted or report.score is not None else None


def _row(report: Graded, columns: Sequence[str], by_hand: Mapping[str, float]) -> list[str]:
    counted = points(report, by_hand)
    if WRITTEN in by_hand:
        counted[WRITTEN] = by_hand[WRITTEN]
    return [
        csv_text(report.student),
        csv_text(report.submission),
        csv_text(report.status),
        _number(score(report, by_hand)),
        _number(report.possible),
        *(_number(counted.get(column)) for column in columns),
    ]


def _number(value: float | None) -> str:
    return "" if value is None else number(value)


def csv_text(value: str) -> str:
    """A text cell; a file's name may hold what is no valid Unicode."""
    text = value.encode("utf-8", "backslashreplace").decode()
    if text.startswith(FORMULA_STARTS):
        text = "'" + text
    if any(character in text for character in ',"\r\n'):
        text = '"' + text.replace('"', '""') + '"'
    return text
