"""What `verify` runs again, and what it remembers."""

from __future__ import annotations

import json
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


TEST_FILE = """
@test_case(points=1, hidden=False,
    success_message="It holds.",
    failure_message="Look.")
def holds({name}):
    assert {name}() == 1
"""


def question(name: str) -> BundleQuestion:
    return BundleQuestion(
        *(name, name, 1, (name,), (CHECK,)),
        test_file=TEST_FILE.format(name=name),
        placeholder=f"def {name}(): ...",
    )


BUNDLE = Bundle("tiny", "Tiny", "digest", Limits(), (question("one"), question("two")), {})
SETUP = "import math"
ONE = "def one():\n    return _half() + 0.5\n\n\ndef _half():\n    return 0.5"
TWO = "def two():\n    return 1"


def submission(name: str, *sources: str) -> Submission:
    cells = tuple(CodeCell(number, source) for number, source in enumerate(sources, start=1))
    return Submission(name, name, name, name, cells)


def jobs(one: str = ONE, two: str = TWO, setup: str = SETUP) -> list[Job]:
    """The solution, and a wrong answer to each question among right ones."""
    return [
        (submission("solution", setup, one, two), ""),
        (submission("first", setup, "def one():\n    return _half()", two), "one"),
        (submission("second", setup, one, "def two():\n    return 2"), "two"),
    ]


JOBS = jobs()
ALL = ["solution", "first", "second"]


class Grader:
    """Grades anything, and notes what it was asked."""

    def __init__(self, **what: object) -> None:
        self.asked: list[str] = []
        self.parts: list[str] = []
        self._what = what

    def __call__(self, bundle: Bundle, jobs: Sequence[Job]) -> list[Report]:
        self.asked = [submission.id for submission, _ in jobs]
        self.parts = [only for _, only in jobs]
        verdict = CheckResult("holds", False, 1, 1, Verdict.PASSED, "said", "It holds.", "Look.")
        report = Report("", "s", "f", "tiny", "Tiny", "", Status.GRADED)
        return [
            replace(
                report,
                submission=submission.id,
                questions=tuple(
                    QuestionResult(q.id, q.id, 1, (verdict,))
                    for q in bundle.questions
                    if only in {"", q.id}
                ),
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
    text = BUNDLE.questions[1].test_file.replace("== 1", "== 1.0")
    changed = replace(BUNDLE.questions[1], test_file=text)
    grader = Grader()
    bundle = replace(BUNDLE, questions=(BUNDLE.questions[0], changed))
    reports = list(remembering(grader, memory, "now")(bundle, JOBS))
    assert (grader.asked, grader.parts) == (["solution", "second"], ["two", "two"])
    assert [q.id for q in reports[0].questions] == ["one", "two"]


def test_reports_that_are_not_whole_run_again(memory: Path) -> None:
    """One damaged report costs its own run alone."""
    stored = json.loads(memory.read_text())
    key = next(key for key, text in stored.items() if '"submission": "second"' in text)
    memory.write_text(json.dumps({**stored, key: stored[key][:-9]}))
    grader = Grader()
    remembering(grader, memory, "now")(BUNDLE, JOBS)
    assert grader.asked == ["second"]
    assert json.loads(memory.read_text()) == stored


def test_a_changed_attempt_reruns_alone(memory: Path) -> None:
    """Its cells are its key."""
    other = submission("first", SETUP, "def one():\n    return 3", TWO)
    grader = Grader()
    remembering(grader, memory, "now")(BUNDLE, [JOBS[0], (other, "one"), JOBS[2]])
    assert grader.asked == ["first"]


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({"two": "def two():\n    return 0 + 1"}, ["solution"]),
        ({"two": "def two():\n    return one()"}, ["solution"]),
        (
            {"two": "def two():\n    return 1\n\n\ndef _half():\n    return 7"},
            ["solution", "first"],
        ),
        ({"two": "def two():\n    return 1\n\n\nprint(two())"}, ["solution", "first"]),
        ({"one": "def one():\n    return globals()['two']()"}, ["solution"]),
        ({"setup": "import math\nimport cmath"}, []),
        ({"setup": "import math\n\none = math.sqrt"}, ["solution", "first"]),
        ({"setup": "import math\n\nmath.pi = 3"}, ALL),
    ],
)
def test_a_changed_solution_reruns_what_it_bears_on(
    memory: Path, changed: dict[str, str], asked: list[str]
) -> None:
    """What uses its names, shares its helpers' names, or comes after code that does something."""
    grader = Grader()
    remembering(grader, memory, "now")(BUNDLE, jobs(**changed))
    assert grader.asked == asked


def test_what_is_only_said_reruns_nothing(memory: Path) -> None:
    """Hints and sentences in a test file decide about no verdict; words in a check's body do."""
    said = BUNDLE.questions[0]
    grader = Grader()
    for old, new, asked in [
        ("Look.", "Look again.", []),
        ("It holds.", "It must hold.", []),
        ("assert one() == 1", "assert one() == 1, 'no'", ["solution", "first"]),
    ]:
        said = replace(said, test_file=said.test_file.replace(old, new))
        bundle = replace(BUNDLE, questions=(said, BUNDLE.questions[1]))
        remembering(grader, memory, "now")(bundle, JOBS)
        assert grader.asked == asked


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


@pytest.mark.parametrize("content", ["", "[]", '{"key": "no report"}', "\0", "7", '{"key": 1}'])
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
