"""A comparison as people read it: lines for the terminal, rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.classroom.regrade import BY_HAND, Comparison, Moved, Step
from autograder.classroom.table import csv_of
from autograder.model import Report, Status
from autograder.reports.text import counted, number, shown_line

COLUMNS = (
    *("student", "submission", "before", "after", "change"),
    *("question", "check", "was", "is", "points", "why"),
)
NEW, MISSING = "new submission", "missing submission"
MAX_STEPS = 6
"""More than these are in the CSV."""


def as_csv(comparison: Comparison) -> str:
    """One row for everything that changed; who appeared or is missing has one row."""
    rows = []
    for move in comparison.moved:
        steps = move.steps or (Step("", "", move.old.status, move.new.status, 0.0),)
        rows += [[*_scores(move), *_step(step), "; ".join(move.why)] for step in steps]
    for reports, why in ((comparison.appeared, NEW), (comparison.missing, MISSING)):
        for report in reports:
            score = _number(report.score)
            ends = ["", score] if why == NEW else [score, ""]
            rows.append([report.student, report.submission, *ends, *[""] * 6, why])
    return csv_of([COLUMNS, *rows])


def table_rows(comparison: Comparison) -> Iterator[tuple[str, str, str, str, str]]:
    """Student, before, after, change, through what and why."""
    for move in comparison.moved:
        before, after = _number(move.before) or "–", _number(move.after) or "–"
        yield _name(move.new), before, after, signed(move.change), "\n".join(_told(move))
    for report in comparison.appeared:
        yield _name(report), "", _number(report.score) or "–", "", NEW
    for report in comparison.missing:
        yield _name(report), _number(report.score) or "–", "", "", MISSING


def summary(comparison: Comparison) -> str:
    """One line: how many moved where."""
    ups = sum(move.change > 0 for move in comparison.moved)
    downs = sum(move.change < 0 for move in comparison.moved)
    same = len(comparison.moved) - ups - downs
    kept = len(comparison.pairs) - len(comparison.moved)
    changed = f", {same} with the same score by other verdicts" if same else ""
    return (
        f"{counted(len(comparison.pairs), 'submission')} in both: {ups} up, {downs} down{changed}, "
        f"{kept} unchanged; {len(comparison.appeared)} new, {len(comparison.missing)} missing"
    )


def signed(value: float) -> str:
    """+1, −0.5, 0."""
    return f"+{number(value)}" if value > 0 else number(value).replace("-", "−")


def _told(move: Moved) -> Iterator[str]:
    if move.old.status is not move.new.status:
        yield f"{move.old.status} → {move.new.status}"
    steps = () if Status.UNGRADABLE in {move.old.status, move.new.status} else move.steps
    if move.new.status is Status.UNGRADABLE:
        yield shown_line(move.new.reason)
    for step in steps[:MAX_STEPS]:
        by = f" ({signed(step.points)})" if step.points else ""
        what = f"{step.question}: " + ("" if step.check == BY_HAND else f"{step.check} ")
        yield f"{what}{step.before} → {step.after}{by}"
    if len(steps) > MAX_STEPS:
        yield f"and {counted(len(steps) - MAX_STEPS, 'more check')}"
    yield f"because {' and '.join(move.why)}"


def _scores(move: Moved) -> list[str]:
    name = [move.new.student, move.new.submission]
    return [*name, _number(move.before), _number(move.after), number(move.change)]


def _step(step: Step) -> list[str]:
    return [step.question, step.check, step.before, step.after, number(step.points)]


def _name(report: Report) -> str:
    name = report.student
    return shown_line(name if name == report.submission else f"{name} ({report.submission})", 60)


def _number(value: float | None) -> str:
    return "" if value is None else number(value)
