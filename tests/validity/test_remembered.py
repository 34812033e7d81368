"""What `verify` runs again, and what it remembers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.model import (
    Bundle,
    BundleQuestion,
    CheckInfo,
    CheckResult,
    CodeCell,
    Limits,
    QuestionResult,
    Report,
    Status,
    Submission,
    Verdict,
)
from autograder.validity.remembered import Job, remembering

CHECK = CheckInfo("holds", hidden=False, points=1, hint="Look.", sentence="It holds.")


def question(name: str) -> BundleQuestion:
    return BundleQuestion(
        name, name, 1, (name,), (CHECK,), f"checks of {name}", f"def {name}(): ..."
    )


BUNDLE = Bundle("tiny", "Tiny", "digest", Limits(), (question("one"), question("two")), {})
JOBS: list[Job] = [
    (Submission(name, name, name, name, (CodeCell(1, f"{name} = {only!r}"),)), only)
    for name, only in [("solution", ""), ("first", "one"), ("second", "two")]
]


class Grader:
    """Grades anything, and notes what it was asked."""

    def __init__(self, **what: object) -> None:
        self.asked: list[str] = []
        self._what = what

    def __call__(self, bundle: Bundle, jobs: Sequence[Job]) -> list[Report]:
        self.asked = [submission.id for submission, _ in jobs]
        verdict = CheckResult("holds", False, 1, 1, Verdict.PASSED, "said", "It holds.", "Look.")
        report = Report("", "s", "f", "tiny", "Tiny", "", Status.GRADED)
        return [
            replace(
                report,
                submission=submission.id,
                questions=(QuestionResult(only or "one", only, 1, (verdict,)),),
                **self._what,  # type: ignore[arg-type]
            )
            for submission, only in jobs
        ]


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    path = tmp_path / "build" / "verified.json"
    list(remembering(Grader(), path, "now")(BUNDLE, JOBS))
    return path


def test_nothing_changed_runs_nothing(memory: Path) -> None:
    """The second time all reports are there, equal to the first ones and in the same order."""
    grader = Grader()
    assert list(remembering(grader, memory, "now")(BUNDLE, JOBS)) == Grader()(BUNDLE, JOBS)
    assert grader.asked == []


def test_a_changed_check_reruns_what_asks_it(memory: Path) -> None:
    """Another question's attempts stay as they are."""
    changed = replace(BUNDLE.questions[1], test_file="other checks")
    grader = Grader()
    bundle = replace(BUNDLE, questions=(BUNDLE.questions[0], changed))
    remembering(grader, memory, "now")(bundle, JOBS)
    assert grader.asked == ["solution", "second"]


def test_a_changed_attempt_reruns_alone(memory: Path) -> None:
    """Its cells are its key."""
    other = replace(JOBS[1][0], cells=(CodeCell(1, "another answer"),))
    grader = Grader()
    remembering(grader, memory, "now")(BUNDLE, [JOBS[0], (other, "one"), JOBS[2]])
    assert grader.asked == ["first"]


@pytest.mark.parametrize(
    ("around", "bundle"),
    [
        ("another engine", BUNDLE),
        ("now", replace(BUNDLE, limits=replace(Limits(), call_cpu=99.0))),
        ("now", replace(BUNDLE, files={"data.csv": b"1"})),
    ],
)
def test_what_concerns_all_reruns_all(memory: Path, around: str, bundle: Bundle) -> None:
    """Engine, reference, limits and shipped files decide about every report."""
    grader = Grader()
    remembering(grader, memory, around)(bundle, JOBS)
    assert grader.asked == ["solution", "first", "second"]


@pytest.mark.parametrize("content", ["", "[]", '{"key": "no report"}', "\0"])
def test_a_damaged_memory_is_none(memory: Path, content: str) -> None:
    """Everything runs, and the file is whole again afterwards."""
    memory.write_text(content)
    grader = Grader()
    remembering(grader, memory, "now")(BUNDLE, JOBS)
    assert len(grader.asked) == 3
    remembering(grader, memory, "now")(BUNDLE, JOBS)
    assert grader.asked == []


@pytest.mark.parametrize(
    "what",
    [
        {"limits_hit": ("one: it gave no answer for 60 s",)},
        {"status": Status.UNGRADABLE, "reason": "its worker died"},
        {"weak_sandbox": True},
    ],
)
def test_accidents_are_not_remembered(tmp_path: Path, what: dict[str, object]) -> None:
    """What a busy machine or a missing wall did to a run is no property of the answer."""
    path = tmp_path / "verified.json"
    remembering(Grader(**what), path, "now")(BUNDLE, JOBS)
    grader = Grader()
    remembering(grader, path, "now")(BUNDLE, JOBS)
    assert len(grader.asked) == 3
