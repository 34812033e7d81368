"""The small assignment of the grading tests, and an executor that judges without running."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from autograder.grading.batch import Progress, grade_all
from autograder.grading.found import Found
from autograder.grading.intake import find_submissions
from autograder.grading.read import digest_of
from autograder.grading.results import check_result
from autograder.grading.store import report_digest
from autograder.model import Bundle, Layer, QuestionResult, Report, Status, Verdict
from autograder.model.summary import Summary
from tests.grading.conftest import bundle, found, notebook

__all__ = ["Folder", "bundle", "found", "notebook"]
LAYERS = (Layer("user", True, True, "Handed-in code runs as a user that owns nothing."),)


def judged(of: Bundle, row: Found, data: bytes) -> Report:
    """A report with all that a real one has; some submissions are all wrong."""
    wrong = row.id.endswith("3")
    questions = tuple(
        QuestionResult(
            q.id,
            q.title,
            q.points,
            tuple(
                check_result(c, Verdict.FAILED if wrong else Verdict.PASSED, "said" * wrong)
                for c in q.checks
            ),
        )
        for q in of.questions
    )
    return Report(
        submission=row.id,
        student=row.student,
        filename=row.filename,
        assignment=of.slug,
        title=of.title,
        digest=report_digest(row, digest_of(row, data), of),
        status=Status.GRADED,
        questions=questions,
        layers=LAYERS,
        times={"cpu": 0.1, "wall": 0.2},
    )


@dataclass
class Judge:
    """Makes executors that answer at once, and counts what they were asked."""

    asked: list[str] = field(default_factory=list)

    def __call__(self, workers: int, of: Bundle) -> Executor:
        judge = self

        class Judging(Executor):
            def submit(self, work: Any, /, *asked: Any, **more: Any) -> Future[Any]:
                _, row, data = asked[:3]
                judge.asked.append(row.id)
                future: Future[Any] = Future()
                future.set_result(judged(of, row, data))
                return future

        return Judging()


@dataclass
class Folder:
    """A class and where its results go."""

    submissions: Path
    out: Path
    bundle: Bundle
    judge: Judge = field(default_factory=Judge)

    def hand_in(self, count: int, data: bytes) -> None:
        self.submissions.mkdir(exist_ok=True)
        for number in range(count):
            (self.submissions / f"s{number:05}.ipynb").write_bytes(data)

    def grade(self, tell: Callable[[Progress], None] = lambda step: None) -> list[Summary]:
        rows = find_submissions(self.submissions)
        options = {"tell": tell, "make_executor": self.judge}
        return grade_all(self.bundle, rows, self.out, **options)  # type: ignore[arg-type]

    def asked(self) -> list[str]:
        """What was graded since the last time."""
        asked, self.judge.asked = self.judge.asked, []
        return sorted(asked)

    def files(self) -> dict[str, bytes]:
        return {
            str(path.relative_to(self.out)): path.read_bytes()
            for path in self.out.rglob("*")
            if path.is_file()
        }


@pytest.fixture(name="folder")
def _folder(tmp_path: Path, request: pytest.FixtureRequest) -> Folder:
    return Folder(tmp_path / "in", tmp_path / "out", request.getfixturevalue("bundle"))
