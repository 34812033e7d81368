"""What a later cell takes from an answer: its own name, a helper or a builtin, bound anew.

Run from top to bottom, with each check right below its answer, such a notebook looks right to its
student; only when all cells have run the answer is another one.
"""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.grading.python import bindings, parse
from autograder.model import CodeCell

CONTAINERS = (ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.JoinedStr)


@dataclass(frozen=True)
class Rebinding:
    """`answer` is the last cell that defines the question's functions; `cell` binds `name` anew."""

    answer: int
    name: str
    cell: int


def rebinding(cells: Sequence[CodeCell], names: Sequence[str]) -> Rebinding | None:
    """The first name that the answer needs and a cell below it binds to something else."""
    trees = [parse(cell.source) for cell in cells]
    bodies = [tree.body if tree is not None else [] for tree in trees]
    answering = [n for n, body in enumerate(bodies) if _defines(body, names)]
    if not answering:
        return None
    last = answering[-1]
    before = [pair for body in bodies[: last + 1] for pair in _bound(body)]
    bound = {name for name, _ in before} | set(dir(builtins))
    used = {name for cell in cells[: last + 1] for name in _globals_read(cell.source)} & bound
    for cell, body in zip(cells[last + 1 :], bodies[last + 1 :], strict=True):
        for name, how in _bound(body):
            if name in names or (name in used and (name, how) not in before):
                return Rebinding(cells[last].number, name, cell.number)
    return None


def _defines(body: Sequence[ast.stmt], names: Sequence[str]) -> bool:
    return any(
        name in names and not _spoils(statement, name)
        for statement in body
        for name, _ in bindings([statement])
    )


def _spoils(statement: ast.stmt, name: str) -> bool:
    """Whether it binds the name to what is no answer: a result of it, a number, a loop's items."""
    if isinstance(statement, ast.For):
        return any(bound == name for bound, _ in bindings([ast.Expr(statement.target)]))
    if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
        value = statement.value
        calls = [node.func for node in ast.walk(value or statement) if isinstance(node, ast.Call)]
        itself = any(isinstance(func, ast.Name) and func.id == name for func in calls)
        return itself or isinstance(value, CONTAINERS)
    return False


def _bound(body: Sequence[ast.stmt]) -> Iterator[tuple[str, str]]:
    """(name, how) for all that the statements bind or delete; equal texts bind the same."""
    for statement in body:
        for name, node in bindings([statement]):
            same = statement if isinstance(node, ast.Name) else node
            yield name, _text(same)
        for node in ast.walk(statement):
            if isinstance(node, ast.ExceptHandler) and node.name:
                yield node.name, "except"
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del):
                yield node.id, "del"


def _text(node: ast.AST) -> str:
    try:
        return ast.dump(node)
    except RecursionError:
        return ""


def _globals_read(source: str) -> set[str]:
    """The global names that the cell's functions read when they are called."""
    try:
        pending = symtable.symtable(source, "cell", "exec").get_children()
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    names: set[str] = set()
    while pending:
        table = pending.pop()
        names |= {s.get_name() for s in table.get_symbols() if s.is_global() and s.is_referenced()}
        pending += table.get_children()
    return names
