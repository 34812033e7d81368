"""Matrices in the messages of public checks are shown as matrices."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.model import CheckResult, QuestionResult, Verdict
from autograder.reports import feedback
from autograder.reports.matrices import matrices


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A is [[1. 2.]\n [3. -14.5]], wanted [[1, 2], [3, 4]]; try m = 2",
            "A is\n[[1.     2.]\n [3.  -14.5]]\nwanted\n[[1  2]\n [3  4]]\ntry m = 2",
        ),
        ("[[True, nan], [1e-3, 2j]]", "[[True  nan]\n [1e-3   2j]]"),
    ],
)
def test_rows_get_lines_and_columns_line_up(text: str, wanted: str) -> None:
    """Nested lists and printed arrays alike, and the words stand between them."""
    assert matrices(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "c is [17. 39.], wanted [23, 34]",
        "[[1, 2]]",
        "[[1, 2], [3]]",
        "[['a b', 'c'], ['d', 'e']]",
        "[[], []]",
        "[[1 2]\n ...\n [3 4]]",
        "x[[0]][[1]",
        "two\n\nparagraphs",
        "[[1, 2], [3, 4]]" * 400,
    ],
)
def test_all_else_stays_as_it_was(text: str) -> None:
    """Vectors, ragged lists, texts, cut arrays, and what is too long."""
    assert matrices(text) == text


@given(st.text(st.sampled_from("[], 1.-a\n"), max_size=200))
def test_no_entry_is_lost(text: str) -> None:
    """Whatever stands in brackets: only blanks, commas and lines between entries change."""

    def bare(said: str) -> str:
        return "".join(c for c in said if c not in " ,\n;")

    assert bare(matrices(text)) == bare(text)


def test_a_public_check_shows_them_and_a_hidden_one_nothing(sample, page) -> None:
    """On the page they stand in a block that keeps its lines."""
    said = "A is [[1, 2], [3, 7419]]"
    checks = tuple(
        CheckResult(name, name == "b", 1, 0, Verdict.FAILED, said, "Is so.", "") for name in "ab"
    )
    report = replace(sample["full"], questions=(QuestionResult("q", "Q", 2, checks),))
    source = feedback.render(report)
    page(source).assert_safe()
    assert source.count("<pre>A is\n[[1     2]\n [3  7419]]</pre>") == 1
    assert source.count("7419") == 1
