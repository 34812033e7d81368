"""Which cells of a notebook have to run: all of a student's, and of the given ones what they need.

Most of a notebook's time goes into its figures. A figure that is still as it was released, and that
no other cell takes a name from, cannot change what an answer does, if answers keep nothing from one
call to the next; neither can the cells that load and run the student's own checks. So these wait,
and run only where something reads what they bind. In all doubt every cell runs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence, Set
from functools import lru_cache

from autograder.grading.python import MOST
from autograder.grading.said import Said, said
from autograder.model import Bundle, CodeCell

# Ways to a name that its text does not show. Whoever goes one of them gets every cell run.
WORDS = re.compile(
    r"\b(?:eval|exec|globals|locals|vars|dir|modules|_getframe|f_globals|f_locals|f_back|inspect"
    r"|get_ipython|importlib|import_module|pickle|doctest|get_type_hints)\b"
    r"|^[ \t]*[%!?]|import[ \t]*\*",
    re.MULTILINE,
)
HIDDEN = re.compile(r"\b__\w+")
PARTS = ("main", "globals", "builtins", "dict", "import")
"""of names with two underscores at both ends"""
SETTINGS = re.compile(
    r"\b(?:seed|set_state|seterr|seterrcall|setbufsize|set_printoptions|simplefilter"
    r"|filterwarnings|setrecursionlimit|setattr|delattr|chdir|environ)\b"
)
"""What holds in a whole process."""


def needed(cells: Sequence[CodeCell], bundle: Bundle) -> list[CodeCell]:
    """The cells without the given ones that nothing asks for, in their order."""
    given = _texts(bundle.given)
    waiting = [
        cell for cell in cells if cell.source.strip() in given and not _acts_beyond(cell.source)
    ]
    left_out = {cell.number for cell in waiting}
    kept = [cell.source for cell in cells if cell.number not in left_out]
    if sum(map(len, kept)) > MOST:
        return list(cells)
    theirs = [found for source in kept if not _is_indirect(source) and (found := said(source))]
    ours = [found for cell in waiting if (found := said(cell.source))]
    answers = {name for question in bundle.questions for name in question.names}
    if len(theirs) < len(kept) or _keep_something(theirs, ours, answers):
        return list(cells)
    names = answers.union(*(found.read for found in theirs))
    # Calling an answer changes nothing, and neither does asking a module.
    objects = frozenset[str]().union(*(found.assigned for found in [*theirs, *ours])) - answers
    while asked := [cell for cell in waiting if _provides(cell.source, names, objects)]:
        names = names.union(*(found.read for cell in asked if (found := said(cell.source))))
        waiting = [cell for cell in waiting if cell not in asked]
    left_out = {cell.number for cell in waiting}
    return [cell for cell in cells if cell.number not in left_out]


@lru_cache(maxsize=8)
def _texts(given: tuple[str, ...]) -> frozenset[str]:
    return frozenset(source.strip() for source in given)


def _provides(source: str, names: Set[str], objects: Set[str]) -> bool:
    """Whether a given cell binds one of the names, or may change what another cell bound to it."""
    found = said(source)
    return found is not None and bool(names & (found.bound | objects & found.read))


def _is_indirect(source: str) -> bool:
    # Not one pattern for it all, which would take quadratic time on a long enough word.
    hidden = (word for word in HIDDEN.findall(source) if word.endswith("__"))
    return WORDS.search(source) is not None or any(p in word for word in hidden for p in PARTS)


def _keep_something(theirs: Sequence[Said], ours: Sequence[Said], answers: Set[str]) -> bool:
    """Whether a figure that calls an answer may change what that answer does the next time."""
    inner = frozenset[str]().union(*(found.inner for found in theirs))
    asked = frozenset[str]().union(*(found.asked for found in theirs))
    defined = frozenset[str]().union(*(found.defined for found in theirs))
    objects = frozenset[str]().union(*(found.objects for found in [*theirs, *ours]))
    return any(found.keeps for found in theirs) or bool(
        objects & (inner | answers) or asked & defined
    )


@lru_cache(maxsize=512)
def _acts_beyond(source: str) -> bool:
    """Whether a given cell does more than bind names and show something."""
    if "otter.Notebook(" in source:
        return False  # that it hands over all names is for the checks, which wait as well
    found = said(source)
    if found is None or _is_indirect(source) or SETTINGS.search(source):
        return True
    return any(_leaves_a_trace(node, found.bound) for node in ast.walk(ast.parse(source)))


def _leaves_a_trace(node: ast.AST, own: Set[str]) -> bool:
    """Whether it loads part of a package for all cells, or changes what the cell did not bind."""
    if isinstance(node, ast.Import):
        return any("." in alias.name for alias in node.names)
    if isinstance(node, ast.Attribute | ast.Subscript) and not isinstance(node.ctx, ast.Load):
        root: ast.AST = node
        while isinstance(root, ast.Attribute | ast.Subscript):
            root = root.value
        return not (isinstance(root, ast.Name) and root.id in own)
    return isinstance(node, ast.ImportFrom)
