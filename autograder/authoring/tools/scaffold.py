"""`autograder new`: an assignment, a question or a mutant to begin with.

What is written builds at once, and each place to fill in says TODO. Nothing is overwritten, and a
folder appears whole or not at all.
"""

from __future__ import annotations

import keyword
import math
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.authoring.assignment import (
    INTRO,
    LEFT_BY_TOOLS,
    SETTINGS,
    find_assignment,
    known_assignments,
    question_points,
)
from autograder.authoring.checks import RESERVED
from autograder.authoring.files import write_atomically
from autograder.authoring.findings import read_source, refuse
from autograder.authoring.question import read_question
from autograder.authoring.tools import scaffold_texts as texts
from autograder.authoring.tools.settings_text import with_question
from autograder.authoring.written import FOLDER, PROMPT, RUBRIC
from autograder.errors import UsageError

SLUG = re.compile(r"(\d+)_([a-z][a-z0-9_]*)")
NAME = re.compile(r"[a-z][a-z0-9_]*")
FIRST_MUTANT = "todo_name_me_after_the_misconception"
PUBLIC_SHARE = 4
"""a public check gets one part in so many of a question's points"""
MARKS = 2


def new_assignment(root: Path, slug: str, question: str, title: str, points: float) -> Path:
    """Write solutions/<slug>/ with one question; its folder."""
    match = SLUG.fullmatch(slug)
    if not match:
        raise UsageError(
            f"found the name '{slug}'; wanted a number and a name like 08_layer_norm, in small "
            "letters; correct it"
        )
    folder = root / "solutions" / slug
    _refuse_existing(folder, root)
    for other in known_assignments(root):
        taken = SLUG.match(other)
        if taken and int(taken[1]) == int(match[1]):
            raise UsageError(
                f"found {other}, which has the number {int(match[1])} already; wanted a number of "
                "its own, assignments are called by it; choose another"
            )
    name = _function_name(question or match[2])
    shown = title or f"TODO: the title of {slug}"
    if any(character in shown for character in '"\\\n'):
        raise UsageError(
            f"found a quote, backslash or line break in the title '{shown}'; wanted plain text; "
            f"write the rest into {SETTINGS}"
        )
    values = {"title": shown, "name": name, "points": _plain(points), "marks": str(MARKS)}
    files = {
        SETTINGS: _filled(texts.SETTINGS, values),
        INTRO: _filled(texts.INTRO, values),
        PROMPT: texts.WRITTEN_QUESTION,
        RUBRIC: _filled(texts.WRITTEN_RUBRIC, values),
    }
    files |= {f"{name}/{path}": text for path, text in _question_files(name, points).items()}
    _write_folder(folder, files)
    return folder


def new_question(root: Path, assignment: str, question: str, points: float) -> Path:
    """Write the question's folder and add it to [points]; its folder."""
    slug = find_assignment(root, assignment)
    settings = root / "solutions" / slug / SETTINGS
    name = _function_name(question)
    folder = settings.parent / name
    if name in question_points(settings, root):
        raise UsageError(
            f"found {name} in [points] of {slug} already; wanted a question that is new; "
            "choose another name"
        )
    _refuse_existing(folder, root)
    changed = with_question(settings.read_bytes().decode(), name, _plain(points))
    if changed is None:
        raise UsageError(
            f"found no [points] in {settings.relative_to(root)} that a line can be added to; "
            f"wanted a table, one question a line; write it so, then run this again"
        )
    _write_folder(folder, _question_files(name, points))
    write_atomically(settings, changed.encode())
    return folder


def new_mutant(root: Path, place: str, mutant: str, caught_by: Sequence[str]) -> Path:
    """Write rejected/<mutant>.py of the question ASSIGNMENT/QUESTION; its path."""
    assignment, _, question = place.partition("/")
    slug = find_assignment(root, assignment)
    settings = root / "solutions" / slug / SETTINGS
    known = question_points(settings, root)
    if question not in known:
        raise UsageError(
            f"found no question '{question}' in {slug}; wanted one of: {', '.join(known)}; "
            f"name it like {slug}/{next(iter(known))}"
        )
    if not NAME.fullmatch(mutant):
        raise UsageError(
            f"found the name '{mutant}'; wanted the misconception in small letters, like "
            "forgets_the_transpose; correct it"
        )
    path = settings.parent / question / "rejected" / f"{mutant}.py"
    _refuse_existing(path, root)
    read, findings = read_question(settings.parent / question, known[question])
    if read is None:
        refuse(findings, root)
    assert read is not None
    checks = [check.name for check in read.checks]
    unknown = [name for name in caught_by if name not in checks]
    if unknown:
        raise UsageError(
            f"found no check '{unknown[0]}' in {question}; wanted one of: {', '.join(checks)}; "
            "correct the name"
        )
    hidden = [check.name for check in read.checks if check.hidden]
    values = {"checks": ", ".join(caught_by or hidden[:1]), "answer": read.answer}
    path.parent.mkdir(exist_ok=True)
    write_atomically(path, _filled(texts.MUTANT, values).encode())
    return path


def places_to_fill(folder: Path, root: Path) -> tuple[str, ...]:
    """`file:line: text` of everything below a folder (or in a file) that still says TODO."""
    places = []
    for path in [folder] if folder.is_file() else sorted(folder.rglob("*")):
        relative = path.relative_to(root)
        if path.suffix not in (".py", ".md", ".toml") or LEFT_BY_TOOLS & set(relative.parts):
            continue
        for number, line in enumerate(read_source(path).split("\n"), start=1):
            if re.search(rf"\b{texts.TODO}\b", line):
                places.append(f"{relative}:{number}: {line.strip()}")
    return tuple(places)


def _question_files(name: str, points: float) -> dict[str, str]:
    """A question's files by their path below its folder."""
    public = points / PUBLIC_SHARE
    values = {"name": name, "public": _plain(public), "hidden": _plain(points - public)}
    answer = f"def {name}(x):\n    return x"
    mutant = {"checks": f"{name}_holds_in_general", "answer": answer}
    return {
        "question.py": _filled(texts.QUESTION, values),
        "accepted/todo_name_me.py": _filled(texts.ACCEPTED, values),
        f"rejected/{FIRST_MUTANT}.py": _filled(texts.MUTANT, mutant),
    }


def _function_name(name: str) -> str:
    """A question is named like its function."""
    taken = keyword.iskeyword(name) or name in RESERVED or name == FOLDER
    if not NAME.fullmatch(name) or taken:
        raise UsageError(
            f"found the name '{name}'; wanted one that a function can have, in small letters, "
            f"none of {', '.join(sorted({*RESERVED, FOLDER}))}; choose another"
        )
    return name


def _plain(points: float) -> str:
    """As an author writes it, no digit lost: 4, 0.25."""
    if not (math.isfinite(points) and points > 0):
        raise UsageError(f"found {points} points; wanted a number above 0; correct it")
    return str(int(points)) if float(points).is_integer() else repr(points)


def _refuse_existing(path: Path, root: Path) -> None:
    if path.exists():
        raise UsageError(
            f"found {path.relative_to(root)} already; wanted a new place, nothing is overwritten; "
            "choose another name"
        )


def _filled(text: str, values: Mapping[str, str]) -> str:
    for key, value in values.items():
        text = text.replace(f"«{key}»", value)
    return text


def _write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """The folder appears with all its files."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".new-") as temporary:
        made = Path(temporary) / folder.name
        for name, text in files.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_text(text, encoding="utf-8")
        made.rename(folder)
