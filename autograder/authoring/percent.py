"""A py:percent file split into cells that know their lines.

jupytext reads the same format but forgets line numbers, and an author's error must name the line;
a test keeps the two in agreement. Only what our sources use is accepted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from autograder.authoring.findings import Finding

MARKER = re.compile(r"^#\s*%%")
OPTION = re.compile(r"\s+(\w+)=")


@dataclass(frozen=True)
class PercentCell:
    """One cell. `line` is the marker's, `first` the source's first line, both 1-based."""

    markdown: bool
    options: Mapping[str, object]
    source: str
    line: int
    first: int

    @property
    def tags(self) -> tuple[str, ...]:
        tags = self.options.get("tags", ())
        return tuple(str(tag) for tag in tags) if isinstance(tags, list) else ()


def split(path: Path, text: str) -> tuple[tuple[PercentCell, ...], list[Finding]]:
    """The file's cells, and what is wrong with its markers."""
    lines = text.split("\n")  # as Python and editors count: a form feed ends no line
    findings = []
    starts = [number for number, line in enumerate(lines) if MARKER.match(line)]
    first = starts[0] if starts else len(lines)
    stray = _stray_line(lines[:first])
    if stray is not None:
        findings.append(
            Finding(
                path,
                stray + 1,
                f"'{lines[stray].strip()}' before the first cell",
                "a file that starts with a '# %%' line",
                "move it into a cell",
            )
        )
    cells = []
    for start, end in pairwise([*starts, len(lines)]):
        cell, wrong = _cell(path, lines, start, end)
        cells.append(cell)
        findings += wrong
    return tuple(cells), findings


def _stray_line(head: list[str]) -> int | None:
    """The first line of code or text before any cell; jupytext's own header is none."""
    begin = 0
    if head and head[0].strip() == "# ---":
        ends = [number for number, line in enumerate(head) if line.strip() == "# ---"]
        begin = ends[1] + 1 if len(ends) > 1 else len(head)
    return next((number for number in range(begin, len(head)) if head[number].strip()), None)


def _cell(path: Path, lines: list[str], start: int, end: int) -> tuple[PercentCell, list[Finding]]:
    body = range(start + 1, end)
    filled = [number for number in body if lines[number].strip()]
    first, last = (filled[0], filled[-1]) if filled else (start, start - 1)
    source = [line.rstrip() for line in lines[first : last + 1]]
    markdown, options, wrong = _marker(lines[start])
    findings = [Finding(path, start + 1, *wrong)] if wrong else []
    if markdown:
        bare = [n for n, line in enumerate(source) if line and not line.startswith("#")]
        if bare:
            findings.append(
                Finding(
                    path,
                    first + bare[0] + 1,
                    f"'{source[bare[0]]}' in a markdown cell",
                    "commented lines",
                    "start the line with '# ' or begin a code cell with '# %%'",
                )
            )
        source = [re.sub(r"^# ?", "", line) for line in source]
    return PercentCell(markdown, options, "\n".join(source), start + 1, first + 1), findings


def _marker(line: str) -> tuple[bool, dict[str, object], tuple[str, str, str] | None]:
    """What a '# %%' line says: markdown or not, its options, what is wrong with it."""
    wanted = "'# %%', '# %% [markdown]' or '# %% tags=[\"…\"] points=1 hint=\"…\"'"
    wrong = (f"'{line.strip()}'", wanted, "write the cell's first line so")
    if not line.startswith("# %%"):
        return False, {}, wrong
    rest = line.removeprefix("# %%").rstrip()
    markdown = rest.startswith(" [markdown]")
    rest = rest.removeprefix(" [markdown]")
    options: dict[str, object] = {}
    while rest:
        match = OPTION.match(rest)
        if not match or match[1] in options:
            return markdown, options, wrong
        try:
            options[match[1]], end = json.JSONDecoder().raw_decode(rest, match.end())
        except ValueError:
            return markdown, options, wrong
        rest = rest[end:]
    return markdown, options, None
