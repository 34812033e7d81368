"""What a verdict about an answer depends on: the cells that bear on it, the checks as they judge.

An author edits one question; what was proved of the others need not be proved again. Where that
cannot be read off the sources, everything bears.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from autograder.model import BundleQuestion

REFLECTIVE = frozenset(
    {
        "eval",
        "exec",
        "globals",
        "locals",
        "vars",
        "getattr",
        "setattr",
        "__import__",
        "__builtins__",
    }
    | {"sys", "inspect", "gc", "importlib", "builtins"}
)
"""Whoever uses one may reach what no name says."""
MESSAGES = frozenset({"success_message", "failure_message"})
_DOING = (ast.Call, ast.Await, ast.Yield, ast.YieldFrom, ast.Subscript, ast.comprehension)


@dataclass(frozen=True)
class _Cell:
    """`defines`: running it does nothing but bind names."""

    defines: bool
    binds: frozenset[str]
    mentions: frozenset[str]


def bearing(sources: Sequence[str], names: Collection[str]) -> list[int]:
    """The places of the sources that bear on what the functions of these names do.

    They bind one of the names, or one that such a source mentions, or do more than bind names.
    """
    cells = [_read(source) for source in sources]
    chosen = {n for n, cell in enumerate(cells) if not cell.defines or cell.binds & set(names)}
    while True:
        reached = frozenset[str]().union(*(cells[n].mentions for n in chosen))
        if reached & REFLECTIVE:
            return list(range(len(cells)))
        more = {n for n, cell in enumerate(cells) if cell.binds & reached} - chosen
        if not more:
            return sorted(chosen)
        chosen |= more


def judging(question: BundleQuestion) -> list[object]:
    """All of a question that decides about verdicts: hints and sentences only tell of them."""
    lines = question.test_file.splitlines()
    try:
        tree = ast.parse(question.test_file)
    except SyntaxError:  # then every word counts
        tree = ast.Module([], [])
    for node in tree.body:
        for decorator in node.decorator_list if isinstance(node, ast.FunctionDef) else []:
            for keyword in decorator.keywords if isinstance(decorator, ast.Call) else []:
                if keyword.arg in MESSAGES:
                    value = keyword.value
                    count = (value.end_lineno or value.lineno) - value.lineno + 1
                    lines[value.lineno - 1 : value.lineno - 1 + count] = [""] * count
    checks = [[check.name, check.hidden, check.points] for check in question.checks]
    return [question.id, question.names, checks, lines]


@lru_cache(maxsize=4096)
def _read(source: str) -> _Cell:
    """The same cells stand around all attempts."""
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return _Cell(defines=False, binds=frozenset(), mentions=REFLECTIVE)
    binds: set[str] = set()
    for statement in tree.body:
        binds.update(_bound(statement))
    mentions = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    defines = all(map(_only_binds, tree.body)) and not any(
        isinstance(node, ast.Global | ast.Nonlocal) for node in ast.walk(tree)
    )
    return _Cell(defines, frozenset(binds), frozenset(mentions | binds))


def _bound(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        yield statement.name
    elif isinstance(statement, ast.Import | ast.ImportFrom):
        for alias in statement.names:
            yield alias.asname or alias.name.partition(".")[0]
    else:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id


def _only_binds(statement: ast.stmt) -> bool:
    """A plain function, an import, a docstring, a constant."""
    if isinstance(statement, ast.FunctionDef):
        arguments = statement.args
        outside = [*arguments.defaults, *filter(None, arguments.kw_defaults)]
        return not statement.decorator_list and not any(map(_does, outside))
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return all(alias.name != "*" for alias in statement.names)
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if isinstance(statement, ast.Assign):
        named = all(isinstance(target, ast.Name) for target in statement.targets)
        return named and not _does(statement.value)
    return False


def _does(expression: ast.expr) -> bool:
    return any(isinstance(node, _DOING) for node in ast.walk(expression))
