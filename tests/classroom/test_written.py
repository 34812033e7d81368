"""The written answer is found in whatever state the notebook comes back."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.classroom.written import BLANK, NO_CELL, cells_of, written_answer

PROMPT = "### In your own words\nIs a sum always larger?"
HINT = "*Write here.*"


def cell(source: Any, kind: str = "markdown", **more: Any) -> dict[str, Any]:
    return {"cell_type": kind, "source": source, "metadata": {}, **more}


CODE = cell("def double(x): ...", "code")
QUESTION = cell(PROMPT, id="written-question")
BARE = cell(PROMPT.replace("\n", " \n"))
MARKED = {"metadata": {"mathtx": {"written": True}}}


def found(*cells: dict[str, Any]) -> str:
    return written_answer(cells, PROMPT, HINT).text


FOUND = {
    "as released": ([CODE, QUESTION, cell("No.", id="written-answer", **MARKED)], "No."),
    "a list of lines": ([QUESTION, cell(["No.\n", "Never."], **MARKED)], "No.\nNever."),
    "without ids": ([CODE, BARE, cell("No.", **MARKED)], "No."),
    "without ids and marks": ([CODE, BARE, cell("No.")], "No."),
    "question deleted": ([CODE, cell("No.", **MARKED)], "No."),
    "question deleted, mark lost": ([CODE, cell("No.", id="written-answer")], "No."),
    "above the cell for it": ([QUESTION, cell("No."), cell(HINT, **MARKED)], "No."),
    "below the cell for it": ([QUESTION, cell(HINT, **MARKED), cell("No.")], "No."),
    "in several cells": ([QUESTION, cell("No.", **MARKED), cell("Never.")], "No.\n\nNever."),
    "below the hint": ([QUESTION, cell(f"{HINT}\n\nNo.", **MARKED)], "No."),
    "in the question's cell": ([cell(f"{PROMPT}\n\nNo."), cell(HINT, **MARKED)], "No."),
    "turned to code": ([QUESTION, cell("No.", "code", **MARKED)], "```\nNo.\n```"),
    "code with fences": ([QUESTION, cell("'```'", "code", **MARKED)], "````\n'```'\n````"),
    "turned to raw": ([QUESTION, cell("No.", "raw", **MARKED)], "No."),
}


@pytest.mark.parametrize("state", FOUND)
def test_the_answer_is_found(state: str) -> None:
    """By its mark, by its id, or below the question's text."""
    cells, text = FOUND[state]
    assert found(*cells) == text


def test_nothing_to_mark_is_told_apart() -> None:
    """A blank answer is no missing question."""
    assert written_answer([CODE, QUESTION, cell(HINT, **MARKED)], PROMPT, HINT).reason == BLANK
    assert written_answer([QUESTION, cell(" \n", **MARKED)], PROMPT, HINT).reason == BLANK
    assert written_answer([QUESTION], PROMPT, HINT).reason == BLANK
    assert written_answer([CODE], PROMPT, HINT).reason == NO_CELL
    assert written_answer([], PROMPT, HINT).reason == NO_CELL


def test_a_picture_is_an_answer() -> None:
    """A photograph without a word is marked, too."""
    pasted = cell("", attachments={"a.png": {"image/png": "QQ=="}}, **MARKED)
    answer = written_answer([QUESTION, pasted], PROMPT, HINT)
    assert (answer.text, answer.reason) == ("", "")
    assert answer.attachments == {"a.png": {"image/png": "QQ=="}}


@pytest.mark.parametrize(
    "document",
    [None, [], 3, {}, {"cells": None}, {"cells": [None, 3, []]}, {"worksheets": [{"cells": {}}]}],
)
def test_what_is_no_notebook_has_no_cells(document: Any) -> None:
    """Odd JSON raises nothing."""
    assert cells_of(document) == []


def test_odd_cells_raise_nothing() -> None:
    """Metadata, source and attachments of any type."""
    odd = {"cell_type": 3, "source": {"a": 1}, "metadata": [], "attachments": "x", "id": []}
    assert written_answer([odd, QUESTION, odd], PROMPT, HINT).reason == BLANK
    assert cells_of({"worksheets": [{"cells": [odd]}]}) == [odd]
