"""What stands above a question's checks: which to begin with, and what an error means."""

from __future__ import annotations

import pytest

from autograder.model import CheckResult, Misconception, QuestionResult, Report, Status, Verdict
from autograder.reports import feedback, feedback_markdown
from autograder.reports.feedback_advice import (
    FIRST_FIRST,
    IDEA_FIRST,
    MISSPELT,
    NOTHING,
    SHAPES,
    UNSEEN,
    advice,
)
from autograder.reports.next_steps import next_steps

F, E = Verdict.FAILED, Verdict.ERRORED
IDEA = Misconception("halves", "Halves it.", "What is the half of 7?")
CORE = "ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0"


def check(verdict=F, message="", hidden=False, sentence="It is right.") -> CheckResult:
    return CheckResult("name", hidden, 0.25, 0, verdict, message, sentence, "a hint")


def question(*checks, **more) -> QuestionResult:
    return QuestionResult("half", "Half", 0.25 * len(checks), checks, **more)


def report(*questions, **more) -> Report:
    return Report(
        "s", "s", "s.ipynb", "a", "A", "digest", Status.GRADED, questions=questions, **more
    )


@pytest.mark.parametrize(
    ("verdict", "message", "said"),
    [
        (F, "half(7) returned None, expected 3.5", NOTHING),
        (E, "TypeError: unsupported operand type(s) for -: 'NoneType' and 'int'", NOTHING),
        (E, "NameError: name 'hlaf' is not defined", MISSPELT),
        (E, "IndexError: too many indices for array: array is 1-dimensional", SHAPES),
        (E, CORE, SHAPES),
    ],
)
def test_a_common_error_is_said_in_plain_words(verdict, message, said):
    """In a public check; the message of a hidden one is for staff."""
    assert advice(question(check(verdict, message))) == (said,)
    assert said not in advice(question(check(verdict, message, hidden=True)))


@pytest.mark.parametrize("message", ["half(7) returned 3, expected 3.5", "ZeroDivisionError: no"])
def test_what_is_clear_gets_no_advice(message):
    """One failed check speaks for itself."""
    assert advice(question(check(E, message))) == ()
    assert advice(question(check(Verdict.PASSED))) == ()


def test_an_error_that_only_hidden_checks_meet_is_to_be_looked_for():
    """The student is told how to see it at home."""
    assert advice(question(check(E, "NameError: x", hidden=True))) == (UNSEEN,)


def test_where_refusals_alone_are_missing_the_wanted_error_is_named():
    """Assert and a returned value are no ValueError; with other failures nothing is said of it."""
    refusal = check(hidden=True, sentence="Other shapes and NaN raise ValueError.")
    (said,) = advice(question(refusal))
    assert said.startswith("Only ValueError counts")
    assert advice(question(refusal, check())) == ()


def test_many_failures_are_read_from_the_first_or_from_the_idea():
    """The hints of echoes fit other mistakes; a named idea comes before everything else."""
    checks = [check(E, "NameError: name 'x' is not defined"), check(), check(), check(hidden=True)]
    assert advice(question(*checks)) == (MISSPELT, FIRST_FIRST)
    assert advice(question(*checks, misconception=IDEA)) == (IDEA_FIRST,)
    assert advice(question(*checks[:2], misconception=IDEA)) == ()
    assert advice(question(*checks, note="stopped after 5 s")) == ()


def test_page_and_text_say_it_before_the_checks():
    """Both are made from the same."""
    made = report(question(*[check(F, "half(7) returned None")] * 4))
    for text in (feedback.render(made), feedback_markdown.render(made)):
        assert text.index(NOTHING) < text.index(FIRST_FIRST) < text.index("It is right.")


def test_a_named_idea_and_a_limit_point_to_their_question():
    """What to do next begins with them, and names no question twice for one idea."""
    steps = next_steps(report(question(check(), misconception=IDEA)))
    assert [step.questions for step in steps] == [("half",), ()]
    assert "what your answer seems to do" in steps[0].text
    stopped = question(check(E), note="stopped in half")
    first = next_steps(report(stopped, limits_hit=("stopped in half",)))[0]
    assert first.text.endswith("It happened here:")
    assert first.questions == ("half",)
    first = next_steps(report(question(check()), limits_hit=("cell 3",)))[0]
    assert first.questions == ()
    assert not first.text.endswith(":")
