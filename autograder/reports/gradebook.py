"""The gradebook: one CSV row a submission.

RFC 4180 quoting; lines end with a bare newline, which every importer takes and every diff shows
well. A text cell that a spreadsheet would take for a formula gets a leading apostrophe.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from autograder.model import Report
from autograder.reports.text import number

COLUMNS = ("student", "submission", "status", "score", "possible")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def render(reports: Iterable[Report], question_ids: Sequence[str]) -> str:
    """The CSV, by student, then by submission."""
    rows = [[_text(name) for name in (*COLUMNS, *question_ids)]]
    rows += [_row(report, question_ids) for report in in_order(reports)]
    return "".join(",".join(row) + "\n" for row in rows)


def in_order(reports: Iterable[Report]) -> list[Report]:
    """By student, then by submission: one order wherever a class is listed."""
    return sorted(reports, key=lambda report: (report.student, report.submission))


def _row(report: Report, question_ids: Sequence[str]) -> list[str]:
    score = report.score
    earned = {question.id: question.earned for question in report.questions}
    if score is None:
        earned = {}  # ungradable: nothing was judged, and an empty cell is not a 0
    return [
        _text(report.student),
        _text(report.submission),
        _text(report.status),
        _number(score),
        _number(report.possible),
        *(_number(earned.get(question)) for question in question_ids),
    ]


def _number(value: float | None) -> str:
    return "" if value is None else number(value)


def _text(value: str) -> str:
    """A text cell; a file's name may hold what is no valid Unicode."""
    text = value.encode("utf-8", "backslashreplace").decode()
    if text.startswith(FORMULA_STARTS):
        text = "'" + text
    if any(character in text for character in ',"\r\n'):
        text = '"' + text.replace('"', '""') + '"'
    return text
