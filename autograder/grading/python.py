"""What a cell's Python says, without running it: does it parse, which names does it bind?"""

from __future__ import annotations

import ast
import re
import warnings
from collections.abc import Iterator, Sequence
from functools import lru_cache

# IPython's own lines; a cell that has them is still Python for our purposes.
CELL_MAGIC = re.compile(r"\A\s*%%.*$", re.MULTILINE)
LINE_MAGIC = re.compile(r"^([ \t]*)[%!].*$|^([ \t]*)\?.*$|^([ \t]*)[\w.]+\?{1,2}[ \t]*$", re.M)
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@lru_cache(maxsize=512)
def parse(source: str) -> ast.Module | None:
    """The cell's syntax tree, magics taken for `pass`; None when it does not parse.

    Several steps look at the same cells; none of them changes the tree.
    """
    for text in (source, _without_magics(source)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


def _without_magics(source: str) -> str:
    """Line for line, so that numbers still fit."""
    return LINE_MAGIC.sub(
        lambda match: f"{next(g for g in match.groups() if g is not None)}pass",
        CELL_MAGIC.sub("", source),
    )


def bindings(statements: Sequence[ast.stmt]) -> Iterator[tuple[str, ast.AST]]:
    """Every (name, node) that running the statements may bind at top level, in order."""
    for statement in statements:
        yield from _bound(statement)


def _bound(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        yield node.name, node
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id, node
    elif isinstance(node, ast.alias):
        yield node.asname or node.name.partition(".")[0], node
    if not isinstance(node, SCOPES):
        for child in ast.iter_child_nodes(node):
            yield from _bound(child)


def is_placeholder(node: ast.AST) -> bool:
    """Whether a function says nothing yet: `...`, `pass`, NotImplementedError, a docstring."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return False
    return all(_says_nothing(statement) for statement in body_without_docstring(node))


def body_without_docstring(node: Function) -> list[ast.stmt]:
    """The statements after the docstring."""
    return node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body


def body_text(node: ast.AST) -> str:
    """A function's statements as text that does not depend on layout; "" for anything else."""
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return ""
    try:
        return "\n".join(ast.dump(statement) for statement in body_without_docstring(node))
    except RecursionError:
        return ""


def returns(tree: ast.Module) -> bool:
    """Whether a `return` stands outside any function: the code was cut out of one."""
    pending: list[ast.AST] = list(tree.body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Return | ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(node, SCOPES):
            pending += ast.iter_child_nodes(node)
    return False


def _says_nothing(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Raise):
        raised = statement.exc
        if isinstance(raised, ast.Call):
            raised = raised.func
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    if isinstance(statement, ast.Expr):
        value = statement.value
        return isinstance(value, ast.Constant) and (
            value.value is ... or isinstance(value.value, str)
        )
    return isinstance(statement, ast.Pass)


def declarations(source: str) -> str:
    """The cell's imports, functions and classes at their lines; what else it does is left out."""
    tree = parse(source)
    kept = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)
    return _only(source, [node for node in tree.body if isinstance(node, kept)] if tree else [])


def statements_before(source: str, line: int | None) -> str:
    """The cell's statements that end before the line; its declarations when no line is known."""
    tree = parse(source)
    if tree is None or line is None:
        return declarations(source)
    return _only(source, [node for node in tree.body if (node.end_lineno or 0) < line])


def _only(source: str, nodes: Sequence[ast.stmt]) -> str:
    """The source with all other lines blank, so that line numbers stay."""
    kept: set[int] = set()
    for node in nodes:
        decorators: list[ast.expr] = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
        kept |= set(range(first, (node.end_lineno or node.lineno) + 1))
    lines = source.split("\n")
    return "\n".join(text if n in kept else "" for n, text in enumerate(lines, start=1)).rstrip()
