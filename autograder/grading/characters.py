"""Cells that do not parse because of how they were typed or pasted, read as they were meant."""

from __future__ import annotations

import html
import itertools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.grading.python import parse

FENCE = re.compile(
    r"^[ ]{0,3}(?P<fence>```+|~~~+)[ \t]*(?:\{?\.?(?:i?python|py)\d?\}?[ \t]*)?\n"
    r"(?P<code>.*?)(?:^[ ]{0,3}(?P=fence)[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
LINE_NUMBER = re.compile(r"^[ \t]*(\d+)[:.|]?(?:[ \t]|$)")
SIGNS = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("−‐‑‒–—―", "-"),
    "×": "*",
    "∗": "*",
    "·": "*",
    "÷": "/",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "…": "...",
    "，": ",",
    "、": ",",
    "。": ".",
}
BY_CATEGORY = {"Zs": " ", "Zl": "\n", "Zp": "\n", "Cf": ""}
"""Spaces, separators of lines, and what is not seen at all."""
FULL_WIDTH = range(0xFF01, 0xFF5F)
"""The signs of ASCII as they stand among Chinese letters."""


@dataclass(frozen=True)
class Mended:
    """The source as it was meant, and what was done to it."""

    source: str
    how: str


def mend(source: str) -> Mended | None:
    """None when the cell parses as it is, or in no other reading either."""
    if parse(source) is not None:
        return None
    return next((m for m in _readings(source) if parse(m.source) is not None), None)


def unfenced(source: str) -> str:
    """The code in the cell's fenced blocks, at its lines; the cell itself when it has none."""
    matches = list(FENCE.finditer(source))
    if not matches:
        return source
    blank = re.sub(r"[^\n]+", "", source)
    code, end = "", 0
    for match in matches:
        before = source[end : match.start("code")]
        code += re.sub(r"[^\n]+", "", before) + match["code"]
        end = match.end("code")
    return code.rstrip() if code.strip() else blank


def fenced_whole(source: str) -> bool:
    """Whether nothing but fenced blocks is in the cell."""
    return not FENCE.sub("", source).strip()


def plain(text: str) -> str:
    """The text with every sign that is no Python in the form that is."""
    return text if text.isascii() else "".join(map(_plain, text))


def _plain(character: str) -> str:
    if character.isascii():
        return character
    if character in SIGNS:
        return SIGNS[character]
    if ord(character) in FULL_WIDTH:
        return chr(ord(character) - FULL_WIDTH.start + ord("!"))
    return BY_CATEGORY.get(unicodedata.category(character), character)


def _readings(source: str) -> Iterator[Mended]:
    """One after the other, each on top of those before it."""
    how: list[str] = []
    for step in (_fence, _line_numbers, _signs, _entities):
        changed, said = step(source)
        if changed != source:
            how.append(said)
            source = changed
            yield Mended(source, "; ".join(how))
    if "\t" in source:
        for width in (4, 8):
            said = f"tabs were read as {width} spaces"
            yield Mended(source.expandtabs(width), "; ".join([*how, said]))


def _fence(source: str) -> tuple[str, str]:
    return unfenced(source), "the fence around the code was left out"


def _line_numbers(source: str) -> tuple[str, str]:
    """Copied along from a page that shows them: on every line, each one more than the last."""
    lines = source.split("\n")
    numbers = [LINE_NUMBER.match(line) for line in lines if line.strip()]
    if len(numbers) < 2 or not all(numbers):
        return source, ""
    counted = [int(match[1]) for match in numbers if match]
    if any(after <= before for before, after in itertools.pairwise(counted)):
        return source, ""
    return "\n".join(LINE_NUMBER.sub("", line) for line in lines), "line numbers were left out"


def _signs(source: str) -> tuple[str, str]:
    odd = sorted({c for c in source if _plain(c) != c})
    listed = ", ".join(c if c.isprintable() and not c.isspace() else f"U+{ord(c):04X}" for c in odd)
    return plain(source), f"characters that are no Python were read as plain ones ({listed})"


def _entities(source: str) -> tuple[str, str]:
    return html.unescape(source), "signs that HTML writes as `&…;` were read as themselves"
