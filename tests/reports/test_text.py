"""Numbers and foreign texts as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.reports.text import (
    UNSEEN,
    counted,
    link,
    number,
    numbered,
    prose,
    shown,
    shown_line,
    visible,
)

ANYTHING = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("value", "text"),
    [(2.0, "2"), (2.5, "2.5"), (0.75, "0.75"), (0.1 + 0.2, "0.3"), (-0.0, "0"), (100, "100")],
)
def test_numbers_are_printed_without_noise(value, text):
    """A number has no trailing zeros and no float noise."""
    assert number(value) == text


def test_numbers_are_rounded_to_the_digits_asked_for():
    """Pages show two digits, files six."""
    assert number(1 / 3, 2) == "0.33"
    assert number(1 / 3) == "0.333333"
    assert number(1e-9) == "0"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("a\x00b", r"a\x00b"),
        ("a\u202eb", r"a\u202eb"),
        ("a\u2066b", r"a\u2066b"),
        ("a\ud800b", r"a\ud800b"),
        ("a\x9b31m", r"a\x9b31m"),
        ("a\U000e0041", r"a\U000e0041"),
        ("λ ‖x‖ 🙂\n\tنیم\u200cفاصله", "λ ‖x‖ 🙂\n\tنیم\u200cفاصله"),
    ],
)
def test_unseen_characters_are_made_visible(text, seen):
    """Controls, bidirectional controls and lone surrogates are written out, letters are kept."""
    assert visible(text) == seen


@given(ANYTHING)
def test_shown_text_is_short_visible_and_encodable(text):
    """Whatever a student's exception says fits a page and can be written as UTF-8."""
    result = shown(text)
    assert not UNSEEN.search(result)
    assert len(result.encode()) < 500 * 10 + 100
    assert result.count("\n") < 20


def test_a_long_text_says_how_much_was_cut():
    """A cut is marked, with the number of characters left out."""
    assert shown("x" * 1_000_000) == "x" * 500 + " … (999500 more characters)"
    assert shown("short\n") == "short"
    assert shown("a\r\nb") == "a\nb"


def test_many_lines_are_cut_too():
    """A page does not grow by an exception of a thousand lines."""
    result = shown("\n".join("abcdefghij" for _ in range(40)))
    assert result.count("\n") == 19
    assert result.endswith("(220 more characters)")


@given(ANYTHING)
def test_a_line_is_one_line(text):
    """Where one line is wanted no newline gets through."""
    assert "\n" not in shown_line(text)


def test_prose_sets_code_and_escapes_everything():
    """Backticks make code; markup in a sentence stays text, in and out of code."""
    assert prose("Use `x @ A` here") == "Use <code>x @ A</code> here"
    assert prose("<b> & `<i>`") == "&lt;b&gt; &amp; <code>&lt;i&gt;</code>"
    assert prose("one ` alone") == "one ` alone"


def test_a_title_has_one_number():
    """A title gets its place, unless its author numbered it."""
    assert numbered(3, "The matrix") == "3. The matrix"
    assert numbered(3, "3. The matrix") == "3. The matrix"
    assert numbered(2, "2 × 2 matrices") == "2. 2 × 2 matrices"


def test_counted_knows_the_singular():
    """One check, two checks."""
    assert [counted(n, "check") for n in (0, 1, 2)] == ["0 checks", "1 check", "2 checks"]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("ada__01", "feedback/ada__01.html"),
        ("50% #1? Müller&co", "feedback/50%25%20%231%3F%20M%C3%BCller%26co.html"),
        ("../../etc", "feedback/..%2F..%2Fetc.html"),
        ("javascript:alert(1)", "feedback/javascript%3Aalert%281%29.html"),
        ("a\udcffb", "feedback/a%ED%B3%BFb.html"),
    ],
)
def test_links_are_escaped(name, address):
    """A link stays inside its folder whatever the submission is called."""
    assert link("feedback", name, ".html") == address
