"""Text → cells: what is tolerated in a notebook's JSON, and how a Python file becomes cells.

Jupyter's own validator refuses what a person would read with a shrug, so the JSON is read as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from autograder.grading.found import Unreadable
from autograder.grading.text import refuse_conflict, tidy, valid

MAX_CELLS = 5_000
NO_NOTEBOOK = "found JSON, but no notebook: it has no cells; wanted the .ipynb file; hand in that"
NO_CELLS = (
    "found a notebook without a single cell; wanted the assignment's, filled in; "
    "hand in the one that has your answers"
)
BROKEN_OFF = (
    "found a file that breaks off in line {line}, as after a cut upload; wanted a whole notebook; "
    "open it in Jupyter, save it and hand it in again"
)
NO_JSON = (
    "found no valid JSON ({what} in line {line}, column {column}); wanted a notebook as Jupyter "
    "saves it; mend that place, or copy your answers into a fresh one, and hand it in again"
)
NO_NUMBER = "found a number of thousands of digits; wanted a notebook; hand it in again"
TOO_DEEP = "found JSON that is nested too deeply; wanted a notebook; hand it in again"
TOO_MANY = f"found {{found}} cells; wanted at most {MAX_CELLS}; hand in the assignment's notebook"
CUT_WORD = re.compile(r"(?:nu?l?|tr?u?|fa?l?s?|-)?")
TRAILING = "text after the notebook's end, from line {line}, was left out"
OLD_FORMAT = "an old notebook format (worksheets) was read"
NO_CELL = "cell {number} was no cell and was left out"
NO_TYPE = "cell {number} did not say its type and was read as {kind}"
NO_SOURCE = "cell {number} held no text and was read as empty"
NUL = "cell {number}: characters that no editor shows (NUL) were removed"


@dataclass(frozen=True)
class RawCell:
    """A cell as handed in: kind is code, markdown, raw or text, which is never read as code (a
    comment in a Python file, the answer to the written question).
    """

    number: int
    kind: str
    source: str


@dataclass(frozen=True)
class Draft:
    """A notebook as handed in. `languages` are those it says it is written in, in lower case."""

    cells: tuple[RawCell, ...]
    metadata: Mapping[str, Any]
    languages: tuple[str, ...] = ()
    repairs: tuple[str, ...] = ()


def read_notebook(text: str) -> Draft:
    """The cells of a notebook's JSON; Unreadable says in which line it is broken."""
    document, repairs = _load(text)
    if not isinstance(document, dict):
        raise Unreadable(NO_NOTEBOOK)
    cells = document.get("cells")
    if not isinstance(cells, list):
        sheets = document.get("worksheets")
        if not isinstance(sheets, list):
            raise Unreadable(NO_NOTEBOOK)
        cells = [cell for sheet in sheets for cell in _cells_of_sheet(sheet)]
        repairs = (*repairs, OLD_FORMAT)
    if len(cells) > MAX_CELLS:
        raise Unreadable(TOO_MANY.format(found=len(cells)))
    metadata = document.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    read = [_cell(number, cell) for number, cell in enumerate(cells, start=1)]
    kept = tuple(cell for cell, _ in read if cell is not None)
    if not kept:
        raise Unreadable(NO_CELLS)
    return Draft(
        cells=kept,
        metadata=metadata,
        languages=tuple(_languages(metadata, cells)),
        repairs=(*repairs, *(repair for _, notes in read for repair in notes)),
    )


def _load(text: str) -> tuple[Any, tuple[str, ...]]:
    """The JSON value, raw control characters in strings and text after its end tolerated."""
    start = len(text) - len(text.lstrip())
    try:
        decoder = json.JSONDecoder(strict=False)
        document, end = decoder.raw_decode(text, start)
    except json.JSONDecodeError as error:
        refuse_conflict(text)
        if _breaks_off(text, error):
            raise Unreadable(BROKEN_OFF.format(line=text.count("\n") + 1)) from None
        raise Unreadable(
            NO_JSON.format(what=error.msg, line=error.lineno, column=error.colno)
        ) from None
    except RecursionError:
        raise Unreadable(TOO_DEEP) from None
    except ValueError:
        raise Unreadable(NO_NUMBER) from None
    if not text[end:].strip():
        return document, ()
    refuse_conflict(text)
    return document, (TRAILING.format(line=text.count("\n", 0, end) + 1),)


def _breaks_off(text: str, error: json.JSONDecodeError) -> bool:
    """Whether the text ends where the error is, perhaps amid a word or a number."""
    rest = text[error.pos :].strip()
    return error.msg.startswith("Unterminated string") or CUT_WORD.fullmatch(rest) is not None


def _cells_of_sheet(sheet: Any) -> list[Any]:
    cells = sheet.get("cells") if isinstance(sheet, dict) else None
    return cells if isinstance(cells, list) else []


def _cell(number: int, cell: Any) -> tuple[RawCell | None, tuple[str, ...]]:
    if not isinstance(cell, dict):
        return None, (NO_CELL.format(number=number),)
    repairs = []
    kind = str(cell.get("cell_type", "")).lower()
    kind = "markdown" if kind == "heading" else kind
    if kind not in {"code", "markdown", "raw"}:
        ran = cell.keys() & {"outputs", "execution_count", "input", "prompt_number"}
        kind = "code" if ran else "raw"
        repairs.append(NO_TYPE.format(number=number, kind=kind))
    kind = "text" if kind == "markdown" and _is_written(cell) else kind
    source = _source(cell.get("source", cell.get("input", "")))
    if source is None:
        repairs.append(NO_SOURCE.format(number=number))
    mended, notes = clean_cell(RawCell(number, kind, source or ""))
    return mended, (*repairs, *notes)


def _is_written(cell: Mapping[str, Any]) -> bool:
    """Whether it answers the written question: its code, if any, is an example in prose."""
    metadata = cell.get("metadata")
    label = metadata.get("mathtx") if isinstance(metadata, dict) else None
    return isinstance(label, dict) and label.get("written") is True


def _source(source: Any) -> str | None:
    """A string or a list of lines; some tools drop the line ends in the list."""
    if isinstance(source, str):
        return source
    if not isinstance(source, list) or not all(isinstance(line, str) for line in source):
        return None
    ended = any("\n" in line for line in source)
    return "".join(source) if ended else "\n".join(source)


def clean_cell(cell: RawCell) -> tuple[RawCell, tuple[str, ...]]:
    """The cell without what would not survive a compiler, a socket or a page."""
    source = tidy(valid(cell.source))
    notes = (NUL.format(number=cell.number),) if "\0" in source else ()
    return replace(cell, source=source.replace("\0", "")), notes


def _languages(metadata: Mapping[str, Any], cells: list[Any]) -> Iterator[str]:
    """What the notebook says of its language, in its three places."""
    for key, field in (("language_info", "name"), ("kernelspec", "language")):
        entry = metadata.get(key)
        if isinstance(entry, dict) and isinstance(entry.get(field), str) and entry[field].strip():
            yield entry[field].strip().lower()
    for cell in cells:
        if isinstance(cell, dict) and isinstance(cell.get("language"), str):
            yield cell["language"].strip().lower()
