"""The student's page: teaches, hides what is hidden, and is harmless whatever it quotes."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.model import CellProblem, Status, StudentError, Verdict
from autograder.reports.feedback import render

KINDS = ["full", "mixed", "repaired", "blank", "ungradable", "weak"]
CANARY = "HIDDEN-CANARY"


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_sound(sample, page, kind):
    """Balanced, self-contained, with a language, a title, a viewport and one main heading."""
    seen = page(render(sample[kind]))
    seen.assert_safe()
    assert seen.all("html") == [{"lang": "en"}]
    assert len(seen.all("h1")) == len(seen.all("main")) == len(seen.all("title")) == 1
    assert any(meta.get("name") == "viewport" for meta in seen.all("meta"))
    assert all(cell.get("scope") in {"row", "col"} for cell in seen.all("th"))
    assert len(seen.all("caption")) == len(seen.all("table"))


def test_headings_go_down_one_level_at_a_time(sample, page):
    """A screen reader's outline has no gaps."""
    for kind in KINDS:
        names = " ".join(tag for tag, _ in page(render(sample[kind])).tags)
        levels = [int(level) for level in re.findall(r"\bh([1-6])\b", names)]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_policy_allows_this_style_and_nothing_else(sample):
    """The content security policy names the hash of the page's own style."""
    text = render(sample["full"])
    style = re.search("<style>(.*?)</style>", text, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = re.search('Content-Security-Policy" content="(.*?)"', text)[1]
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def test_full_marks_say_so(sample, page):
    """Who has everything is told that there is nothing to mend."""
    text = page(render(sample["full"])).text
    assert "7 of 7 points" in text
    assert "all checks passed" in text
    assert "Every check passed. There is nothing to mend" in text
    assert "Hint:" not in text


def test_full_marks_after_a_repair_point_to_it(sample, page):
    """What was repaired here is still broken at home."""
    report = replace(sample["full"], status=Status.REPAIRED, repairs=("cell 3: mended",))
    text = page(render(report)).text
    assert "Every check passed. What was repaired stands on this page" in text
    assert "nothing to mend" not in text


def test_a_failed_public_check_shows_sentence_verdict_hint_and_message(sample, page):
    """What a public check found is shown, escaped, with the hint."""
    text = page(render(sample["mixed"])).text
    assert "Batches (…, m) , (…, n) give (…,) ." in text
    assert "Not passed · 0 of 0.25 · public check Hint: Use ... ." in text
    assert "What the check found: the result has shape (5, 5), wanted (5,)" in text


def test_a_failed_hidden_check_shows_sentence_and_hint_alone(sample, page):
    """The message of a hidden check is for staff; its name is not shown either."""
    source = render(sample["mixed"])
    text = page(source).text
    assert "Integer inputs do not overflow. Stopped with an error · 0 of 0.5 · hidden check" in text
    assert "Hint: int8 holds" in text
    assert CANARY not in source
    assert "does_not_overflow" not in source


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("kind", KINDS)
def test_no_hidden_message_reaches_a_page(sample, kind, verdict):
    """Whatever the verdict and the status, the canary in a hidden check's message stays away."""
    report = sample[kind]
    questions = tuple(
        replace(
            question,
            checks=tuple(
                replace(check, verdict=verdict, message=CANARY) if check.hidden else check
                for check in question.checks
            ),
        )
        for question in report.questions
    )
    assert CANARY not in render(replace(report, questions=questions))


def test_an_error_shows_cell_line_and_the_student_s_code(sample, page):
    """A cell that stopped is named with its line, its code and what was raised."""
    text = page(render(sample["mixed"])).text
    assert "Cell 7, line 3 scale = 1 / (m - m) ZeroDivisionError: division by zero" in text


def test_an_error_without_line_code_and_text_is_shown_too(sample, page):
    """Only the kind of an error is certain."""
    bare = CellProblem(3, StudentError("KeyboardInterrupt", ""))
    seen = page(render(replace(sample["full"], problems=(bare,))))
    assert "Cell 3 KeyboardInterrupt" in seen.text


def test_more_than_five_stopped_cells_are_counted(sample, page):
    """Echoes of the first error do not fill the page."""
    problems = tuple(CellProblem(n, StudentError("NameError", f"no {n}")) for n in range(1, 9))
    text = page(render(replace(sample["full"], problems=problems))).text
    assert "no 5" in text
    assert "no 6" not in text
    assert "3 more cells stopped too" in text


def test_an_unanswered_question_says_how_to_go_on(sample, page):
    """Not answered is no failure: the page names the next step, and gives no hints away."""
    text = page(render(sample["blank"])).text
    assert (
        'Not answered. Fill in the answer cell, run it, then run grader.check("bilinear")' in text
    )
    assert "0 of 7 points" in text
    assert "Hint:" not in text


def test_an_ungradable_one_says_why_and_what_to_do(sample, page):
    """The reason comes first, no score is claimed, and the steps lead to a gradable file."""
    text = page(render(sample["ungradable"])).text
    assert "This submission could not be graded." in text
    assert "Why: the file is a PDF; wanted the notebook 01_bilinear_forms.ipynb itself" in text
    assert "hand in the .ipynb file itself" in text
    assert "of 0 points" not in text


def test_repairs_limits_and_the_weak_sandbox_are_told(sample, page):
    """Nothing that was done to a notebook is kept from its author."""
    assert "cell 5 had been turned into Markdown" in page(render(sample["repaired"])).text
    assert "matrix_of_form was stopped after 5 s" in page(render(sample["mixed"])).text
    assert "Graded in a weak sandbox." in page(render(sample["weak"])).text
    assert "weak sandbox" not in page(render(sample["full"])).text


def test_a_note_is_said_once(sample, page):
    """A check whose message is the question's note does not repeat it."""
    question = sample["blank"].questions[0]
    note = "cell 4, line 1: SyntaxError: invalid syntax"
    checks = tuple(replace(check, message=note) for check in question.checks)
    report = replace(sample["full"], questions=(replace(question, note=note, checks=checks),))
    assert page(render(report)).text.count(note) == 1


def test_the_next_steps_link_to_their_questions(sample, page):
    """Public failures, unanswered questions and stopped cells each get a step of their own."""
    text = page(render(sample["mixed"])).text
    steps = text[text.index("What to do next") :]
    assert "Some cells of your notebook stopped." in steps
    assert "Your code ran into a limit." in steps
    assert "until all its checks pass: 1. A bilinear form and its matrix , 2. The matrix" in steps
    assert "No answer was found here." in steps
    assert "3. One slot filled: a linear form ." in steps


def test_hidden_failures_alone_get_their_own_advice(sample, page):
    """Whoever passes all public checks is pointed to the hints of the hidden ones."""
    question = sample["full"].questions[0]
    checks = (*question.checks[:3], replace(question.checks[3], verdict=Verdict.FAILED, earned=0))
    report = replace(sample["full"], questions=(replace(question, checks=checks),))
    assert "Here the checks in the notebook pass, but" in page(render(report)).text


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</title></head><body onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</pre></li></ul></section>",
    "<!-- ",
    "]]>",
    "\x1b[31m\x1b]8;;http\x07",
    "nul \x00 \x7f \x9b",
    "\u202eright to left \u2066",
    "\ud800 \udfff",
    "&lt;b&gt; &#60;script&#62;",
    "`<i>` `",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(hostile, page, text):
    """Markup, controls and broken Unicode in anything a student says change no tag of the page."""
    harmless = page(render(hostile("harmless")))
    seen = page(render(hostile(text)))
    seen.assert_safe()

    def outline(taken):
        return [tag for tag, _ in taken.tags if tag != "code"]

    assert outline(seen) == outline(harmless)
    assert text not in seen.source or not set(text) & set("<>\"'")


def test_templates_in_a_text_are_not_run(hostile, page):
    """What looks like a template is data."""
    text = page(render(hostile("{{ 7*7 }} {% raise %} {{7*7}} ${7*7} {{ report }}"))).text
    assert "49" not in text
    assert "{{ 7*7 }} {% raise %} {{7*7}} ${7*7} {{ report }}" in text


def test_a_megabyte_is_cut(hostile):
    """A message of 1 MB leaves a page of ordinary size."""
    text = render(hostile("<x>" * 350_000))
    assert len(text) < 100_000
    assert "more characters)" in text


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50
)
@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_no_text_breaks_the_page(hostile, page, text):
    """Any string whatever: the page is balanced, safe and can be written."""
    page(render(hostile(text))).assert_safe()


def test_what_to_do_next_comes_first_and_what_is_open_before_what_passed(sample, page):
    """A student need not scroll past what holds: passed checks are folded away below the others."""
    source = render(sample["mixed"])
    seen = page(source)
    assert seen.text.index("At a glance") < seen.text.index("What to do next")
    assert source.index('id="next"') < source.index('id="q1"')
    for section in source.split("<section")[1:]:
        opened, _, folded = section.partition("<details>")
        if folded:
            assert 'class="check passed"' not in opened
            assert 'class="check failed"' not in folded
            assert " passed</span>" in folded
