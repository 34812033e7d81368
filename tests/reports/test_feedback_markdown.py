"""The feedback in Markdown: what the page tells, nothing more, and harmless when rendered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from autograder.grading.records import Records
from autograder.model import Bundle, Limits, Misconception, Verdict
from autograder.reports.feedback_markdown import render
from autograder.reports.markdown import block, markdown, paragraph
from autograder.reports.text import UNSEEN

KINDS = ["full", "mixed", "repaired", "blank", "ungradable", "weak"]
CANARY = "HIDDEN-CANARY"
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def outline(text: str) -> list[str]:
    """The kinds of a text's parts, save code and line breaks, where its words may make more."""
    found = []
    for token in READER.parse(text):
        found += [part.type for part in [token, *(token.children or [])]]
    return [kind for kind in found if kind not in {"text", "code_inline", "inline", "softbreak"}]


def test_it_tells_what_the_page_tells(sample) -> None:
    """Score, steps, stopped cells, and of every check its verdict, sentence, hint and message."""
    text = render(sample["mixed"])
    assert "**0.5 of 7 points**" in text
    assert "1. Some cells of your notebook stopped." in text
    assert "**Cell 7, line 3 stopped:**\n\n        scale = 1 / (m - m)\n    ZeroDivision" in text
    assert "✗ **Not passed** (0 of 0.25, public check): Batches `(…, m)`, `(…, n)` give" in text
    assert "Hint: Use `...`.\n\n    the result has shape (5, 5), wanted (5,)\n" in text
    assert "! **Stopped with an error** (0 of 0.5, hidden check): Integer inputs" in text
    assert "✓ 1 check passed." in text
    assert "**Not answered.**" in text


def test_repairs_and_an_ungradable_file_are_told(sample) -> None:
    """Nothing that was done to a notebook is kept back; no score is claimed where there is none."""
    assert "- Repaired before grading: cell 5 had been" in render(sample["repaired"])
    assert "Graded in a weak sandbox" in render(sample["weak"])
    text = render(sample["ungradable"])
    assert "could not be graded.**\n\nWhy: the file is a PDF; wanted the notebook `01_b" in text
    assert " points" not in text


def test_a_misconception_comes_before_the_checks(sample) -> None:
    """With its nudge, without its name."""
    first, *rest = sample["mixed"].questions
    said = Misconception("swaps_x", "Swaps `x` and <y>.", "- which?")
    text = render(replace(sample["mixed"], questions=(replace(first, misconception=said), *rest)))
    idea = "**What your answer seems to do:** Swaps `x` and \\<y\\>.\n\n\\- which?\n\n✗"
    assert idea in text
    assert "swaps_x" not in text


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_hidden_is_told(sample, kind, verdict) -> None:
    """Whatever the verdict and the status: no message and no name of a hidden check."""
    questions = tuple(
        replace(
            question,
            checks=tuple(
                replace(check, verdict=verdict, message=CANARY, name=CANARY)
                if check.hidden
                else check
                for check in question.checks
            ),
        )
        for question in sample[kind].questions
    )
    assert CANARY not in render(replace(sample[kind], questions=questions))


HOSTILE = [
    "<script>alert(1)</script>",
    "![x](a.png) [y](b) <http://example.org> [z]: c",
    "```\n# head\n```",
    "~~~\n- list\n~~~",
    "***\n===\n---",
    "1. one\n2) two\n+ three\n- four\n> five",
    "| a | b |\n|---|---|\n| c | d |",
    "``<b>`` `<i>``<i>` \\`<u>\\`",
    "``<b>`",
    "\\`<b>`` `",
    "\\",
    "&lt;script&gt; &#60;b&#62;",
    "a  \nb\\\nc\r\nd\r# e\u2028# f\x0b# g",
    "\ud800 \x1b[31m \u202e",
    "**bold** _it_ ~~gone~~ $x$",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_stays_text(hostile, text) -> None:
    """Anything a student says makes no part of the text but words and code."""
    shown = render(hostile(text))
    assert outline(shown) == outline(render(hostile("harmless")))
    assert not UNSEEN.search(shown)
    shown.encode()


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(st.text(st.sampled_from("`*_<>#[]()|~!&\\-+=:.1a \n\t\r$"), min_size=1).filter(str.strip))
def test_no_mixture_of_signs_makes_markup(text) -> None:
    """In a sentence, at a line's beginning and in a block: one paragraph, or one block of code."""
    assert set(outline(f"a {markdown(text)} b")) == {"paragraph_open", "paragraph_close"}
    assert set(outline(paragraph(text))) == {"paragraph_open", "paragraph_close"}
    assert outline(f"a\n\n{block('x' + text)}\n\nb").count("code_block") == 1


def test_a_megabyte_is_cut(hostile) -> None:
    """A comment box takes what is left."""
    assert len(render(hostile("<x>" * 350_000))) < 60_000


def test_it_is_written_beside_the_page(sample, tmp_path: Path) -> None:
    """A text for every submission, the ungradable one's too."""
    bundle = Bundle("01_bilinear_forms", "Bilinear forms", "digest", Limits(), (), {})
    with Records(tmp_path, bundle) as records:
        for report in sample.values():
            records.save(report)
    written = {path.stem: path.read_text() for path in (tmp_path / "feedback").glob("*.md")}
    assert written == {report.submission: render(report) for report in sample.values()}
    assert {path.stem for path in (tmp_path / "feedback").glob("*.html")} == set(written)
