"""Results of what was not run, and of what was: no points without a pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from autograder.model import (
    Bundle,
    BundleQuestion,
    CheckInfo,
    CheckResult,
    QuestionResult,
    Report,
    Status,
    Submission,
    Verdict,
)


def ungradable(submission: Submission, bundle: Bundle, digest: str, reason: str) -> Report:
    """The row of a submission that cannot be graded: no score, the reason, all checks not run."""
    return Report(
        submission=submission.id,
        student=submission.student,
        filename=submission.filename,
        assignment=bundle.slug,
        title=bundle.title,
        digest=digest,
        status=Status.UNGRADABLE,
        questions=tuple(not_run(question, "", "") for question in bundle.questions),
        reason=reason,
        repairs=submission.repairs,
    )


def check_result(info: CheckInfo, verdict: Verdict, message: str) -> CheckResult:
    """The check's verdict with its points, if it passed."""
    return CheckResult(
        name=info.name,
        hidden=info.hidden,
        points=info.points,
        earned=info.points if verdict is Verdict.PASSED else 0.0,
        verdict=verdict,
        message=message,
        sentence=info.sentence,
        hint=info.hint,
    )


def not_run(question: BundleQuestion, message: str, note: str) -> QuestionResult:
    """A question with nothing to judge."""
    results = tuple(check_result(info, Verdict.NOT_RUN, message) for info in question.checks)
    return QuestionResult(question.id, question.title, question.points, results, note)


def question_lost(
    submission: Submission, bundle: Bundle, digest: str, only: str, message: str
) -> Report:
    """The part of a report about one question whose checks could not be carried out."""
    report = ungradable(submission, bundle, digest, message)
    question = next(question for question in bundle.questions if question.id == only)
    checks = tuple(check_result(info, Verdict.ERRORED, message) for info in question.checks)
    lost = QuestionResult(question.id, question.title, question.points, checks, message)
    return replace(report, questions=(lost,), limits_hit=(f"{only}: {message}",))


def joined(parts: Sequence[Report]) -> Report | None:
    """One report of reports about one question each; None when no question could be graded."""
    whole = next((part for part in parts if part.status is not Status.UNGRADABLE), None)
    if whole is None:
        return None
    problems = {problem.cell: problem for part in reversed(parts) for problem in part.problems}
    names = dict.fromkeys(name for part in parts for name in part.times)
    return replace(
        whole,
        questions=tuple(question for part in parts for question in part.questions),
        problems=tuple(problems[cell] for cell in sorted(problems)),
        limits_hit=tuple(dict.fromkeys(hit for part in parts for hit in part.limits_hit)),
        times={name: sum(part.times.get(name, 0.0) for part in parts) for name in names},
    )
