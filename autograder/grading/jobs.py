"""What the crew is asked: a submission as bytes, or one that has been read."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace

from autograder.grading.crew import Job
from autograder.grading.doubts import QUESTION_DIED
from autograder.grading.found import Found
from autograder.grading.read import unread
from autograder.grading.results import joined, question_lost, ungradable
from autograder.grading.tasks import grade_found, grade_read
from autograder.model import Bundle, Report, Submission


def submission_job(bundle: Bundle, row: Found, data: bytes, digest: str, allow_weak: bool) -> Job:
    """A submission as it was handed in; question by question should that end its worker."""
    # Should the diagnosis end a worker, the pieces go without: it must cost no verdict.
    plain = replace(bundle, mutants=(), accepted=())

    def ask(only: str) -> Callable[[Executor], Future[Report]]:
        sent = plain if only else bundle
        return lambda executor: executor.submit(grade_found, sent, row, data, only, allow_weak)

    def give_up(reason: str) -> Report:
        return ungradable(unread(row, data, reason), bundle, digest, reason)

    def piece(only: str) -> Job:
        lost = question_lost(unread(row, data, ""), bundle, digest, only, QUESTION_DIED)
        return Job(ask(only), lambda reason: lost)

    return Job(
        ask(""),
        give_up,
        lambda: [piece(question.id) for question in bundle.questions],
        lambda parts, reason: joined(parts) or give_up(reason),
    )


def read_job(bundle: Bundle, submission: Submission, only: str, allow_weak: bool) -> Job:
    """A submission that has been read, or one question of it."""
    return Job(
        lambda executor: executor.submit(grade_read, bundle, submission, only, allow_weak),
        lambda reason: ungradable(submission, bundle, "", reason),
    )
