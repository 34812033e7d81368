"""A cell that was split amid a function, in two or more, is put together again."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Sequence

from autograder.grading.python import parse, returns
from autograder.model import CodeCell

JOINED = "cells {first} and {second} were one cell, split in the middle; they were joined"
MAX_PIECES = 5
DEFINES = re.compile(r"^[ \t]*(?:async[ \t]+)?(?:def|class)\b", re.MULTILINE)


def join(cells: Sequence[CodeCell]) -> tuple[tuple[CodeCell, ...], tuple[str, ...]]:
    """The cells, pieces joined at the place of the first, and which those were.

    What lies between two pieces and does nothing of its own (an empty cell, a check) is skipped.
    """
    left = list(cells)
    repairs = []
    for index, cell in enumerate(left):
        while (found := _continuation(left[index:])) is not None:
            pieces, whole = found
            for piece in pieces:
                at = left.index(piece)
                left[at] = CodeCell(piece.number, "")
                repairs.append(JOINED.format(first=cell.number, second=piece.number))
            left[index] = CodeCell(cell.number, whole)
    return tuple(left), tuple(repairs)


def _continuation(cells: Sequence[CodeCell]) -> tuple[list[CodeCell], str] | None:
    """The cells below the first that go on with its function, and the whole that they make."""
    first, *below = cells
    if not DEFINES.search(first.source):
        return None
    cut_off = parse(first.source) is None
    text, pieces = first.source, []
    for cell in below:
        if _does_nothing(cell.source):
            continue
        if not _goes_on(cell.source, cut_off):
            return None
        pieces.append(cell)
        if (whole := _whole(text, cell.source)) is not None:
            return pieces, whole
        if not cut_off or len(pieces) == MAX_PIECES:
            return None
        text = f"{text}\n{cell.source}"
    return None


def _does_nothing(source: str) -> bool:
    """Empty, a remark, or a call of `grader.check` and its like, whose value nobody keeps."""
    tree = parse(source)
    return tree is not None and all(
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Constant)
        for node in tree.body
    )


def _goes_on(source: str, cut_off: bool) -> bool:
    """Whether it is no code of its own: a fragment, or indented below what broke off."""
    alone = parse(source)
    if alone is None or returns(alone):
        return True
    return cut_off and source.lstrip("\n")[:1] in {" ", "\t"}


def _indentation(source: str) -> str:
    """That of the first body below a `def` or `class` in its line."""
    defining = False
    for line in source.split("\n"):
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        if defining and indent and line.strip():
            return indent
        defining = bool(DEFINES.match(line)) or (defining and not line.strip())
    return "    "


def _whole(first: str, second: str) -> str | None:
    """The two as one: split between lines, inside one, or with its indentation taken away."""
    moved = textwrap.indent(textwrap.dedent(second), _indentation(first))
    for whole in (f"{first}\n{second}", f"{first}{second}", f"{first}\n{moved}"):
        tree = parse(whole)
        if tree is not None and not returns(tree):
            return whole
    return None
