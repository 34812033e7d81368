"""Small repairs of a notebook's cells, each a step; what a person would mend with a shrug."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from autograder.grading.answers import definitions, is_unfilled, placeholder_bodies
from autograder.grading.characters import fenced_whole, mend, unfenced
from autograder.grading.imports import put_back_imports
from autograder.grading.joining import join
from autograder.grading.notebook import RawCell
from autograder.grading.python import bindings, parse, without
from autograder.grading.salvage import salvage
from autograder.model import Bundle, CodeCell

PROMOTED = "cell {number} had been turned into {kind}; it was read as code"
UNFILLED = (
    "cell {empty} holds the unfilled answer cell of {name} below the answer in cell {answer}; "
    "the answer counts"
)
MENDED = "cell {number}: {how}"
KINDS = {"markdown": "Markdown", "raw": "raw text"}
BEGINS_AS_CODE = re.compile(r"\s*(?:def|class|import|from|async|@\w+)\b")
DECLARATIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)

Repaired = tuple[tuple[CodeCell, ...], tuple[str, ...]]


def repair(cells: Sequence[RawCell], bundle: Bundle) -> Repaired:
    """The code cells to run, in order, and what was mended."""
    code, promoted = _promote(cells, bundle)
    code, joined = join(code)
    code, mended = _mend(code)
    code, salvaged = salvage(code, bundle)
    code, dropped = _drop_unfilled(code, bundle)
    code, imported = put_back_imports(code, bundle)
    return code, (*promoted, *joined, *mended, *salvaged, *dropped, *imported)


def _promote(cells: Sequence[RawCell], bundle: Bundle) -> Repaired:
    """Answer cells, imports and helpers that were turned into Markdown or raw text count as code.

    Only where no code cell does their work: text that was set aside on purpose stays text.
    """
    code = [CodeCell(cell.number, cell.source) for cell in cells if cell.kind == "code"]
    found = definitions(code, bundle)
    answered = {name for name, places in found.items() if any(not p.empty for p in places)}
    trees = [tree for cell in code if (tree := parse(cell.source)) is not None]
    bound = {name for tree in trees for name, _ in bindings(tree.body)}
    missing = set(found) - answered
    given = placeholder_bodies(bundle)
    repairs = []
    for cell in cells:
        if cell.kind not in KINDS:
            continue
        source = unfenced(cell.source)
        whole = source == cell.source or fenced_whole(cell.source)
        if _means_code(source, missing, bound if whole else None, given):
            code.append(CodeCell(cell.number, source))
            repairs.append(PROMOTED.format(number=cell.number, kind=KINDS[cell.kind]))
    return tuple(sorted(code, key=lambda cell: cell.number)), tuple(repairs)


def _means_code(
    source: str, missing: set[str], bound: set[str] | None, given: frozenset[str]
) -> bool:
    """`bound`: names that code cells bind; None where the code stands among prose."""
    tree = parse(source)
    if tree is None:  # prose may quote a line of code, but does not begin with one
        begun = BEGINS_AS_CODE.match(source) is not None
        return begun and any(
            re.search(rf"^def[ \t]+{re.escape(name)}[ \t]*\(", source, re.M) for name in missing
        )
    pairs = [pair for pair in bindings(tree.body) if not is_unfilled(pair[1], given)]
    names = {name for name, _ in pairs}
    if bound is None:
        return bool(names & missing)
    declares = all(isinstance(node, DECLARATIONS) for node in tree.body)
    return bool(names & missing) or (declares and not names <= bound)


def _mend(cells: Sequence[CodeCell]) -> Repaired:
    """Quotes, spaces and signs that a word processor or a chat put in."""
    code, repairs = [], []
    for cell in cells:
        mended = mend(cell.source)
        code.append(CodeCell(cell.number, mended.source) if mended else cell)
        repairs += [MENDED.format(number=cell.number, how=mended.how)] if mended else []
    return tuple(code), tuple(repairs)


def _drop_unfilled(cells: Sequence[CodeCell], bundle: Bundle) -> Repaired:
    """An unfilled answer cell below the answer, written into another cell, would undo it."""
    found = definitions(cells, bundle)
    given = placeholder_bodies(bundle)
    dropped: dict[int, str] = {}
    names: dict[int, set[str]] = {}
    for name, places in found.items():
        answers = [place.cell for place in places if not place.empty and not place.broken]
        if answers and places[-1].empty and places[-1].cell > answers[-1]:
            for place in places:
                if place.empty and place.cell > answers[-1]:
                    text = UNFILLED.format(empty=place.cell, name=name, answer=answers[-1])
                    dropped.setdefault(place.cell, text)
                    names.setdefault(place.cell, set()).add(name)
    kept = [_without_unfilled(cell, names.get(cell.number, set()), given) for cell in cells]
    return tuple(kept), tuple(dropped[number] for number in sorted(dropped))


def _without_unfilled(cell: CodeCell, names: set[str], given: frozenset[str]) -> CodeCell:
    tree = parse(cell.source)
    if tree is None or not names:
        return cell
    unfilled = [n for n in tree.body if getattr(n, "name", "") in names and is_unfilled(n, given)]
    return CodeCell(cell.number, without(cell.source, unfilled))
