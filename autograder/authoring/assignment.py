"""solutions/<slug>/ → Assignment; every broken rule of its sources is said at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path, PurePosixPath
from typing import Any

from autograder.authoring.findings import Finding, is_number, read_source, refuse
from autograder.authoring.question import read_question
from autograder.authoring.written import PROMPT, RUBRIC, read_written
from autograder.errors import UsageError
from autograder.model import Assignment, Limits, Question

SETTINGS = "assignment.toml"
INTRO = "intro.md"
KEYS = {"title": str, "setup": str, "files": list, "points": dict, "limits": dict}
ATTEMPT_FOLDERS = ("accepted", "rejected")
LEFT_BY_TOOLS = frozenset({"__pycache__", ".ipynb_checkpoints", ".OTTER_LOG"})


def known_assignments(root: Path) -> tuple[str, ...]:
    """The slugs of all assignments in solutions/, in order."""
    return tuple(sorted(path.parent.name for path in (root / "solutions").glob(f"*/{SETTINGS}")))


def find_assignment(root: Path, name: str) -> str:
    """The slug that `name` means: itself or its number (7 or 07)."""
    known = known_assignments(root)
    if name in known:
        return name
    number = int(name) if re.fullmatch("[0-9]+", name) else None
    numbered = [slug for slug in known if number is not None and _number(slug) == number]
    if len(numbered) == 1:
        return numbered[0]
    listed = ", ".join(known) or f"a folder with {SETTINGS} in solutions/, there is none"
    raise UsageError(
        f"found no assignment '{name}'; wanted one of: {listed}; give its name or its number"
    )


def load_assignment(root: Path, name: str) -> Assignment:
    """The assignment, read and checked; AuthorError names every broken rule of its sources."""
    slug = find_assignment(root, name)
    folder = root / "solutions" / slug
    settings, findings = _read_settings(folder / SETTINGS)
    refuse(findings, root)
    questions: list[Question] = []
    for identifier, points in settings.points.items():
        question, wrong = read_question(folder / identifier, points)
        findings += wrong
        questions += [question] if question else []
    intro = folder / INTRO
    if not intro.is_file() or not read_source(intro).strip():
        wanted = "the notebook's first cell, in markdown"
        findings.append(Finding(intro, 1, "no introduction", wanted, "write one"))
    written, wrong = read_written(folder)
    findings += [*wrong, *_stray(folder, settings)]
    refuse(findings, root)
    return Assignment(
        slug=slug,
        title=settings.title,
        intro=read_source(intro).strip(),
        setup=settings.setup.strip(),
        questions=tuple(questions),
        limits=settings.limits,
        files=settings.files,
        path=folder,
        written=written,
    )


def question_points(path: Path, root: Path) -> dict[str, float]:
    """Question id → points, as an assignment.toml says; AuthorError when it breaks a rule."""
    settings, findings = _read_settings(path)
    refuse(findings, root)
    return dict(settings.points)


@dataclass(frozen=True)
class _Settings:
    title: str
    setup: str
    files: tuple[str, ...]
    points: Mapping[str, float]
    limits: Limits


def _number(slug: str) -> int | None:
    match = re.match(r"(\d+)_", slug)
    return int(match[1]) if match else None


def _read_settings(path: Path) -> tuple[_Settings, list[Finding]]:
    text = read_source(path)
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        finding = Finding(
            path, int(line[1]) if line else 1, f"no TOML ({error})", "TOML", "correct the line"
        )
        return _Settings("", "", (), {}, Limits()), [finding]
    findings = [*_settings_findings(path, text, table)]
    if findings:
        return _Settings("", "", (), {}, Limits()), findings
    settings = _Settings(
        title=table["title"],
        setup=table.get("setup", ""),
        files=tuple(table.get("files", [])),
        points={name: float(points) for name, points in table["points"].items()},
        limits=Limits(**table.get("limits", {})),
    )
    return settings, []


def _settings_findings(path: Path, text: str, table: Mapping[str, Any]) -> Iterator[Finding]:
    for key, value in table.items():
        if key not in KEYS or not isinstance(value, KEYS[key]):
            found = f"the key {key}" if key not in KEYS else f"{key} = {value!r}"
            wanted = ", ".join(f"{name} ({kind.__name__})" for name, kind in KEYS.items())
            yield Finding(path, _line(text, key), found, wanted, "correct or remove it")
    for key in ("title", "points"):
        if not table.get(key):
            wanted = "a title and [points] with every question's"
            yield Finding(path, 1, f"no {key}", wanted, f"add {key}")
    points, limits = table.get("points"), table.get("limits")
    for name, value in (points if isinstance(points, dict) else {}).items():
        if not (is_number(value) and value > 0) or not name.isidentifier():
            wanted = "a question's folder name and a number above 0"
            line = _line(text, name)
            yield Finding(path, line, f"points of {name} = {value!r}", wanted, "correct it")
    known = [field.name for field in fields(Limits)]
    for name, value in (limits if isinstance(limits, dict) else {}).items():
        if name not in known or not (is_number(value) and value > 0):
            wanted = f"a number above 0 for one of {', '.join(known)}"
            line = _line(text, name)
            yield Finding(path, line, f"the limit {name} = {value!r}", wanted, "correct it")
    files = table.get("files")
    for name in files if isinstance(files, list) else []:
        inside = isinstance(name, str) and ".." not in PurePosixPath(name).parts
        if not inside or not (path.parent / name).is_file() or PurePosixPath(name).is_absolute():
            wanted = f"a file beside {SETTINGS}"
            yield Finding(path, _line(text, "files"), f"files lists {name!r}", wanted, "correct it")


def _line(text: str, key: str) -> int:
    """Where a TOML key is set; 1 when it is written in an unusual way."""
    match = re.search(rf"^\s*\[?\"?{re.escape(key)}\"?\s*[=\].]", text, re.MULTILINE)
    return text[: match.end()].count("\n") + 1 if match else 1


def _stray(folder: Path, settings: _Settings) -> Iterator[Finding]:
    """Files that are no part of an assignment: forgotten, misnamed or not listed."""
    expected = {SETTINGS, INTRO, *settings.files, PROMPT, RUBRIC}
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_dir() or LEFT_BY_TOOLS & set(relative.parts):
            continue
        head, *middle = relative.parts[:-1] or ("",)
        mine = head in settings.points and (
            (not middle and relative.name == "question.py")
            or (len(middle) == 1 and middle[0] in ATTEMPT_FOLDERS and relative.suffix == ".py")
        )
        if relative.as_posix() in expected or mine:
            continue
        wanted = f"{SETTINGS}, {INTRO}, the listed files and <question>/"
        advice = "remove it or list it"
        if relative.name == "question.py" and not middle and head:
            advice = f"add {head} to [points] in {SETTINGS}"
        elif head in settings.points:
            wanted = "question.py, accepted/*.py and rejected/*.py"
            advice = "remove or rename it"
        yield Finding(path, 1, "a stray file", wanted, advice)
