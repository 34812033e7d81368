"""Two gradings of one class, held against each other: who moved, through which check, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from autograder.classroom.marks import Given, Mark
from autograder.classroom.origin import Change, changes
from autograder.model import CheckResult, QuestionResult, Report, Status
from autograder.model.report import points_sum
from autograder.reports.gradebook import in_order, points, score

ABSENT = "absent"
BY_HAND = "by hand"


@dataclass(frozen=True)
class Step:
    """One thing that is not as it was: a check's verdict, or a mark given by hand."""

    question: str
    check: str
    before: str
    after: str
    points: float
    """by which the score moved through it"""


@dataclass(frozen=True)
class Moved:
    """A submission whose score, status or any verdict changed. A score is None when ungradable."""

    old: Report
    new: Report
    before: float | None
    after: float | None
    steps: tuple[Step, ...]
    why: tuple[Change, ...]

    @property
    def change(self) -> float:
        return points_sum([self.after or 0, -(self.before or 0)])


@dataclass(frozen=True)
class Comparison:
    """All of two gradings. `pairs` are the same students' submissions, old and new."""

    pairs: tuple[tuple[Report, Report], ...]
    moved: tuple[Moved, ...]
    appeared: tuple[Report, ...]
    missing: tuple[Report, ...]


def compare(
    old: Mapping[str, Report], new: Mapping[str, Report], was: Given, given: Given
) -> Comparison:
    """`was` and `given` are the marks given by hand in the old and the new folder."""
    pairs = _pairs(old, new)
    paired = {(a.submission, b.submission) for a, b in pairs}
    gone, here = {a for a, _ in paired}, {b for _, b in paired}
    moves = [_move(a, b, was.get(a.submission, {}), given.get(b.submission, {})) for a, b in pairs]
    return Comparison(
        pairs=tuple(pairs),
        moved=tuple(move for move in moves if move is not None),
        appeared=tuple(in_order(r for name, r in new.items() if name not in here)),
        missing=tuple(in_order(r for name, r in old.items() if name not in gone)),
    )


def _pairs(old: Mapping[str, Report], new: Mapping[str, Report]) -> list[tuple[Report, Report]]:
    """The same submission of the same student, else the one that each has left of a student."""
    pairs = {
        name: (old[name], report)
        for name, report in new.items()
        if name in old and old[name].student == report.student
    }
    left = _one_each(report for name, report in old.items() if name not in pairs)
    came = _one_each(report for name, report in new.items() if name not in pairs)
    found = [*pairs.values(), *((left[name], came[name]) for name in left.keys() & came.keys())]
    return sorted(found, key=lambda pair: (pair[1].student, pair[1].submission))


def _one_each(reports: Iterable[Report]) -> dict[str, Report]:
    by_student: dict[str, list[Report]] = {}
    for report in reports:
        by_student.setdefault(report.student, []).append(report)
    return {student: found[0] for student, found in by_student.items() if len(found) == 1}


def _move(
    old: Report, new: Report, was: Mapping[str, Mark], given: Mapping[str, Mark]
) -> Moved | None:
    before, after = score(old, _numbers(was)), score(new, _numbers(given))
    marked = _hand_steps(old, new, was, given)
    steps = (*_check_steps(old, new, was, given), *marked)
    if before == after and old.status is new.status and not steps:
        return None
    why = changes(old, new)
    if marked:
        why = (*(change for change in why if change is not Change.NOTHING), Change.MARKED)
    return Moved(old, new, before, after, steps, why)


def _numbers(marks: Mapping[str, Mark]) -> dict[str, float]:
    return {question: mark.marks for question, mark in marks.items()}


def _check_steps(
    old: Report, new: Report, was: Mapping[str, Mark], given: Mapping[str, Mark]
) -> list[Step]:
    """Every check that says something else; it moves nothing where a person has decided."""
    steps = []
    before = {question.id: question for question in old.questions}
    after = {question.id: question for question in new.questions}
    for name in dict.fromkeys((*before, *after)):
        decided = name in was or name in given
        for check, a, b in _checks(before.get(name), after.get(name)):
            said = _verdict(old, a), _verdict(new, b)
            gained = points_sum([_earned(new, b), -_earned(old, a)])
            if said[0] != said[1] or gained:
                steps.append(Step(name, check, *said, 0.0 if decided else gained))
    return steps


def _checks(
    old: QuestionResult | None, new: QuestionResult | None
) -> list[tuple[str, CheckResult | None, CheckResult | None]]:
    before = {check.name: check for check in old.checks} if old else {}
    after = {check.name: check for check in new.checks} if new else {}
    return [(name, before.get(name), after.get(name)) for name in dict.fromkeys((*before, *after))]


def _verdict(report: Report, check: CheckResult | None) -> str:
    if check is None:
        return ABSENT
    return str(Status.UNGRADABLE if report.status is Status.UNGRADABLE else check.verdict)


def _earned(report: Report, check: CheckResult | None) -> float:
    return check.earned if check and report.status is not Status.UNGRADABLE else 0.0


def _hand_steps(
    old: Report, new: Report, was: Mapping[str, Mark], given: Mapping[str, Mark]
) -> list[Step]:
    steps = []
    a, b = points(old, _numbers(was)), points(new, _numbers(given))
    for question in dict.fromkeys((*was, *given)):
        before, after = was.get(question), given.get(question)
        numbers = [None if mark is None else mark.marks for mark in (before, after)]
        if numbers[0] != numbers[1]:
            said = (_mark(before), _mark(after))
            gained = points_sum([b.get(question, 0.0), -a.get(question, 0.0)])
            steps.append(Step(question, BY_HAND, *said, gained))
    return steps


def _mark(mark: Mark | None) -> str:
    return "no mark" if mark is None else f"{mark.marks:g} by {mark.by or 'nobody named'}"
