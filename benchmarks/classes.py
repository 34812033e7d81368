"""A synthetic class: full notebooks with right and wrong answers, made from the attempts.

The same size and seed give the same bytes. Of ten answers six are right (the solution or an
accepted attempt), three wrong (a mutant), one is missing; the figures are those of the release.
"""

from __future__ import annotations

import ast
import random
from pathlib import Path

from autograder.authoring import filled_notebook
from autograder.model import Assignment, Question

SEED = 20_240_607


def write_class(assignment: Assignment, folder: Path, size: int, seed: int = SEED) -> None:
    """One folder per student, numbered; a larger class begins with the smaller one."""
    for number in range(size):
        chance = random.Random(f"{seed}/{assignment.slug}/{number}")
        path = folder / f"student{number:05}" / f"{assignment.slug}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(filled_notebook(assignment, answers(assignment, chance)))


def write_copies(notebook: bytes, slug: str, folder: Path, size: int) -> None:
    """The same notebook from each student."""
    for number in range(size):
        path = folder / f"student{number:05}" / f"{slug}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(notebook)


def solved(assignment: Assignment) -> bytes:
    """The notebook with all solutions in it."""
    return filled_notebook(assignment, {q.id: q.answer for q in assignment.questions})


def answers(assignment: Assignment, chance: random.Random) -> dict[str, str]:
    """One student's answers by question; what is missing is as released."""
    chosen: dict[str, str] = {}
    taken: set[str] = set()
    for question in assignment.questions:
        source = _answer(question, chance)
        if source is None:
            continue
        if (names := _defined(source)) & taken:  # two attempts' helpers of one name
            source, names = question.answer, _defined(question.answer)
        chosen[question.id] = source
        taken |= names
    return chosen


def _answer(question: Question, chance: random.Random) -> str | None:
    accepted = [question.answer, *(a.source for a in question.attempts if a.accepted)]
    rejected = [a.source for a in question.attempts if not a.accepted]
    kind = chance.random()
    if kind < 0.6 or not rejected:
        return chance.choice(accepted)
    return chance.choice(rejected) if kind < 0.9 else None


def _defined(source: str) -> set[str]:
    kinds = (ast.FunctionDef, ast.ClassDef)
    return {node.name for node in ast.parse(source).body if isinstance(node, kinds)}
