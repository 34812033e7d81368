"""CSV files that people and their spreadsheets write: read with line numbers or refused in a line.

The separator may be a comma, a semicolon or a tab, the text UTF-8 or UTF-16, marked or not.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import UsageError
from autograder.reports.gradebook import FORMULA_STARTS, csv_text

SEPARATORS = (",", ";", "\t")
BYTE_ORDER_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
MAX_SHOWN = 80

NO_FILE = "found no {what} at {path} ({why}); wanted a CSV file; check the path"
NOT_UTF8 = (
    "found {path} with letters that are no UTF-8 in line {line}; wanted a {what} in UTF-8; save it "
    "again as “CSV UTF-8”"
)
NOT_TEXT = "found {path}, which is no text; wanted a {what} as a CSV file; save the sheet as CSV"
EMPTY = "found {path} empty; wanted a {what} with a first line that names its columns; fill it"
NO_COLUMN = "found the columns {found} in {path}; wanted {wanted}; name them so in the first line"
TWICE = "found the column {name!r} twice in {path}; wanted it once; remove or rename one"
RAGGED = (
    "found {found} cells in line {line} of {path}; wanted {wanted} as in its first line; put texts "
    "with a separator in quotes"
)
BROKEN = (
    "found a quote out of place in {path}, from line {line}; wanted quotes around whole cells; "
    "mend the line"
)


@dataclass(frozen=True)
class Line:
    """A row with the number of the line that it starts in; cells by column, spaces trimmed."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


def read_table(path: Path, what: str, *, wanted: Sequence[Sequence[str]]) -> list[Line]:
    """The rows that are not empty. Of every group in `wanted` one column at least must be there."""
    rows = _rows(_text(path, what), path)
    if not rows:
        raise UsageError(EMPTY.format(path=path, what=what))
    (_, first), *rest = rows
    columns = [name.strip().casefold() for name in first]
    for name in columns:
        if name and columns.count(name) > 1:
            raise UsageError(TWICE.format(name=name, path=path))
    if not all(any(name in columns for name in group) for group in wanted):
        names = " and ".join(" or ".join(group) for group in wanted)
        found = ", ".join(filter(None, columns))[:MAX_SHOWN] or "none"
        raise UsageError(NO_COLUMN.format(found=found, path=path, wanted=names))
    lines = []
    for number, cells in rest:
        if any(cell.strip() for cell in cells[len(columns) :]) or len(cells) < len(columns):
            said = {"found": len(cells), "line": number, "path": path, "wanted": len(columns)}
            raise UsageError(RAGGED.format(**said))
        named = zip(columns, cells, strict=False)
        lines.append(Line(number, {name: unguarded(cell.strip()) for name, cell in named if name}))
    return lines


def csv_of(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV text, as the gradebook is written; a negative number is no formula."""
    return "".join(",".join(map(_cell, row)) + "\n" for row in rows)


def _cell(text: str) -> str:
    return text if NUMBER.fullmatch(text) else csv_text(text)


def unguarded(text: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_STARTS) else text


def _text(path: Path, what: str) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(NO_FILE.format(what=what, path=path, why=error.strerror)) from None
    encoding = next((name for bom, name in BYTE_ORDER_MARKS if data.startswith(bom)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data or encoding != "utf-8-sig":
            raise UsageError(NOT_TEXT.format(path=path, what=what)) from None
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageError(NOT_UTF8.format(path=path, line=line, what=what)) from None
    if "\0" in text:
        raise UsageError(NOT_TEXT.format(path=path, what=what))
    return text


def _rows(text: str, path: Path) -> list[tuple[int, list[str]]]:
    """Rows that hold something, each with its first line's number."""
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    # Excel writes the separator it used into a line of its own.
    told = first[4:5] if first.lower().startswith("sep=") else ""
    separator = told or max(SEPARATORS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not (told and "".join(cells) == first[:4]):
                rows.append((start, cells))
            start = reader.line_num + 1
    except csv.Error:
        raise UsageError(BROKEN.format(path=path, line=start)) from None
    return rows
