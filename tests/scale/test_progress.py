"""What is said while a class is graded: done, failed, rate, time left; also when nothing ends."""

from __future__ import annotations

import time

import pytest

from autograder.cli.progress import Pace, telling
from autograder.grading.batch import Progress
from autograder.model import Status
from autograder.model.summary import Summary


def step(done: int, status: Status = Status.GRADED, *, reused: bool = False) -> Progress:
    summary = Summary(f"s{done}", f"s{done}", "", status, None, 0)
    return Progress(summary, done, 1000, reused)


def test_the_line_has_all_the_facts() -> None:
    """What an earlier run did is done, and says nothing of the rate."""
    now = 0.0
    pace = Pace(1000, lambda: now)
    assert pace.line() == "graded 0 of 1000, 0 ungradable"
    for done in range(1, 401):
        pace.count(step(done, reused=True))
    assert pace.line() == "graded 400 of 1000, 0 ungradable"
    for done in range(401, 501):
        pace.count(step(done, Status.UNGRADABLE if done == 450 else Status.GRADED))
    now = 20.0
    assert pace.line() == "graded 500 of 1000, 1 ungradable, 5 a second, 100 s left"
    now = 400.0
    assert pace.line() == "graded 500 of 1000, 1 ungradable, 4 s each, 33 min left"
    for done in range(501, 1001):
        pace.count(step(done))
    assert pace.line() == (
        "graded 1000 of 1000, 1 ungradable, in 400.0 s, 400 of them in an earlier run"
    )


def test_lines_come_while_nothing_ends(capsys: pytest.CaptureFixture[str]) -> None:
    """One submission that takes long silences nobody; the last line is there at once."""
    with telling(1000, every=0.01) as tell:
        tell(step(1))
        deadline = time.monotonic() + 20
        said = ""
        while said.count("graded 1 of 1000") < 3 and time.monotonic() < deadline:
            time.sleep(0.01)
            said += capsys.readouterr().err
        assert said.count("graded 1 of 1000, 0 ungradable, ") >= 3
        assert "left\n" in said
        tell(step(1000))
    assert capsys.readouterr().err.splitlines()[-1].startswith("graded 1000 of 1000, 0 ungradable,")
