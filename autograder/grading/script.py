"""A Python file → cells: an export (`# %%`, `# In[3]:`) or a plain script."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from autograder.grading.notebook import Draft, RawCell, clean_cell
from autograder.grading.python import parse
from autograder.grading.text import refuse_conflict

EXPORT = "a Python file was read as a notebook, cell by cell"
SCRIPT = "a Python file was read as a notebook, one part for each statement at its left margin"

MARKER = re.compile(r"^#\s*(?:%%(?P<percent>.*)|In\s*\[[\s\d]*\]:?|<codecell>)\s*$", re.MULTILINE)
NOT_CODE = re.compile(r"\[(markdown|md|raw)\]")
PART = re.compile(r"^(?=(?:def|class|async|from|import|@)\b|@)", re.MULTILINE)
# What an export makes of %magics and !commands: a display setting or an installation.
IPYTHON = re.compile(r"^(\s*)get_ipython\(\)\.(?:run_\w+_magic|magic|system|getoutput)\(.*$", re.M)


def read_script(text: str) -> Draft:
    """The cells of an export, or the parts of a script, so that one error costs one of them."""
    refuse_conflict(text)
    text = IPYTHON.sub(r"\1pass", text)
    export = MARKER.search(text) is not None
    parts = _marked_cells(text) if export else _statements(text)
    cells, repairs = [], [EXPORT if export else SCRIPT]
    for number, (kind, source) in enumerate(parts, start=1):
        cell, notes = clean_cell(RawCell(number, kind, source))
        cells.append(cell)
        repairs += notes
    return Draft(cells=tuple(cells), metadata={}, repairs=tuple(repairs))


def _marked_cells(text: str) -> Iterator[tuple[str, str]]:
    """Cell by cell; what stands before the first marker is one too."""
    starts = [match.start() for match in MARKER.finditer(text)]
    if text[: starts[0]].strip():
        yield "code", text[: starts[0]]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        head, _, body = text[start:end].partition("\n")
        yield ("text" if NOT_CODE.search(head) else "code"), body.strip("\n")


def _statements(text: str) -> Iterator[tuple[str, str]]:
    """The file's parts, each with empty lines before it so that its line numbers are the file's."""
    starts = _part_starts(text)
    lines = text.splitlines(keepends=True)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        part = "".join(lines[start:end])
        if part.strip():
            yield "code", "\n" * start + part


def _part_starts(text: str) -> list[int]:
    tree = parse(text)
    if tree is not None and tree.body:
        starts = {min([node.lineno, *_decorator_lines(node)]) - 1 for node in tree.body}
    else:
        starts = {text.count("\n", 0, match.start()) for match in PART.finditer(text)}
    return sorted(starts | {0})


def _decorator_lines(node: ast.stmt) -> list[int]:
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return [decorator.lineno for decorator in decorators]
