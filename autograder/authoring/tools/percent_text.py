"""A py:percent file rewritten cell by cell: what was not edited keeps its text, byte for byte."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

from autograder.authoring.percent import MARKER, split


@dataclass(frozen=True)
class PlainCell:
    """What a cell is, wherever it is written."""

    markdown: bool
    source: str
    options: Mapping[str, object] = field(default_factory=dict)

    @property
    def head(self) -> str:
        """What its first line says."""
        options = {name: whole(value) for name, value in self.options.items()}
        return json.dumps([self.markdown, options], sort_keys=True)

    @property
    def key(self) -> str:
        """The same for cells that are alike."""
        return f"{self.head}\n{self.source}"


@dataclass(frozen=True)
class _Segment:
    """A cell as it stands in the file, and the blank lines behind it."""

    text: str
    gap: int


def whole(value: object) -> object:
    """The same number for 1.0 and 1: a browser writes one for the other."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def plain_cells(path: Path, text: str) -> list[PlainCell]:
    """The file's cells; its markers must be sound."""
    return [PlainCell(cell.markdown, cell.source, cell.options) for cell in split(path, text)[0]]


def tidied(source: str) -> str:
    """A cell's text as a source file keeps it: no blanks at a line's end or around the text."""
    lines = [line.rstrip() for line in source.replace("\r\n", "\n").split("\n")]
    while lines and not lines[0]:
        del lines[0]
    while lines and not lines[-1]:
        del lines[-1]
    return "\n".join(lines)


def rewritten(path: Path, text: str, cells: Sequence[PlainCell]) -> str | None:
    """The file with these cells; None when it would not be read back as the same cells."""
    old = plain_cells(path, text)
    if [cell.key for cell in old] == [cell.key for cell in cells]:
        return text
    head, segments = _segments(text)
    usual = Counter(segment.gap for segment in segments[:-1]).most_common(1)
    gap = usual[0][0] if usual else 1
    if segments:  # the last cell's blank lines are the file's end
        segments[-1] = replace(segments[-1], gap=gap)
    kept: dict[str, list[_Segment]] = {}
    for cell, segment in zip(old, segments, strict=True):
        kept.setdefault(cell.key, []).append(segment)
    predecessors = _predecessors([cell.key for cell in old], [cell.key for cell in cells])
    made = []
    for number, cell in enumerate(cells):
        if kept.get(cell.key):
            made.append(kept[cell.key].pop(0))
        elif number in predecessors:
            before = predecessors[number]
            marker = segments[before].text.split("\n")[0]
            same = cell.head == old[before].head
            made.append(_Segment(_written(cell, marker if same else ""), segments[before].gap))
        else:
            made.append(_Segment(_written(cell), gap))
    body = "".join(f"{segment.text}\n" + "\n" * segment.gap for segment in made)
    end = text[len(text.rstrip("\n")) :] or "\n"
    changed = head + body.rstrip("\n") + end
    again, findings = split(path, changed)
    if findings or [PlainCell(c.markdown, c.source, c.options).key for c in again] != [
        cell.key for cell in cells
    ]:
        return None
    return changed


def _segments(text: str) -> tuple[str, list[_Segment]]:
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if MARKER.match(line)]
    head = "".join(f"{line}\n" for line in lines[: starts[0] if starts else len(lines)])
    segments = []
    for start, end in pairwise([*starts, len(lines)]):
        filled = max(number for number in range(start, end) if lines[number].strip())
        segments.append(_Segment("\n".join(lines[start : filled + 1]), end - filled - 1))
    return head, segments


def _predecessors(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Number of an edited cell → the number it had, where one stands for one."""
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "replace" and old_end - old_start == new_end - new_start:
            pairs |= dict(zip(range(new_start, new_end), range(old_start, old_end), strict=True))
    return pairs


def _written(cell: PlainCell, marker: str = "") -> str:
    """The cell as text, with the first line it had where that still says the same."""
    if not marker:
        options = [(name, whole(value)) for name, value in cell.options.items()]
        marker = "# %% [markdown]" if cell.markdown else "# %%"
        marker += "".join(f" {k}={json.dumps(v, ensure_ascii=False)}" for k, v in options)
    lines = cell.source.split("\n") if cell.source else []
    if cell.markdown:
        lines = [re.sub(r"^# $", "#", f"# {line}") for line in lines]
    return "\n".join([marker, *lines])
