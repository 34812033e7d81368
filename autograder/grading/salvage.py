"""A cell with several questions' answers, one of them broken: the others are read without it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.grading.python import parse, returns
from autograder.model import Bundle, CodeCell

SALVAGED = (
    "cell {number} is no Python from line {line}, and answers several questions; "
    "what stands around that was read on its own"
)
MAX_PARTS = 80
"""More parts than these in one cell are hardly answers, and trying them takes quadratic time."""
CONTINUES = re.compile(r"(?:elif|else|except|finally|case)\b|[)\]}]")


def salvage(
    cells: Sequence[CodeCell], bundle: Bundle
) -> tuple[tuple[CodeCell, ...], tuple[str, ...]]:
    """A syntax error costs the question it belongs to: such a cell becomes two of its number."""
    code: list[CodeCell] = []
    repairs = []
    for cell in cells:
        parts = _parts(cell.source) if _answers_several(cell.source, bundle) else []
        broken = [start for start, _, good in parts if not good]
        if not broken or len(broken) == len(parts):
            code.append(cell)
            continue
        code += [CodeCell(cell.number, _only(cell.source, parts, good)) for good in (True, False)]
        repairs.append(SALVAGED.format(number=cell.number, line=broken[0] + 1))
    return tuple(code), tuple(repairs)


def _answers_several(source: str, bundle: Bundle) -> bool:
    """Whether the cell does not parse, and names functions of more than one question."""
    if parse(source) is not None:
        return False
    named = [
        any(re.search(rf"^def[ \t]+{re.escape(name)}\b", source, re.M) for name in question.names)
        for question in bundle.questions
    ]
    return sum(named) > 1


def _parts(source: str) -> list[tuple[int, int, bool]]:
    """(first line, line after the last, whether it parses), the longest that parse first."""
    lines = source.split("\n")
    starts = [
        n
        for n, line in enumerate(lines)
        if line[:1].strip() and line[0] != "#" and not CONTINUES.match(line)
    ]
    if not starts or len(starts) > MAX_PARTS:
        return []
    starts[0] = 0
    bounds = [*starts, len(lines)]
    parts, begin = [], 0
    while begin < len(starts):
        ends = range(len(starts), begin, -1)
        end = next((e for e in ends if _parses(lines[bounds[begin] : bounds[e]])), 0)
        parts.append((bounds[begin], bounds[end or begin + 1], bool(end)))
        begin = end or begin + 1
    return parts


def _parses(lines: Sequence[str]) -> bool:
    tree = parse("\n".join(lines))
    return tree is not None and not returns(tree)


def _only(source: str, parts: Sequence[tuple[int, int, bool]], good: bool) -> str:
    """The good parts or the broken ones, all else blank, so that line numbers stay."""
    lines = source.split("\n")
    kept = {n for start, end, parses in parts if parses is good for n in range(start, end)}
    return "\n".join(line if n in kept else "" for n, line in enumerate(lines)).rstrip()
