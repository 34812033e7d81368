"""Where a notebook answers which question, and which questions it leaves unanswered."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from autograder.grading.python import (
    bindings,
    body_text,
    bound_indirectly,
    is_placeholder,
    parse,
)
from autograder.model import Bundle, BundleQuestion, CodeCell

COPIES = "{name} is defined in cells {cells}; the last definition counts"


@dataclass(frozen=True)
class Definition:
    """A place that defines one of the assignment's names.

    `empty`: still a placeholder; `broken`: the cell does not parse, so running it defines nothing.
    """

    cell: int
    empty: bool
    broken: bool = False


Definitions = Mapping[str, tuple[Definition, ...]]
"""name → its definitions in the order of the notebook"""


def definitions(cells: Iterable[CodeCell], bundle: Bundle) -> Definitions:
    """Where the cells define the assignment's names."""
    placeholders = placeholder_bodies(bundle)
    names = frozenset(name for question in bundle.questions for name in question.names)
    found: dict[str, list[Definition]] = {name: [] for name in sorted(names)}
    for cell in cells:
        for name, empty, broken in _defined_in(cell.source, names, placeholders):
            found[name].append(Definition(cell.number, empty, broken))
    return {name: tuple(places) for name, places in found.items()}


@lru_cache(maxsize=512)
def _defined_in(
    source: str, names: frozenset[str], placeholders: frozenset[str]
) -> tuple[tuple[str, bool, bool], ...]:
    """(name, empty, broken) for each place in a cell; several steps ask for the same cells."""
    tree = parse(source)
    if tree is None:
        return tuple(
            (name, False, True)
            for name in sorted(names)
            if re.search(rf"^[ \t]*def[ \t]+{re.escape(name)}\b", source, re.MULTILINE)
        )
    direct = [
        (name, is_unfilled(node, placeholders), False)
        for name, node in bindings(tree.body)
        if name in names
    ]
    return (*direct, *((name, False, False) for name in sorted(bound_indirectly(tree, names))))


def placeholder_bodies(bundle: Bundle) -> frozenset[str]:
    """The bodies of the functions as students receive them, code that was given included."""
    return _bodies(tuple(question.placeholder for question in bundle.questions))


@lru_cache(maxsize=8)
def _bodies(placeholders: tuple[str, ...]) -> frozenset[str]:
    """Asked for several times by every submission."""
    trees = [parse(placeholder) for placeholder in placeholders]
    nodes = [node for tree in trees if tree is not None for node in tree.body]
    return frozenset(body_text(node) for node in nodes) - {""}


def is_unfilled(node: ast.AST, placeholders: frozenset[str]) -> bool:
    """Whether a function is still as it was handed out, or says nothing."""
    decorated = bool(getattr(node, "decorator_list", []))
    return is_placeholder(node) or (body_text(node) in placeholders and not decorated)


def is_unanswered(question: BundleQuestion, found: Definitions) -> bool:
    """Whether every name's last working definition is a placeholder, or there is none at all."""
    return all(is_empty(found.get(name, ())) for name in question.names)


def is_empty(places: Sequence[Definition]) -> bool:
    if any(place.broken for place in places):
        return False
    return not places or places[-1].empty


def broken_cells(question: BundleQuestion, found: Definitions) -> list[int]:
    """Cells that meant to answer the question but do not parse, where nothing else answers it."""
    cells = set()
    for name in question.names:
        places = found.get(name, ())
        if not any(not place.empty and not place.broken for place in places):
            cells |= {place.cell for place in places if place.broken}
    return sorted(cells)


def copies_note(question: BundleQuestion, found: Definitions) -> str:
    """Says so when a name is answered more than once."""
    notes = []
    for name in question.names:
        cells = [place.cell for place in found.get(name, ()) if not place.empty]
        distinct = sorted(set(cells))
        if len(distinct) > 1:
            listed = f"{', '.join(map(str, distinct[:-1]))} and {distinct[-1]}"
            notes.append(COPIES.format(name=name, cells=listed))
    return "; ".join(notes)
