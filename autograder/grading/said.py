"""What a cell's text says of names: which it takes, which it binds, what its functions may keep."""

from __future__ import annotations

import ast
import symtable
import warnings
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from autograder.grading.pure_names import FRESH_GENERATORS

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
CONSTANT = (ast.Constant, ast.UnaryOp, ast.BinOp, ast.Tuple, ast.operator, ast.unaryop, ast.Load)
FIXED = (*CONSTANT, ast.Name, ast.Attribute)
OUTSIDE, WITHIN, INSIDE = range(3)
COMPREHENDED = ".0"
"""what only the scope of a comprehension has"""


@dataclass(frozen=True)
class Said:
    """Sets of names at the notebook's top level."""

    read: frozenset[str]
    """what the cell takes from the others"""
    assigned: frozenset[str]
    bound: frozenset[str]
    """the assigned ones, those that it imports, and those that its functions bind"""
    defined: frozenset[str]
    """functions and classes"""
    objects: frozenset[str]
    """bound to what is neither of these nor a constant"""
    inner: frozenset[str]
    """what functions read when they are called, or keep as a default"""
    asked: frozenset[str]
    """what functions ask for an attribute"""
    keeps: bool
    """whether one of its functions shows a way to keep something from call to call"""


@lru_cache(maxsize=512)
def said(source: str) -> Said | None:
    """None for a text that is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree, top = ast.parse(source), symtable.symtable(source, "cell", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    outside, within, inside = _zones(tree)
    everything = [*outside, *within, *inside]
    inner, below = _from_below(top)
    assigned = {name for node in outside for name in _assigned(node)}
    assigned |= {n.target.id for n in within if isinstance(n, ast.NamedExpr)}
    imported = {_imported(node) for node in everything if isinstance(node, ast.alias)}
    declared = {name for n in everything if isinstance(n, ast.Global) for name in n.names}
    constants = {id(target) for node in outside for target in _constants(node)}
    functions = [node for node in everything if isinstance(node, Function)]
    defaults = [value for function in functions for value in _defaults(function)]
    return Said(
        read=frozenset(below.union(_taken_within(outside), *map(_taken, outside))),
        assigned=frozenset(assigned),
        bound=frozenset(assigned | imported | declared),
        defined=frozenset(n.name for n in outside if isinstance(n, Definition)),
        objects=frozenset(
            node.id
            for node in outside
            if isinstance(node, ast.Name)
            and isinstance(node.ctx, ast.Store)
            and id(node) not in constants
        ),
        inner=frozenset(inner.union(_names(defaults))),
        asked=frozenset(name for node in inside if (name := _asked(node))),
        keeps=any(map(_is_shared, everything))
        or any(map(_keeps, functions))
        or any(map(_is_store, inside))
        or not all(_is_made_of(FIXED, value) for value in defaults),
    )


def _zones(tree: ast.Module) -> tuple[list[ast.AST], list[ast.AST], list[ast.AST]]:
    """Nodes that run with the cell, those inside comprehensions there, those inside functions."""
    zones = list[ast.AST](), list[ast.AST](), list[ast.AST]()
    pending: list[tuple[ast.AST, int]] = [(tree, OUTSIDE)]
    while pending:
        node, zone = pending.pop()
        zones[zone].append(node)
        below = zone
        if isinstance(node, Function):
            below = INSIDE
        elif isinstance(node, Comprehension):
            below = max(zone, WITHIN)
        early = {id(part) for part in _evaluated_at_once(node)}
        pending += [
            (child, zone if id(child) in early else below) for child in ast.iter_child_nodes(node)
        ]
    return zones


def _evaluated_at_once(node: ast.AST) -> Sequence[ast.AST]:
    """What of a function or comprehension belongs to the scope around it: all that may."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return [*node.decorator_list, node.args, *([node.returns] if node.returns else [])]
    return [node.args] if isinstance(node, ast.Lambda) else []


def _taken_within(outside: Sequence[ast.AST]) -> Iterator[str]:
    """What comprehensions take: what they read and do not bind, and the first thing they walk."""
    for node in outside:
        if isinstance(node, Comprehension):
            names = [n for n in ast.walk(node) if isinstance(n, ast.Name)]
            own = {n.id for n in names if isinstance(n.ctx, ast.Store)}
            first = [n for n in ast.walk(node.generators[0].iter) if isinstance(n, ast.Name)]
            yield from {n.id for n in names} - own
            yield from (n.id for n in first)


def _assigned(node: ast.AST) -> Iterator[str]:
    """What a node outside functions binds or deletes, but for imports."""
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, Definition | ast.ExceptHandler | ast.MatchAs | ast.MatchStar):
        yield from [node.name] if node.name else []
    elif isinstance(node, ast.MatchMapping) and node.rest:
        yield node.rest


def _imported(alias: ast.alias) -> str:
    return alias.asname or alias.name.partition(".")[0]


def _taken(node: ast.AST) -> Iterator[str]:
    """What has to be bound before a node outside functions runs."""
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        yield node.target.id
    elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store):
        yield node.id


def _constants(node: ast.AST) -> list[ast.expr]:
    """What the statement binds to something that cannot change."""
    if not isinstance(node, ast.Assign):
        return []
    fixed = isinstance(node.value, ast.Lambda) or _is_made_of(CONSTANT, node.value)
    return node.targets if fixed else []


def _is_made_of(kinds: tuple[type[ast.AST], ...], value: ast.expr) -> bool:
    return all(isinstance(node, kinds) for node in ast.walk(value))


def _scopes(top: symtable.SymbolTable) -> Iterator[tuple[symtable.SymbolTable, bool]]:
    """All inner ones, and whether what runs in them runs in a function."""
    pending = [(table, False) for table in top.get_children()]
    while pending:
        table, within = pending.pop()
        within = within or (
            isinstance(table, symtable.Function) and COMPREHENDED not in table.get_identifiers()
        )
        yield table, within
        pending += [(child, within) for child in table.get_children()]


def _from_below(top: symtable.SymbolTable) -> tuple[set[str], set[str]]:
    """What functions take from the top level, and what all inner scopes do."""
    inner, below = set[str](), set[str]()
    for table, within in _scopes(top):
        # Symbols are not asked: each looks through all scopes below its own. A class body reads
        # the notebook's name before it binds its own.
        if isinstance(table, symtable.Function):
            taken: Collection[str] = table.get_globals()
        else:
            taken = table.get_identifiers()
        below.update(taken)
        inner.update(taken if within else ())
    return inner, below


def _defaults(function: Function) -> list[ast.expr]:
    arguments = function.args
    return [*arguments.defaults, *(d for d in arguments.kw_defaults if d is not None)]


def _keeps(function: Function) -> bool:
    """What a decorator makes of it may keep anything."""
    return bool(getattr(function, "decorator_list", ()))


def _is_shared(node: ast.AST) -> bool:
    """What is one for all calls: a name bound by a function, a class's values, random numbers."""
    if isinstance(node, ast.ImportFrom):
        names = {alias.name for alias in node.names}
        return (node.module or "").endswith("random") and not names <= FRESH_GENERATORS
    if isinstance(node, ast.Import):
        return any(a.asname and a.name.endswith("random") for a in node.names)
    if isinstance(node, ast.Attribute) and node.attr not in FRESH_GENERATORS:
        owner = node.value
        name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
        return name == "random"
    if isinstance(node, ast.ClassDef):
        values = [one.value for one in node.body if isinstance(one, ast.Assign | ast.AnnAssign)]
        return not all(_is_made_of(FIXED, value) for value in values if value)
    return isinstance(node, ast.Global)


def _asked(node: ast.AST) -> str:
    """The name that a function asks for an attribute."""
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.value.id
    return ""


def _is_store(node: ast.AST) -> bool:
    """Whether a function gives something an attribute."""
    return isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load)


def _names(values: list[ast.expr]) -> Iterator[str]:
    for value in values:
        yield from (node.id for node in ast.walk(value) if isinstance(node, ast.Name))
