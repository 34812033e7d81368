"""What must not leave the staff: distinctive lines and names of solutions, checks and attempts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from autograder.authoring.checks import REFERENCE
from autograder.authoring.notebook import START, VOICE
from autograder.model import Assignment, Question

DISTINCTIVE = 20
"""characters; shorter lines are everybody's"""
_IGNORED = re.compile(r"[\s\\]+")


@dataclass(frozen=True)
class Secrets:
    """What to look for, each with whose it is: folded lines, and names as whole words."""

    lines: Mapping[str, str]
    names: Mapping[str, str]


def folded(text: str) -> str:
    """Without white space and backslashes, all quotes alike: escaping and layout do not hide."""
    return _IGNORED.sub("", text).replace('"', "'")


def secrets_of(assignment: Assignment) -> Secrets:
    """Every distinctive line that the public text does not hold, and the names."""
    public = folded("\n".join(_public(assignment)))
    lines: dict[str, str] = {}
    names = {REFERENCE: "the reference's name"}
    for owner, text in _staff(assignment):
        for line in text.splitlines():
            key = folded(line)
            if len(line.strip()) >= DISTINCTIVE and key not in public:
                lines.setdefault(key, owner)
    for question in assignment.questions:
        for check in question.checks:
            if check.hidden:
                names[check.name] = f"the name of hidden check {check.name}"
    return Secrets(lines, names)


def secrets_of_all(assignments: Sequence[Assignment]) -> Secrets:
    """Of several that are published together: what one of them shows on purpose is no secret."""
    shown = "\n".join(text for assignment in assignments for text in _public(assignment))
    public, words = folded(shown), set(re.findall(r"\w+", shown))
    lines: dict[str, str] = {}
    names: dict[str, str] = {}
    for assignment in assignments:
        secrets = secrets_of(assignment)
        for key, owner in secrets.lines.items():
            if key not in public:
                lines.setdefault(key, f"{owner} ({assignment.slug})")
        for name, owner in secrets.names.items():
            if name == REFERENCE or name not in words:
                names.setdefault(
                    name, owner if name == REFERENCE else f"{owner} ({assignment.slug})"
                )
    return Secrets(lines, names)


def _public(assignment: Assignment) -> Iterator[str]:
    """What the author shows on purpose."""
    yield from (assignment.title, assignment.intro, assignment.setup)
    yield from (START, VOICE.read_text(encoding="utf-8"))
    yield assignment.written.prompt if assignment.written else ""
    for question in assignment.questions:
        yield from (question.title, question.placeholder)
        for cell in question.cells:
            if cell.kind not in ("answer", "check"):
                yield cell.source
        for check in question.checks:
            if not check.hidden:
                yield from (check.source, ast.unparse(ast.parse(check.source)), check.hint)


def _staff(assignment: Assignment) -> Iterator[tuple[str, str]]:
    """Whose → its text."""
    for question in assignment.questions:
        yield from _staff_of_question(question)
    if assignment.written:
        yield "the rubric", assignment.written.rubric


def _staff_of_question(question: Question) -> Iterator[tuple[str, str]]:
    yield f"the solution of {question.id}", question.answer
    for check in question.checks:
        if check.hidden:
            owner = f"hidden check {check.name}"
            # Otter writes its test files from the syntax tree.
            yield owner, check.source
            yield owner, ast.unparse(ast.parse(check.source))
            yield owner, f"{check.sentence}\n{check.hint}"
    for attempt in question.attempts:
        kind = "accepted" if attempt.accepted else "rejected"
        owner = f"{kind} attempt {question.id}/{attempt.name}"
        yield owner, f"{attempt.sentence}\n{attempt.nudge}\n{attempt.source}"
