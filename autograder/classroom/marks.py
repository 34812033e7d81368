"""Marks given by hand: DIR/marks.csv says what counts, DIR/marks_history.csv how it came about.

A mark is a student's, so it outlives whatever file was handed in. One that names a submission is
for that one alone, as long as it is there: a student may have handed in two.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.classroom.table import csv_of, read_table
from autograder.errors import UsageError
from autograder.reports.gradebook import Graded, in_order
from autograder.reports.text import number

MARKS, HISTORY, RECEIPTS = "marks.csv", "marks_history.csv", "receipts.csv"
COLUMNS = ("student", "submission", "question", "marks", "by", "when", "comment")
HISTORY_COLUMNS = (*COLUMNS[:3], "before", *COLUMNS[3:])
RECEIPT_COLUMNS = ("student", "submission", "question", "earned", *COLUMNS[3:])
WHAT = "file of marks"

NO_NUMBER = "found {found!r} marks in line {line} of {path}; wanted a number; mend the line"
NO_STUDENT = "found no student in line {line} of {path}; wanted one; mend the line"
TWICE = (
    "found {student} marked twice for {question} in {path}, lines {first} and {line}; wanted one "
    "line; remove one"
)
CONTRADICTION = (
    "found {student} marked {one} and {other} for {question} in two parts; wanted one; make both "
    "marks.csv agree"
)

Key = tuple[str, str, str]
Given = dict[str, dict[str, "Mark"]]
"""Submission → question id or `written` → the mark that counts."""


@dataclass(frozen=True)
class Mark:
    """What a person gave. `question` is an id or `written`; `submission` may be empty."""

    student: str
    submission: str
    question: str
    marks: float
    by: str
    when: str
    comment: str

    @property
    def key(self) -> Key:
        return self.student, self.submission, self.question


def read_marks(folder: Path) -> tuple[Mark, ...]:
    """The folder's marks, none without the file; UsageError names the line that is wrong."""
    path = folder / MARKS
    if not path.exists():
        return ()
    wanted = [["student"], ["question"], ["marks"]]
    found: dict[Key, tuple[Mark, int]] = {}
    for line in read_table(path, WHAT, wanted=wanted):
        if not line["student"]:
            raise UsageError(NO_STUDENT.format(line=line.number, path=path))
        marks = parse_marks(line["marks"])
        if marks is None:
            said = {"found": line["marks"], "line": line.number, "path": path}
            raise UsageError(NO_NUMBER.format(**said))
        mark = Mark(**{name: line[name] for name in COLUMNS if name != "marks"}, marks=marks)
        if mark.key in found:
            said = {"student": mark.student, "question": mark.question, "path": path}
            said |= {"first": found[mark.key][1], "line": line.number}
            raise UsageError(TWICE.format(**said))
        found[mark.key] = mark, line.number
    return tuple(mark for mark, _ in found.values())


def parse_marks(text: str) -> float | None:
    """The number, with a point or a comma; None for what is none."""
    try:
        value = float(text.replace(",", ".", 1))
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def marks_text(marks: Iterable[Mark]) -> str:
    """The content of marks.csv, in one order."""
    rows = [_row(mark) for mark in sorted(marks, key=lambda mark: mark.key)]
    return csv_of([COLUMNS, *rows])


def changed(old: Sequence[Mark], new: Sequence[Mark]) -> list[Mark]:
    """The new marks that say something new; one that says the same keeps its day and hand."""
    before = {mark.key: (mark.marks, mark.comment) for mark in old}
    return [mark for mark in new if before.get(mark.key) != (mark.marks, mark.comment)]


def history_lines(old: Sequence[Mark], new: Sequence[Mark]) -> str:
    """What to append to the history for these new marks."""
    before = {mark.key: number(mark.marks) for mark in old}
    rows = [(mark, _row(mark)) for mark in new]
    return csv_of([*row[:3], before.get(mark.key, ""), *row[3:]] for mark, row in rows)


def updated(old: Sequence[Mark], new: Sequence[Mark]) -> tuple[Mark, ...]:
    """The old marks with the new in their places."""
    return tuple(({mark.key: mark for mark in old} | {mark.key: mark for mark in new}).values())


def merged_marks(parts: Iterable[Sequence[Mark]]) -> tuple[Mark, ...]:
    """The marks of several folders; UsageError when two give one student different marks."""
    merged: dict[Key, Mark] = {}
    for mark in (mark for part in parts for mark in part):
        had = merged.setdefault(mark.key, mark)
        if had.marks != mark.marks:
            said = {"student": mark.student, "question": mark.question}
            said |= {"one": number(had.marks), "other": number(mark.marks)}
            raise UsageError(CONTRADICTION.format(**said))
    return tuple(merged.values())


def given(marks: Sequence[Mark], reports: Iterable[Graded]) -> Given:
    """For every submission the marks that count. One for the very submission goes before others."""
    reports = list(reports)
    there = {(report.student, report.submission) for report in reports}
    by_student: dict[str, list[Mark]] = {}
    for mark in marks:
        # Work that was handed in again under another name keeps the marks of the old one.
        gone = mark.submission and (mark.student, mark.submission) not in there
        kept = replace(mark, submission="") if gone else mark
        by_student.setdefault(mark.student, []).append(kept)
    found: Given = {}
    for report in reports:
        fitting = [
            mark
            for mark in by_student.get(report.student, ())
            if mark.submission in {"", report.submission}
        ]
        fitting.sort(key=lambda mark: bool(mark.submission))  # the more special one last, it stays
        if fitting:
            found[report.submission] = {mark.question: mark for mark in fitting}
    return found


def by_hand(found: Given) -> Mapping[str, Mapping[str, float]]:
    """The numbers alone, for the gradebook."""
    return {
        name: {question: mark.marks for question, mark in marks.items()}
        for name, marks in found.items()
    }


def receipts(reports: Iterable[Graded], found: Given) -> str:
    """What the checks gave where a person gave something else: one line a mark that counts."""
    rows = []
    for report in in_order(reports):
        earned = {question.id: number(question.earned) for question in report.questions}
        for name, mark in sorted(found.get(report.submission, {}).items()):
            said = "" if report.score is None else earned.get(name, "")
            row = _row(mark)
            rows.append([report.student, report.submission, name, said, *row[3:]])
    return csv_of([RECEIPT_COLUMNS, *rows])


def _row(mark: Mark) -> list[str]:
    where = [mark.student, mark.submission, mark.question]
    return [*where, number(mark.marks), mark.by, mark.when, mark.comment]
