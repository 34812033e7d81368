"""The leak scan: does anything that students receive hold something of the staff's?

A pure function over the release's files and the assignment they were made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from autograder.authoring.staff_text import DISTINCTIVE, folded, secrets_of
from autograder.authoring.views import places, views
from autograder.model import Assignment


def leaks(files: Mapping[str, bytes], assignment: Assignment) -> tuple[str, ...]:
    """One line for every secret in a release's files (path → contents), none when it is clean."""
    secrets = secrets_of(assignment)
    find_lines = _LineFinder(secrets.lines)
    words = "|".join(re.escape(name) for name in sorted(secrets.names, key=len, reverse=True))
    find_names = re.compile(rf"(?<![A-Za-z0-9_])({words})(?![A-Za-z0-9_])")
    findings = []
    for path in sorted(files):
        for where, text in places(path, files[path]):
            owners: dict[str, None] = {}
            for view in views(text):
                owners |= dict.fromkeys(secrets.names[name] for name in find_names.findall(view))
                owners |= dict.fromkeys(
                    f"a line of {secrets.lines[key]}" for key in find_lines(folded(view))
                )
            findings += [_finding(assignment.slug, path, where, owner) for owner in owners]
    return tuple(findings)


class _LineFinder:
    """Finds any of many lines in one pass: looks up every position's first characters."""

    def __init__(self, lines: Iterable[str]) -> None:
        lines = tuple(lines)
        self._width = min(map(len, lines), default=DISTINCTIVE)
        self._by_start: dict[str, list[str]] = {}
        for line in lines:
            self._by_start.setdefault(line[: self._width], []).append(line)

    def __call__(self, text: str) -> Iterator[str]:
        for position in range(len(text) - self._width + 1):
            for line in self._by_start.get(text[position : position + self._width], ()):
                if text.startswith(line, position):
                    yield line


def _finding(slug: str, path: str, where: str, owner: str) -> str:
    return (
        f"assignments/{slug}/{path}: found {owner} in {where}; wanted nothing of the staff's; "
        "change the source's text, or the secret"
    )
