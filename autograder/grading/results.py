"""Results of what was not run, and of what was: no points without a pass."""

from __future__ import annotations

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
