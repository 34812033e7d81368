"""Matrices in a check's message, as matrices: a line for each row, columns below one another."""

from __future__ import annotations

import re

MATRIX = re.compile(r"\[\[[^\[\]]*\](?:[\s,]*\[[^\[\]]*\])+\s*\]")
ROW = re.compile(r"\[([^\[\]]*)\]")
ENTRY = re.compile(r"[-+.\w]+")
LONGEST = 4000
"""What is longer is cut on the page anyway."""


def matrices(text: str) -> str:
    """The message, its matrices of numbers on lines of their own; all else as it was."""
    if len(text) > LONGEST:
        return text
    pieces, end = [], 0
    for found in MATRIX.finditer(text):
        before = text[: found.start()]
        if before.count("(") > before.count(")"):
            continue  # an argument: the call stays as it is written
        if drawn := _drawn(found[0]):
            pieces += [_words(text[end : found.start()], end > 0), drawn]
            end = found.end()
    if not pieces:
        return text
    return "\n".join(filter(None, [*pieces, _words(text[end:], True)]))


def _words(text: str, after: bool) -> str:
    """What stands between matrices; the comma after one has become a line's end."""
    return (text.lstrip(" ,;\n") if after else text).rstrip(" \n")


def _drawn(matrix: str) -> str:
    """Empty for what is no matrix of plain entries."""
    rows = [row.replace(",", " ").split() for row in ROW.findall(matrix[1:-1])]
    entries = [entry for row in rows for entry in row]
    if not entries or len({len(row) for row in rows}) > 1:
        return ""
    if not all(ENTRY.fullmatch(entry) for entry in entries):
        return ""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "[" + "  ".join(e.rjust(width) for e, width in zip(row, widths, strict=True)) + "]"
        for row in rows
    ]
    return "[" + "\n ".join(lines) + "]"
