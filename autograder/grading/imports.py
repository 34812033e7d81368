"""The imports that every notebook is handed out with, put back where they were lost or moved."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence

from autograder.grading.python import bindings, parse, scopes
from autograder.model import Bundle, CodeCell

PUT_BACK = "`{name}` is used but not imported above; `{statement}` was put before the first cell"
CONVENTIONAL = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "math": "import math",
}
"""What students receive as given; nobody learns anything from having deleted it."""
TOP = 0
"""The number of the cell that is put before the first."""


def put_back_imports(
    cells: Sequence[CodeCell], bundle: Bundle
) -> tuple[tuple[CodeCell, ...], tuple[str, ...]]:
    """The cells, after the conventional imports that answers need and do not find."""
    lacking = _lacking(cells, {name for question in bundle.questions for name in question.names})
    if not lacking:
        return tuple(cells), ()
    statements = {name: CONVENTIONAL[name] for name in sorted(lacking)}
    top = CodeCell(TOP, "\n".join(statements.values()))
    notes = [PUT_BACK.format(name=name, statement=said) for name, said in statements.items()]
    return (top, *cells), tuple(notes)


def _lacking(cells: Sequence[CodeCell], answers: Collection[str]) -> set[str]:
    """Those that cells read and none binds, or that an answer's cell reads before they are bound.

    What a function reads may be bound below it; what stands outside functions is read at once.
    """
    bound: set[str] = set()
    early: set[str] = set()
    anywhere: set[str] = set()
    for cell in cells:
        tree = parse(cell.source)
        if tree is None:
            continue
        names = {name for name, _ in bindings(tree.body)}
        wanted = any(name in cell.source for name in CONVENTIONAL)
        at_once, in_functions = _read(tree) if wanted else (set(), set())
        anywhere |= at_once | in_functions
        bound |= names
        if names & set(answers):
            early |= at_once - bound
    return (early | (anywhere - bound)) & CONVENTIONAL.keys()


def _read(tree: ast.Module) -> tuple[set[str], set[str]]:
    """The names that the cell reads: outside functions, and as globals inside them."""
    try:
        top = scopes(ast.unparse(tree))
    except RecursionError:
        top = None
    if top is None:
        return set(), set()
    inside: set[str] = set()
    pending = top.get_children()
    while pending:
        table = pending.pop()
        inside |= {s.get_name() for s in table.get_symbols() if s.is_global() and s.is_referenced()}
        pending += table.get_children()
    return {s.get_name() for s in top.get_symbols() if s.is_referenced()}, inside
