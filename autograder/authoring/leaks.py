"""The leak scan: does anything that students receive hold something of the staff's?

A pure function over the release's files and the assignment they were made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from autograder.authoring.staff_text import DISTINCTIVE, Secrets, folded, secrets_of
from autograder.authoring.views import places, views
from autograder.model import Assignment


def leaks(files: Mapping[str, bytes], assignment: Assignment) -> tuple[str, ...]:
    """One line for every secret in a release's files (path → contents), none when it is clean."""
    return tuple(
        _finding(f"assignments/{assignment.slug}/{path}", where, owner)
        for path, where, owner in find_secrets(files, secrets_of(assignment))
    )


def leaks_of_any(files: Mapping[str, bytes], secrets: Secrets, base: str) -> tuple[str, ...]:
    """The same for secrets of several assignments together; paths are shown below `base`."""
    return tuple(
        _finding(f"{base}/{path}", where, owner)
        for path, where, owner in find_secrets(files, secrets)
    )


def find_secrets(files: Mapping[str, bytes], secrets: Secrets) -> Iterator[tuple[str, str, str]]:
    """(path, where in the file, whose) for every secret that is there."""
    find_lines = _LineFinder(secrets.lines)
    words = "|".join(re.escape(name) for name in sorted(secrets.names, key=len, reverse=True))
    find_names = re.compile(rf"(?<![A-Za-z0-9_])({words})(?![A-Za-z0-9_])")
    known: dict[str, dict[str, None]] = {}  # a data file shipped twice is read once
    for path in sorted(files):
        for where, text in places(path, files[path]):
            if text not in known:
                owners: dict[str, None] = {}
                for view in views(text):
                    hits = find_names.findall(view)
                    owners |= dict.fromkeys(secrets.names[name] for name in hits)
                    owners |= dict.fromkeys(
                        f"a line of {secrets.lines[key]}" for key in find_lines(folded(view))
                    )
                known[text] = owners
            for owner in known[text]:
                yield path, where, owner


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


def _finding(path: str, where: str, owner: str) -> str:
    return (
        f"{path}: found {owner} in {where}; wanted nothing of the staff's; "
        "change the source's text, or the secret"
    )
