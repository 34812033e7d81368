"""Which cells of a notebook have to run: all of a student's, and of the given ones what they need.

Most of a notebook's time goes into its figures. A figure that is still as it was released, and that
no other cell takes a name from, cannot change what an answer does; neither can the cells that load
and run the student's own checks. So these wait, and run only where something reads what they bind.
"""

from __future__ import annotations

import re
import symtable
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from autograder.grading.python import bindings, parse
from autograder.model import Bundle, CodeCell

# Ways to a name that its text does not show. Whoever goes one of them gets every cell run.
INDIRECT = re.compile(
    r"\b(?:eval|exec|globals|locals|vars|dir|__\w*(?:main|globals|builtins|dict|import)\w*__"
    r"|modules|_getframe|f_globals|f_locals|f_back|inspect|get_ipython|importlib|pickle)\b"
    r"|^[ \t]*[%!?]|import[ \t]*\*",
    re.MULTILINE,
)


def needed(cells: Sequence[CodeCell], bundle: Bundle) -> list[CodeCell]:
    """The cells without the given ones that nothing asks for, in their order."""
    given = _texts(bundle.given)
    waiting = [cell for cell in cells if cell.source.strip() in given]
    kept = [cell for cell in cells if cell.source.strip() not in given]
    names = {name for question in bundle.questions for name in question.names}
    for cell in kept:
        read = _read(cell.source)
        if read is None:
            return list(cells)
        names |= read
    while asked := [cell for cell in waiting if names & _bound(cell.source)]:
        names = names.union(*(_read(cell.source) or () for cell in asked))
        waiting = [cell for cell in waiting if cell not in asked]
    left_out = {cell.number for cell in waiting}
    return [cell for cell in cells if cell.number not in left_out]


@lru_cache(maxsize=8)
def _texts(given: tuple[str, ...]) -> frozenset[str]:
    return frozenset(source.strip() for source in given)


@lru_cache(maxsize=512)
def _bound(source: str) -> frozenset[str]:
    tree = parse(source)
    return frozenset(name for name, _ in bindings(tree.body)) if tree is not None else frozenset()


@lru_cache(maxsize=512)
def _read(source: str) -> frozenset[str] | None:
    """The names that a cell takes from the others; None where its text does not show them all."""
    if INDIRECT.search(source):
        return None
    try:
        top = symtable.symtable(source, "cell", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return frozenset(_globals_of(top)) | {
        s.get_name() for s in top.get_symbols() if s.is_referenced()
    }


def _globals_of(top: symtable.SymbolTable) -> Iterator[str]:
    """What functions and classes at any depth read or bind of the notebook's names."""
    pending: Collection[symtable.SymbolTable] = top.get_children()
    while pending:
        for table in pending:
            yield from (s.get_name() for s in table.get_symbols() if s.is_global())
        pending = [child for table in pending for child in table.get_children()]
