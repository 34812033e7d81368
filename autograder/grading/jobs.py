"""What the crew is asked: a submission as bytes, or one that has been read."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass

from autograder.grading.bench import key_of
from autograder.grading.crew import Job
from autograder.grading.doubts import QUESTION_DIED
from autograder.grading.found import Found
from autograder.grading.read import unread
from autograder.grading.results import joined, question_lost, ungradable
from autograder.grading.tasks import grade_found, grade_read
from autograder.model import Bundle, Report, Submission


@dataclass(frozen=True)
class Jobs:
    """The jobs of one batch. What is sent names the bundle by `key`: the workers hold it."""

    bundle: Bundle
    key: str
    allow_weak: bool

    @classmethod
    def of(cls, bundle: Bundle, *, allow_weak: bool) -> Jobs:
        """By this bundle."""
        return cls(bundle, key_of(bundle), allow_weak)

    def submission(self, row: Found, data: bytes, digest: str) -> Job:
        """One as it was handed in; question by question should that end its worker."""

        def ask(only: str) -> Callable[[Executor], Future[Report]]:
            # Should the diagnosis end a worker, the pieces go without: it must cost no verdict.
            return lambda executor: executor.submit(
                grade_found, self.key, row, data, only, self.allow_weak, not only
            )

        def give_up(reason: str) -> Report:
            return ungradable(unread(row, data, reason), self.bundle, digest, reason)

        def piece(only: str) -> Job:
            lost = question_lost(unread(row, data, ""), self.bundle, digest, only, QUESTION_DIED)
            return Job(ask(only), lambda reason: lost)

        return Job(
            ask(""),
            give_up,
            lambda: [piece(question.id) for question in self.bundle.questions],
            lambda parts, reason: joined(parts) or give_up(reason),
        )

    def read(self, submission: Submission, only: str) -> Job:
        """One that has been read, or one question of it."""
        return Job(
            lambda executor: executor.submit(
                grade_read, self.key, submission, only, self.allow_weak
            ),
            lambda reason: ungradable(submission, self.bundle, "", reason),
        )
