"""Whether a notebook's questions can be judged apart: does any call leave a trace for a later one?

All questions of a submission are asked in one process. An answer that counts its calls, fills a
cache or draws from a shared generator may answer one question differently because of another: such
a notebook is always graded whole. What is found here is a proof and no guess: a function may use
what is known to keep nothing, and whatever else it uses counts as a way to keep something.
"""

from __future__ import annotations

import ast
import symtable
from collections.abc import Collection, Iterator, Sequence

from autograder.grading.pure_names import (
    FRESH_GENERATORS,
    KEEPING,
    PURE_MODULES,
    REACHING,
    TOP_LEVEL_ONLY,
    UNFILLED,
    is_pure_builtin,
)
from autograder.grading.python import parse, scopes
from autograder.model import Bundle, CodeCell

DEF, CONSTANT, MEMBER, OTHER = "def", "constant", "member", "other"

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def separable(cells: Sequence[CodeCell], bundle: Bundle, right: Collection[str]) -> bool:
    """Whether no call of an answer can change what a later call of any of them does.

    `right`: names of functions that passed every check. Cells that are still as released do nothing
    of the kind; what they bind is only not to be read.
    """
    given = {text.strip() for text in bundle.given}
    theirs = [parse(cell.source) for cell in cells if cell.source.strip() not in given]
    ours = [parse(text) for text in given]
    names = [name for question in bundle.questions for name in question.names]
    try:
        return None not in theirs and _is_pure(_as_one(theirs), _as_one(ours), names, right)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def _as_one(trees: Sequence[ast.Module | None]) -> ast.Module:
    return ast.Module([statement for tree in trees if tree for statement in tree.body], [])


def _is_pure(
    tree: ast.Module, given: ast.Module, names: Collection[str], right: Collection[str]
) -> bool:
    if not all(map(_reaches_nothing, ast.walk(tree))):
        return False
    modules = dict(_modules(tree))
    kinds: dict[str, set[str]] = {name: {OTHER} for name, _ in _bound(given)}
    for name, kind in _bound(tree):
        kinds.setdefault(name, set()).add(kind)
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    filling = {
        id(node)
        for top in _outside_functions(tree)
        if isinstance(top, ast.FunctionDef) and top.name in right
        for node in ast.walk(top)
    }
    table = scopes(ast.unparse(tree))
    if table is None:
        return False
    read = _global_names(table)
    return (
        all(kinds[name] == {DEF} for name in names if name in kinds)
        and all(_may_be_read(name, kinds, modules) for name in read)
        and all(_keeps_nothing(one, modules, id(one) in filling) for one in functions)
        and not _asked_of_functions(functions, kinds)
    )


def _reaches_nothing(node: ast.AST) -> bool:
    """What no cell may do, wherever it stands."""
    if isinstance(node, ast.Attribute):
        return isinstance(node.ctx, ast.Load) and not node.attr.startswith("_")
    if isinstance(node, ast.Name):
        return node.id not in REACHING and not node.id.startswith("__")
    if isinstance(node, ast.Import):
        return all(_is_known(alias.name) for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        found = {alias.name for alias in node.names}
        return not node.level and "*" not in found and _is_known(node.module or "")
    refused = ast.Global | ast.Nonlocal | ast.AsyncFunctionDef | ast.Yield | ast.YieldFrom
    return not isinstance(node, refused | ast.Match)


def _is_known(module: str) -> bool:
    return module in PURE_MODULES or module.partition(".")[0] in TOP_LEVEL_ONLY


def _modules(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Name → the module that it stands for, wherever it is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                whole = alias.name if alias.asname else alias.name.partition(".")[0]
                yield alias.asname or whole, whole
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if (whole := f"{node.module}.{alias.name}") in PURE_MODULES:
                    yield alias.asname or alias.name, whole


def _bound(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Every name that running the cells binds at top level, and to what kind of thing."""
    constants = {
        id(target)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _is_constant(node.value, {})
        for target in node.targets
    }
    for node in _outside_functions(tree):
        if isinstance(node, ast.FunctionDef):
            yield node.name, DEF
        elif isinstance(node, ast.ClassDef):
            yield node.name, OTHER
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id, CONSTANT if id(node) in constants else OTHER
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name, OTHER
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                pure = _member_is_pure(node.module or "", [alias.name])
                yield alias.asname or alias.name, MEMBER if pure else OTHER


def _outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes that run with their cell. Inner scopes that are no function count as top level."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, Function):
            yield from _outside_functions(child)


def _global_names(table: symtable.SymbolTable) -> set[str]:
    """What functions read of the top level or of the builtins."""
    found = {name for child in table.get_children() for name in _global_names(child)}
    if isinstance(table, symtable.Function):
        found |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
    return found


def _may_be_read(name: str, kinds: dict[str, set[str]], modules: dict[str, str]) -> bool:
    if name in modules:
        return kinds.get(name, set()) <= {MEMBER, OTHER} and modules[name] in PURE_MODULES
    if name in kinds:
        return kinds[name] <= {DEF, CONSTANT, MEMBER}
    return is_pure_builtin(name)


def _keeps_nothing(function: Function, modules: dict[str, str], fills: bool) -> bool:
    """Nothing is wrapped around it, its defaults cannot change, its modules are only asked."""
    arguments = function.args
    defaults = [*arguments.defaults, *(d for d in arguments.kw_defaults if d is not None)]
    if getattr(function, "decorator_list", []):
        return False
    if not all(_is_constant(default, modules) for default in defaults):
        return False
    asked: dict[int, Sequence[str]] = {}
    for name, attributes in _chains(function):
        asked.setdefault(id(name), attributes)
    return all(
        _member_is_pure(modules[node.id], asked.get(id(node), ()), fills)
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and node.id in modules
    )


def _chains(tree: ast.AST) -> Iterator[tuple[ast.Name, list[str]]]:
    """`np.linalg.norm` as its name and its attributes, the longest chain of each name first."""
    for node in ast.walk(tree):
        attributes: list[str] = []
        while isinstance(node, ast.Attribute):
            attributes.insert(0, node.attr)
            node = node.value
        if attributes and isinstance(node, ast.Name):
            yield node, attributes


def _member_is_pure(module: str, attributes: Sequence[str], fills: bool = False) -> bool:
    """Whether what is asked of a module keeps nothing; a module itself may be changed."""
    if not attributes or module not in PURE_MODULES:
        return False
    first, *rest = attributes
    if (inner := f"{module}.{first}") in PURE_MODULES:
        return _member_is_pure(inner, rest)
    if module == "numpy.random":
        return first in FRESH_GENERATORS
    return first not in KEEPING and (fills or first not in UNFILLED)


def _is_constant(node: ast.expr, modules: dict[str, str]) -> bool:
    if isinstance(node, ast.Tuple):
        return all(_is_constant(element, modules) for element in node.elts)
    if isinstance(node, ast.UnaryOp):
        return _is_constant(node.operand, modules)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return _member_is_pure(modules.get(node.value.id, ""), [node.attr])
    return isinstance(node, ast.Constant)


def _asked_of_functions(functions: Sequence[Function], kinds: dict[str, set[str]]) -> bool:
    """Whether one asks a function of the notebook for an attribute: it may hold anything."""
    return any(
        DEF in kinds.get(name.id, ()) for function in functions for name, _ in _chains(function)
    )
