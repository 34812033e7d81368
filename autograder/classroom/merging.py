"""Parts of one class, graded apart, made one: the same reports as if nobody had divided it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.classroom.origin import origin
from autograder.classroom.results import Results, one_assignment
from autograder.errors import UsageError
from autograder.model import Report

NOTHING = (
    "found no report in {folders}; wanted at least one; run `autograder grade … --shard I/N` first"
)
BUNDLES = (
    "found {first} and {other} graded with different bundles; wanted one for all; grade the older "
    "part again"
)
CONTRADICTION = (
    "found two reports of {submission}, in {first} and {other}, that do not agree; wanted one; "
    "delete the wrong one and merge again"
)
FOREIGN = (
    "found {submission} in {out}, which no part has; wanted an empty folder or the same parts as "
    "before; name {out} as a part too, or another folder with --out"
)


def merge(parts: Sequence[Results]) -> dict[str, tuple[Report, Path]]:
    """id → report and the folder that it comes from; UsageError where the parts contradict."""
    one_assignment(parts)
    merged: dict[str, tuple[Report, Path]] = {}
    for part in parts:
        for name, report in part.reports.items():
            merged[name] = _chosen(merged.get(name), (report, part.folder))
    if not merged:
        folders = ", ".join(str(part.folder) for part in parts)
        raise UsageError(NOTHING.format(folders=folders))
    _refuse_bundles(list(merged.values()))
    return merged


def refuse_foreign(out: Results, merged: dict[str, tuple[Report, Path]]) -> None:
    """UsageError when the folder to write to holds a report that would be neither kept nor gone."""
    for name in out.reports:
        if name not in merged:
            raise UsageError(FOREIGN.format(submission=name, out=out.folder))


def _chosen(had: tuple[Report, Path] | None, found: tuple[Report, Path]) -> tuple[Report, Path]:
    """Of two that agree, the one that was better confined, else the first."""
    if had is None:
        return found
    if _judged(had[0]) != _judged(found[0]):
        said = {"submission": found[0].submission, "first": had[1], "other": found[1]}
        raise UsageError(CONTRADICTION.format(**said))
    return found if had[0].weak_sandbox and not found[0].weak_sandbox else had


def _judged(report: Report) -> tuple[object, ...]:
    """What two gradings of the same work share: not the times, nor an address in a message."""
    verdicts = tuple(
        (question.id, check.name, check.verdict, check.points, check.earned)
        for question in report.questions
        for check in question.checks
    )
    return report.digest, report.student, report.status, verdicts


def _refuse_bundles(chosen: Sequence[tuple[Report, Path]]) -> None:
    """UsageError when two reports say that they were judged by different bundles."""
    first: tuple[str, Path] | None = None
    for report, folder in chosen:
        bundle = made.bundle if (made := origin(report)) else ""
        first = first or (bundle, folder)
        if bundle != first[0]:
            raise UsageError(BUNDLES.format(first=first[1], other=folder))
