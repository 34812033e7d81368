"""What a later cell takes from an answer: its own name, a helper or a builtin, bound anew or gone.

Run from top to bottom, with each check right below its answer, such a notebook looks right to its
student; only when all cells have run the answer is another one.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from autograder.grading.answers import Definitions
from autograder.grading.python import bindings, parse, scopes
from autograder.model import CodeCell

REBOUND = (
    "cell {cell} gives {name} another meaning; judged as it was when cell {answer} had run: "
    "use another name there"
)
GONE = "{name} was gone when all cells had run; judged as it was when cell {answer} had run"
CONTAINERS = (ast.Constant, ast.List, ast.Tuple, ast.Dict, ast.Set, ast.JoinedStr)


@dataclass(frozen=True)
class Rebinding:
    """`answer` is the last cell that defines the question's functions; `said` is what happened."""

    answer: int
    said: str


def vanishing(found: Definitions, missing: Sequence[str]) -> Rebinding | None:
    """For names that are answered by some cell, and not there when all have run."""
    answers = [[p.cell for p in found[n] if not p.empty and not p.broken] for n in missing]
    if not answers or not all(answers):
        return None
    last = max(cells[-1] for cells in answers)
    return Rebinding(last, GONE.format(name=", ".join(missing), answer=last))


def rebinding(cells: Sequence[CodeCell], names: Sequence[str]) -> Rebinding | None:
    """The first name that the answer needs and a cell below it binds to something else."""
    answering = [n for n, cell in enumerate(cells) if _defines(cell.source, tuple(names))]
    if not answering:
        return None
    last = answering[-1]
    above, below = cells[: last + 1], cells[last + 1 :]
    used = {name for cell in above for name in _globals_read(cell.source)}
    # Names alone decide for most notebooks; how each is bound is looked at only when they do not.
    if not any(name in names or name in used for cell in below for name in _names(cell.source)):
        return None
    before = {pair for cell in above for pair in _bound(cell.source)}
    used &= {name for name, _ in before} | set(dir(builtins))
    for cell in below:
        for name, how in _bound(cell.source):
            if name in names or (name in used and (name, how) not in before):
                answer = cells[last].number
                said = REBOUND.format(cell=cell.number, name=name, answer=answer)
                return Rebinding(answer, said)
    return None


@lru_cache(maxsize=512)
def _defines(source: str, names: tuple[str, ...]) -> bool:
    return any(
        name in names and not _spoils(statement, name)
        for statement in _body(source)
        for name, _ in bindings([statement])
    )


def _body(source: str) -> Sequence[ast.stmt]:
    tree = parse(source)
    return tree.body if tree is not None else ()


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


@lru_cache(maxsize=512)
def _names(source: str) -> frozenset[str]:
    """All that a cell binds or deletes."""
    return frozenset(name for name, _, _ in _bindings(source))


@lru_cache(maxsize=512)
def _bound(source: str) -> tuple[tuple[str, str], ...]:
    """(name, how) for all that a cell binds or deletes; equal texts bind the same."""
    return tuple(
        (name, _text(node) if node is not None else how) for name, how, node in _bindings(source)
    )


def _bindings(source: str) -> Iterator[tuple[str, str, ast.AST | None]]:
    """(name, how, node): how it is bound, or the node whose text says it."""
    for statement in _body(source):
        for name, node in bindings([statement]):
            yield name, "", statement if isinstance(node, ast.Name) else node
        for node in ast.walk(statement):
            if isinstance(node, ast.ExceptHandler) and node.name:
                yield node.name, "except", None
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del):
                yield node.id, "del", None


def _text(node: ast.AST) -> str:
    try:
        return ast.dump(node)
    except RecursionError:
        return ""


@lru_cache(maxsize=512)
def _globals_read(source: str) -> frozenset[str]:
    """The global names that the cell's functions read when they are called."""
    top = scopes(source)
    if top is None:
        return frozenset()
    pending = top.get_children()
    names: set[str] = set()
    while pending:
        table = pending.pop()
        names |= {s.get_name() for s in table.get_symbols() if s.is_global() and s.is_referenced()}
        pending += table.get_children()
    return frozenset(names)
