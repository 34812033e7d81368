"""What a cell's Python says, without running it: does it parse, which names does it bind?"""

from __future__ import annotations

import ast
import re
import symtable
import textwrap
import warnings
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

# IPython's own lines; a cell that has them is still Python for our purposes.
CELL_MAGIC = re.compile(r"\A\s*%%.*$", re.MULTILINE)
LINE_MAGIC = re.compile(r"^([ \t]*)[%!].*$|^([ \t]*)\?.*$|^([ \t]*)[\w.]+\?{1,2}[ \t]*$", re.M)
PROMPTS = (
    re.compile(r"^[ \t]*(?:>>>|\.\.\.)(?: |$)", re.MULTILINE),
    re.compile(r"^[ \t]*(?:In \[\d*\]: ?|\.\.\.+: ?)", re.MULTILINE),
)
MOST = 100_000
"""Characters: Python's own analysis of scopes takes quadratic time."""
INDIRECT = {"exec", "eval", "globals", "locals", "vars", "setattr", "__builtins__"}
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@lru_cache(maxsize=512)
def parse(source: str) -> ast.Module | None:
    """The cell's syntax tree, read as Jupyter reads it, magics taken for `pass`; None without one.

    Several steps look at the same cells; none of them changes the tree.
    """
    plain = _without_magics(source)
    for text in (source, plain, as_ipython_reads(source), as_ipython_reads(plain)):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


def scopes(source: str) -> symtable.SymbolTable | None:
    """Python's table of names; None for what is no Python or too long for it."""
    if len(source) > MOST:
        return None
    try:
        return symtable.symtable(source, "cell", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _without_magics(source: str) -> str:
    """Line for line, so that numbers still fit."""
    return LINE_MAGIC.sub(
        lambda match: f"{next(g for g in match.groups() if g is not None)}pass",
        CELL_MAGIC.sub("", source),
    )


def as_ipython_reads(source: str) -> str:
    """Without the prompts and the indentation that IPython leaves out; the same lines."""
    head = source.lstrip()
    for prompt in PROMPTS:
        if prompt.match(head):
            source = prompt.sub("", source)
    return textwrap.dedent(source)


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


def bound_indirectly(tree: ast.Module, names: Collection[str]) -> set[str]:
    """Which of the names it may bind where no assignment shows it: by `exec`, `global` and such."""
    nodes = list(ast.walk(tree))
    found = {name for node in nodes if isinstance(node, ast.Global) for name in node.names}
    if any(isinstance(node, ast.Name) and node.id in INDIRECT for node in nodes):
        texts = [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]
        found |= {word for text in texts for word in re.findall(r"\w+", text)}
    return found & set(names)


def is_placeholder(node: ast.AST) -> bool:
    """Whether a function says nothing yet: `...`, `pass`, NotImplementedError, a docstring.

    A decorated one may be answered by its decorator.
    """
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) or node.decorator_list:
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


def statements_after(source: str, line: int) -> str:
    """The cell's statements that begin below the one in that line."""
    tree = parse(source)
    nodes = tree.body if tree is not None else []
    end = max((n.end_lineno or 0 for n in nodes if n.lineno <= line), default=0)
    return _only(source, [node for node in nodes if node.lineno > max(end, line)])


def without(source: str, unwanted: Collection[ast.stmt]) -> str:
    """The source with these of its statements blank."""
    tree = parse(source)
    return _only(source, [n for n in tree.body if n not in unwanted]) if tree else source


def _only(source: str, nodes: Sequence[ast.stmt]) -> str:
    """The source with all other lines blank, so that line numbers stay."""
    kept: set[int] = set()
    for node in nodes:
        decorators: list[ast.expr] = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
        kept |= set(range(first, (node.end_lineno or node.lineno) + 1))
    lines = source.split("\n")
    return "\n".join(text if n in kept else "" for n, text in enumerate(lines, start=1)).rstrip()
