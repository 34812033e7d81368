"""The written answer in a notebook: found by its mark, by its id, or by the question above it.

The written question closes the notebook, so everything of the student's below it is the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

QUESTION, ANSWER = "written-question", "written-answer"
"""Ids of the cells in a release."""

BLANK = "left blank"
NO_CELL = "the written question was not found in the notebook"


@dataclass(frozen=True)
class Answer:
    """What a student wrote; `reason` says why there is nothing to mark."""

    text: str = ""
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    reason: str = ""


def cells_of(document: Any) -> list[Mapping[str, Any]]:
    """The cells of a notebook's JSON, those of an old one's worksheets, too."""
    sheets = [document, *_list(_get(document, "worksheets"))]
    cells = [cell for sheet in sheets for cell in _list(_get(sheet, "cells"))]
    return [cell for cell in cells if isinstance(cell, dict)]


def written_answer(cells: Sequence[Mapping[str, Any]], prompt: str, placeholder: str) -> Answer:
    """The text below the question, code cells as code; what is not the student's is left out."""
    question = [n for n, cell in enumerate(cells) if _asks(cell, prompt)]
    marked = [n for n, cell in enumerate(cells) if _is_marked(cell)]
    if not question and not marked:
        return Answer(reason=NO_CELL)
    start = question[0] if question else marked[0]
    parts = [_part(cell, prompt, placeholder) for cell in cells[start:]]
    text = "\n\n".join(part for part in parts if part)
    attachments: dict[str, Mapping[str, str]] = {}
    for cell in cells[start:]:
        found = _get(cell, "attachments")
        attachments |= found if isinstance(found, dict) else {}
    return Answer(text, attachments, "" if text or attachments else BLANK)


def _asks(cell: Mapping[str, Any], prompt: str) -> bool:
    if _get(cell, "id") == QUESTION:
        return True
    wanted = _plain(prompt)
    return bool(wanted) and _plain(_source(cell)).startswith(wanted)


def _is_marked(cell: Mapping[str, Any]) -> bool:
    entry = _get(_get(cell, "metadata"), "mathtx")
    return _get(entry, "written") is True or _get(cell, "id") == ANSWER


def _part(cell: Mapping[str, Any], prompt: str, placeholder: str) -> str:
    """What the student wrote in this cell, in Markdown."""
    text = _source(cell).strip()
    for given in (prompt.strip(), placeholder.strip()):
        text = text.replace(given, "").strip()
    if not text or _plain(text) == _plain(prompt):
        return ""
    if _get(cell, "cell_type") == "code":
        fence = "`" * max(3, _longest_fence(text) + 1)
        return f"{fence}\n{text}\n{fence}"
    return text


def _longest_fence(text: str) -> int:
    longest = run = 0
    for character in text:
        run = run + 1 if character == "`" else 0
        longest = max(longest, run)
    return longest


def _plain(text: str) -> str:
    return "".join(text.split())


def _source(cell: Mapping[str, Any]) -> str:
    source = _get(cell, "source") or _get(cell, "input")
    if isinstance(source, list):
        return "".join(line for line in source if isinstance(line, str))
    return source if isinstance(source, str) else ""


def _get(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
