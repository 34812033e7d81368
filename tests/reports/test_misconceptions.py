"""What the pages say of a misconception: the student its words, the staff how many have it."""

from __future__ import annotations

from dataclasses import replace

from autograder.classroom.gradescope import results
from autograder.model import Misconception, Report, Verdict
from autograder.reports import class_page, feedback
from autograder.reports.class_statistics import question_statistics
from autograder.reports.summaries import Summarizer

SWAPPED = Misconception("swaps_x_and_y", "Swaps `x` and y <b>.", "Which one meets the rows?")
TRANSPOSED = Misconception("transposes", "Transposes A.", "")


def with_idea(report: Report, said: Misconception | None, **more) -> Report:
    """The report, its first question explained."""
    first, *rest = report.questions
    return replace(report, questions=(replace(first, misconception=said), *rest), **more)


def test_the_student_reads_sentence_and_nudge_first(sample, page) -> None:
    """Both stand before the question's checks, escaped, without the stored answer's name."""
    shown = page(feedback.render(with_idea(sample["mixed"], SWAPPED)))
    shown.assert_safe()
    text = shown.text
    idea, nudge = text.index("y <b>."), text.index("Which one meets the rows?")
    assert text.index("What your answer seems to do") < idea < nudge < text.index("public check")
    assert "swaps_x_and_y" not in shown.source


def test_without_one_nothing_is_said(sample, page) -> None:
    """No empty box; a misconception without a nudge has none either."""
    assert "seems to do" not in page(feedback.render(sample["mixed"])).text
    shown = page(feedback.render(with_idea(sample["mixed"], TRANSPOSED)))
    assert "Transposes A." in shown.text
    assert "<p></p>" not in shown.source


def test_the_staff_read_how_many_have_which(sample, page) -> None:
    """By frequency, in percent of the answers given: an unanswered question is no answer."""
    reports = [with_idea(sample["mixed"], SWAPPED, student=f"s{n}") for n in range(2)]
    reports += [with_idea(sample["mixed"], TRANSPOSED), sample["full"], sample["blank"]]
    summaries = [*map(Summarizer().of, reports)]
    shown = page(class_page.render(summaries, "Bilinear forms"))
    shown.assert_safe()
    assert "50 % 2 of 4 Swaps x and y <b>. swaps_x_and_y 1. A bilinear form" in shown.text
    assert shown.text.index("50 % 2 of 4") < shown.text.index("25 % 1 of 4 Transposes A.")
    assert "50 % (2 of 4 answers) in 1. A bilinear form and its matrix: Swaps x" in shown.text
    assert "bilinear 50 % (2) Swaps x and y <b>. 25 % (1) Transposes A. 4 checks" in shown.text
    first, *rest = question_statistics(summaries)
    assert [(one.name, one.count, one.rate) for one in first.misconceptions] == [
        ("swaps_x_and_y", 2, 0.5),
        ("transposes", 1, 0.25),
    ]
    assert not any(question.misconceptions for question in rest)


def test_gradescope_shows_it_with_the_first_check_that_failed(sample) -> None:
    """Once, escaped; where that check is hidden, no sooner than the check is shown."""
    report = with_idea(sample["mixed"], SWAPPED)
    tests = results(report, 0)["tests"]
    said = [test["output"] for test in tests if "seems to do" in test["output"]]
    assert said == [tests[1]["output"]]
    idea = "What the answer seems to do: Swaps `x` and y \\<b\\>. Which one meets the rows?"
    assert said[0].startswith(f"Not passed.\n\n{idea}\n\nHint: Use")
    first, *rest = report.questions
    checks = tuple(
        replace(check, verdict=Verdict.FAILED if check.hidden else Verdict.PASSED, earned=0)
        for check in first.checks
    )
    hidden = results(replace(report, questions=(replace(first, checks=checks), *rest)), 0)
    shown = [test["visibility"] for test in hidden["tests"] if "seems to do" in test["output"]]
    assert shown == ["after_published"]
    whole = tuple(replace(check, verdict=Verdict.PASSED) for check in first.checks)
    solved = results(replace(report, questions=(replace(first, checks=whole),)), 0)
    assert "seems to do" not in str(solved)
