"""assignment.toml changed as text: comments and layout stay, and a change is read back.

The standard library reads TOML and writes none. Each function tries the plain way that our files
are written in and returns None when what comes out does not mean exactly what was wanted.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence

HEADER = re.compile(r"^\s*\[\s*points\s*\]\s*(#.*)?$")
ENTRY = re.compile(r"""^\s*(["']?)([A-Za-z0-9_-]+)\1\s*=""")


def with_question(text: str, name: str, points: str) -> str | None:
    """The text with `name = points` as the last entry of [points]."""
    ending = _ending(text)
    lines = text.split(ending)
    wanted = tomllib.loads(text)
    if not isinstance(wanted.get("points"), dict):
        return None
    wanted["points"] |= {name: float(points)}
    for header, entries in _tables(lines):
        place = max([header, *entries]) + 1
        changed = ending.join([*lines[:place], f"{name} = {points}", *lines[place:]])
        if _means(changed, wanted) and list(tomllib.loads(changed)["points"])[-1] == name:
            return changed
    return None


def in_order(text: str, names: Sequence[str]) -> str | None:
    """The text with the entries of [points] in this order; a comment behind one moves with it."""
    ending = _ending(text)
    lines = text.split(ending)
    wanted = tomllib.loads(text)
    if list(wanted["points"]) == list(names):
        return text
    for _, entries in _tables(lines):
        keys = {_key(lines[number]): lines[number] for number in entries}
        if sorted(keys) != sorted(names):
            continue
        changed = list(lines)
        for number, name in zip(entries, names, strict=True):
            changed[number] = keys[name]
        joined = ending.join(changed)
        if _means(joined, wanted) and list(tomllib.loads(joined)["points"]) == list(names):
            return joined
    return None


def setup_of(text: str) -> str:
    """The setup cell, "" without one."""
    setup = tomllib.loads(text).get("setup", "")
    return setup.strip() if isinstance(setup, str) else ""


def with_setup(text: str, setup: str) -> str | None:
    """The text with another setup cell, where it stands between three double quotes."""
    table = tomllib.loads(text)
    old = table.get("setup")
    if not isinstance(old, str):
        return None
    begin = re.search(r'^setup\s*=\s*"""', text, re.MULTILINE)
    end = text.find('"""', begin.end()) if begin else -1
    if begin is None or end < 0:
        return None
    ending = _ending(text)
    body = setup.replace("\\", "\\\\").replace('"""', '""\\"').replace("\n", ending)
    changed = f"{text[: begin.end()]}{ending}{body}{ending}{text[end:]}"
    return changed if _means(changed, table | {"setup": f"{setup}\n"}) else None


def _tables(lines: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """Every line that reads [points], and its entries' lines; one may stand inside a string."""
    for header in (number for number, line in enumerate(lines) if HEADER.match(line)):
        entries = []
        for number in range(header + 1, len(lines)):
            if lines[number].lstrip().startswith("["):
                break
            if ENTRY.match(lines[number]):
                entries.append(number)
        yield header, entries


def _key(line: str) -> str:
    match = ENTRY.match(line)
    return match[2] if match else ""


def _ending(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _means(text: str, wanted: object) -> bool:
    try:
        return tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        return False
