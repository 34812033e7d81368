"""results.json follows Gradescope's specification (docs/lms.md), and hides what is for staff."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from autograder.classroom.gradescope import results, several
from autograder.model import CellProblem, CheckResult, Report, Status, StudentError, Verdict
from autograder.model.report import points_sum

Make = Callable[..., Report]
VISIBILITIES = {"visible", "hidden", "after_due_date", "after_published"}
FORMATS = {"text", "html", "simple_format", "md", "ansi"}
TOP = {
    *("score", "execution_time", "output", "output_format", "visibility", "stdout_visibility"),
    *("extra_data", "tests", "leaderboard", "test_output_format", "test_name_format"),
}
TEST = {
    *("score", "max_score", "status", "name", "name_format", "number", "output", "tags"),
    *("output_format", "visibility", "extra_data"),
}


def specified(content: dict[str, Any]) -> float:
    """What the documentation asks for; the score that Gradescope would show."""
    content = json.loads(json.dumps(content, allow_nan=False))
    assert set(content) <= TOP
    assert content.get("output_format", "text") in FORMATS
    assert content.get("stdout_visibility", "hidden") in VISIBILITIES
    tests = content.get("tests", [])
    assert "score" in content or tests
    for test in tests:
        assert set(test) <= TEST
        assert test["visibility"] in VISIBILITIES - {"hidden"}, "hidden is for tests without points"
        assert test["output_format"] in FORMATS
        assert test["status"] in {"passed", "failed"}
        assert 0 <= test["score"] <= test["max_score"]
        assert "\n" not in test["name"]
    assert len({test["number"] for test in tests}) == len(tests)
    return float(content.get("score", points_sum(test["score"] for test in tests)))


def test_checks_add_up_to_the_score(report: Make) -> None:
    """One test a check, numbered by question."""
    made = report("ann", "averages")
    content = results(made, 1.6)
    assert specified(content) == made.score == 2
    assert [test["number"] for test in content["tests"]] == ["1.1", "1.2", "2.1"]
    assert content["execution_time"] == 2


def test_what_students_see_of_a_check(report: Make) -> None:
    """A public one: its hint, and its message as a block; a hidden one later, no message."""
    made = report("ann")
    question = made.questions[0]
    said = "</pre><script> # expected 6\nbut 5"
    checks = (
        CheckResult("a", False, 1, 0, Verdict.FAILED, said, "Twice *3* is 6.", "Add `x`."),
        CheckResult("b", True, 1, 0, Verdict.ERRORED, "secret 42", "Arrays too.", "Which type?"),
        CheckResult("c", True, 1, 1, Verdict.PASSED, "", "Lists.", "A list?"),
    )
    content = results(replace(made, questions=(replace(question, checks=checks),)), 0)
    public, hidden, passed = content["tests"]
    assert public["visibility"] == "visible"
    assert public["output"] == (
        "Not passed.\n\nHint: Add `x`.\n\n    </pre><script> # expected 6\n    but 5"
    )
    assert (hidden["visibility"], hidden["status"]) == ("after_published", "failed")
    assert hidden["output"] == "Stopped with an error.\n\nHint: Which type?"
    assert (passed["status"], passed["output"]) == ("passed", "Passed.")
    assert "secret" not in json.dumps(content)


def test_what_is_told_of_the_whole(report: Make) -> None:
    """Repairs, limits and stopped cells, a student's own words as a block."""
    error = StudentError("ValueError", "# big\n![x](http://example.org/x.png)", 3)
    made = replace(
        report("ann"),
        repairs=("cell 2 was *mended*",),
        problems=(CellProblem(4, error),),
        filename="a_<b>.ipynb",
    )
    assert results(made, 0)["output"] == (
        "Graded: a\\_\\<b\\>.ipynb\n- cell 2 was \\*mended\\*\n\nStopped in cell 4, line 3:\n\n"
        "    ValueError: # big\n    ![x](http://example.org/x.png)"
    )


def test_nothing_to_grade(report: Make) -> None:
    """An ungradable file has 0 and its reason; two that could count are a student's to choose."""
    content = results(report("ann", status=Status.UNGRADABLE), 0)
    assert specified(content) == 0
    assert content["output"] == (
        "**This file could not be graded:** an empty file; hand it in again"
    )
    content = several(["a.ipynb", "b_2.ipynb"])
    assert specified(content) == 0
    assert "(a.ipynb, b\\_2.ipynb); hand in one" in content["output"]
