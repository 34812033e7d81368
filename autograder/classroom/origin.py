"""What a report was made from, as far as its digest tells: three digests joined by colons.

`submission:checks:bundle`. The first is of the submitted bytes and their name, the second of the
questions' checks, the third of the whole bundle: checks, engine, reference, limits, files.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from autograder.model import Report

PARTS = 3


class Change(StrEnum):
    """Why two reports of one student may differ, in the words of a receipt."""

    NOTHING = "nothing that was graded changed"
    SUBMISSION = "another file was handed in"
    CHECKS = "the checks changed"
    ENGINE = "the engine, the reference or the limits changed"
    UNKNOWN = "the older report does not tell what it was made from"
    MARKED = "marked by hand"


@dataclass(frozen=True)
class Origin:
    """Digests of what a report was made from."""

    submission: str
    checks: str
    bundle: str


def origin(report: Report) -> Origin | None:
    """None for a report that was made before digests told."""
    parts = report.digest.split(":")
    return Origin(*parts) if len(parts) == PARTS else None


def changes(old: Report, new: Report) -> tuple[Change, ...]:
    """What is not the same; a changed check leaves open whether the engine changed, too."""
    if old.digest == new.digest:
        return (Change.NOTHING,)
    before, after = origin(old), origin(new)
    if before is None or after is None:
        return (Change.UNKNOWN,)
    found = [Change.SUBMISSION] if before.submission != after.submission else []
    if before.checks != after.checks:
        found.append(Change.CHECKS)
    elif before.bundle != after.bundle:
        found.append(Change.ENGINE)
    return tuple(found)
