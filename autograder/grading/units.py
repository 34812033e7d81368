"""The unit of reuse is a question: what an earlier report says of one holds while nothing that
decided about it changed.

That is its own checks, and all around them: engine, reference, versions, limits, shipped files,
what is handed out. A report is put together only where a fresh grading would say the same: nothing
died or ran into a limit, and no question can leave a trace for another (see `separable`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from autograder.grading.crew import Job
from autograder.grading.doubts import QUESTION_DIED
from autograder.grading.found import Found
from autograder.grading.jobs import Jobs
from autograder.grading.read import unread
from autograder.grading.results import question_lost
from autograder.grading.separable import separable
from autograder.grading.tasks import grade_found
from autograder.model import NOT_ANSWERED, Bundle, BundleQuestion, CodeCell, Limits, Report, Status
from autograder.reports.next_steps import all_passed

OUTSIDE = ("digest", "questions", "mutants", "accepted", "setup", "answers")
"""Fields of the bundle that decide no verdict, or not of every question."""
SPARE_TIME = 0.5
"""Of a notebook's CPU time: one that used more could run out of it in one go."""


def question_keys(bundle: Bundle, around: str) -> dict[str, str]:
    """Question → a digest of what decides about it; none where `around` is not known.

    `around` stands for what the bundle does not tell apart: engine, reference, versions.
    """
    if not around:
        return {}
    common = [around, [[q.id, q.names, q.placeholder] for q in bundle.questions]]
    common += [
        _plain(getattr(bundle, field.name)) for field in fields(bundle) if field.name not in OUTSIDE
    ]
    return {q.id: _digest([common, _plain(q)]) for q in bundle.questions}


def with_keys(report: Report, keys: Mapping[str, str]) -> Report:
    """The report, each question with what it was judged by."""
    questions = [replace(q, judged_by=keys.get(q.id, "")) for q in report.questions]
    return replace(report, questions=tuple(questions))


def changed(old: Report, digest: str, keys: Mapping[str, str]) -> tuple[str, ...]:
    """The questions to grade again, all of them where the old report says nothing of this work."""
    before = {question.id: question.judged_by for question in old.questions}
    same_work = old.digest.partition(":")[0] == digest.partition(":")[0]
    if not same_work or before.keys() != keys.keys() or not _is_plain(old):
        return tuple(keys)
    return tuple(name for name, key in keys.items() if before[name] != key)


def may_be_joined(old: Report, cells: Sequence[CodeCell], bundle: Bundle) -> bool:
    """Whether a question of it can be judged apart from the others."""
    spare = old.times.get("cpu", 0.0) <= SPARE_TIME * bundle.limits.submission_cpu
    passed = {question.id for question in old.questions if all_passed(question)}
    right = {name for q in bundle.questions if q.id in passed for name in q.names}
    return spare and separable(cells, bundle, right)


def joined_with(old: Report, new: Report, bundle: Bundle) -> Report | None:
    """The old report with the new one's questions; None when a fresh grading could differ."""
    same = (new.status, new.repairs, new.problems, new.layers, new.weak_sandbox) == (
        old.status, old.repairs, old.problems, old.layers, old.weak_sandbox
    )  # fmt: skip
    if not same or not _is_plain(new):
        return None
    found = {q.id: q for q in old.questions} | {q.id: q for q in new.questions}
    names = dict.fromkeys((*old.times, *new.times))
    return replace(
        new,
        questions=tuple(found[question.id] for question in bundle.questions),
        times={name: old.times.get(name, 0.0) + new.times.get(name, 0.0) for name in names},
    )


def question_job(work: Jobs, row: Found, data: bytes, digest: str, only: str) -> Job:
    """One question of a submission as it was handed in."""
    lost = question_lost(unread(row, data, ""), work.bundle, digest, only, QUESTION_DIED)
    return Job(
        lambda executor: executor.submit(
            grade_found, work.key, row, data, only, work.allow_weak, True
        ),
        lambda reason: lost,
    )


def _is_plain(report: Report) -> bool:
    """Whether it was graded without anything that concerns the notebook as a whole."""
    notes = {question.note for question in report.questions}
    noted = notes - {"", NOT_ANSWERED}
    return report.status is not Status.UNGRADABLE and not report.limits_hit and not noted


def _plain(value: Any) -> Any:
    """What JSON can hold, of anything that a bundle has."""
    if isinstance(value, BundleQuestion | Limits):
        return _plain(asdict(value))
    if isinstance(value, Mapping):
        return sorted([key, _plain(item)] for key, item in value.items())
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value


def _digest(content: object) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32]
