"""The gradebook after a regrade in which nobody's score falls: per question the better of the two.

Marks given by hand win, the new folder's before the old one's. Who is missing in the new grading,
or ungradable there, keeps the old one. Each question that is not as it says has a receipt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from autograder.classroom.marks import Given, Mark
from autograder.classroom.regrade import Comparison
from autograder.classroom.table import csv_of
from autograder.errors import UsageError
from autograder.model import Report
from autograder.reports import gradebook
from autograder.reports.text import number

RECEIPT_COLUMNS = ("student", "submission", "question", "old", "new", "counts", "why")
OLDER = "the older grading is better"
KEPT = "there is no newer grading"
MARK = "marked by hand"
OLD_MARK = "marked by hand in the older folder"
OTHER_QUESTIONS = (
    "found {question} worth {old} before and {new} now; wanted the same questions and points for "
    "--never-lower; leave it out, and give marks by hand where somebody lost"
)

Counts = dict[str, tuple[float, str]]
"""Question → what counts and why, where it is not what the new grading says."""
Marks = Mapping[str, Mark]


@dataclass(frozen=True)
class Kept:
    """The gradebook and its receipts, as CSV, and how many submissions kept something."""

    gradebook: str
    receipts: str
    submissions: int


def never_lower(comparison: Comparison, was: Given, given: Given) -> Kept:
    """UsageError when the two gradings ask for different questions."""
    _refuse_other_questions(comparison)
    taken = {new.submission for _, new in comparison.pairs}
    taken |= {new.submission for new in comparison.appeared}
    reports: list[Report] = []
    by_hand: dict[str, dict[str, float]] = {}
    rows: list[list[str]] = []
    for old, new in _rows(comparison):
        before = was.get(old.submission, {}) if old else {}
        after = given.get(new.submission, {}) if new else {}
        report = _base(old, new, taken)
        counts = _better(old, new, before, after)
        reports.append(report)
        by_hand[report.submission] = {
            question: counted for question, (counted, _) in counts.items()
        }
        rows += _receipts(report, counts, _points(old, before), _points(new, after))
    ids = [question.id for question in reports[0].questions] if reports else []
    kept = {(row[0], row[1]) for row in rows if row[-1] in {OLDER, KEPT}}
    return Kept(
        gradebook=gradebook.render(reports, ids, by_hand),
        receipts=csv_of([RECEIPT_COLUMNS, *sorted(rows)]),
        submissions=len(kept),
    )


def _rows(comparison: Comparison) -> Iterator[tuple[Report | None, Report | None]]:
    yield from comparison.pairs
    yield from ((old, None) for old in comparison.missing)
    yield from ((None, new) for new in comparison.appeared)


def _base(old: Report | None, new: Report | None, taken: set[str]) -> Report:
    """The report that the row shows; where the new grading has none, the old one's."""
    if new is None:
        assert old is not None
        again = old.submission in taken  # the name went to somebody else's work
        return replace(old, submission=f"{old.submission} (older)") if again else old
    if old is not None and new.score is None and old.score is not None:
        return replace(old, student=new.student, submission=new.submission)
    return new


def _better(old: Report | None, new: Report | None, was: Marks, given: Marks) -> Counts:
    before, after = _points(old, was), _points(new, given)
    counts: Counts = {}
    for question in dict.fromkeys((*after, *before)):
        if question in given:
            counts[question] = after[question], MARK
        elif question in was:
            counts[question] = before[question], OLD_MARK
        elif question not in after:
            counts[question] = before[question], KEPT
        elif before.get(question, 0.0) > after[question]:
            counts[question] = before[question], OLDER
    return counts


def _points(report: Report | None, marks: Marks) -> dict[str, float]:
    """What counts in one folder, the written question included."""
    if report is None:
        return {}
    numbers = {question: mark.marks for question, mark in marks.items()}
    written = {name: numbers[name] for name in (gradebook.WRITTEN,) if name in numbers}
    return gradebook.points(report, numbers) | written


def _receipts(
    report: Report, counts: Counts, before: Mapping[str, float], after: Mapping[str, float]
) -> Iterator[list[str]]:
    for question, (counted, why) in counts.items():
        a, b = before.get(question), after.get(question)
        said = ["" if value is None else number(value) for value in (a, b, counted)]
        yield [report.student, report.submission, question, *said, why]


def _refuse_other_questions(comparison: Comparison) -> None:
    for old, new in comparison.pairs:
        before = {question.id: number(question.possible) for question in old.questions}
        after = {question.id: number(question.possible) for question in new.questions}
        for name in (*before, *after):
            if before.get(name) != after.get(name):
                said = {"old": before.get(name, "nothing"), "new": after.get(name, "nothing")}
                raise UsageError(OTHER_QUESTIONS.format(question=name, **said))
