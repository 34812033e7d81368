"""Made-up reports: what was graded is other tests' business."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from autograder.model import CheckResult, QuestionResult, Report, Status, Verdict

MakeReport = Callable[..., Report]
POINTS = {"double": {"doubles_three": 0.5, "doubles_arrays": 1.5}, "average": {"averages": 1.0}}


def make(
    student: str,
    *failed: str,
    submission: str = "",
    digest: str = "s:c:b",
    status: Status = Status.GRADED,
) -> Report:
    """A report in which all checks passed but the named ones."""
    ungradable = status is Status.UNGRADABLE
    questions = []
    for question, checks in POINTS.items():
        results = []
        for name, worth in checks.items():
            passed = name not in failed and not ungradable
            verdict = Verdict.PASSED if passed else Verdict.FAILED
            verdict = Verdict.NOT_RUN if ungradable else verdict
            earned = worth if passed else 0.0
            results.append(CheckResult(name, True, worth, earned, verdict, "", "", ""))
        worth = sum(checks.values())
        questions.append(QuestionResult(question, question, worth, tuple(results)))
    return Report(
        submission=submission or student,
        student=student,
        filename=f"{student}.ipynb",
        assignment="01_sums",
        title="Sums",
        digest=digest,
        status=status,
        questions=tuple(questions),
        reason="an empty file; hand it in again" if ungradable else "",
    )


@pytest.fixture
def report() -> MakeReport:
    """`report("ann", "averages", …)`."""
    return make
