"""Cells that do not parse because of how they were typed or pasted, read as they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from autograder.grading.python import parse

FENCE = re.compile(
    r"\A\s*(?:```|~~~)[ \t]*(?:python|py|ipython)?\d?[ \t]*\n(.*?)\n?(?:```|~~~)\s*\Z", re.S
)
PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("−–—‐‑", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"),
        "×": "*",
        "∗": "*",
        "·": "*",
        "≤": "<=",
        "≥": ">=",
        "≠": "!=",
        "…": "...",
        "，": ",",
        "：": ":",
        "；": ";",
        "（": "(",
        "）": ")",
    }
)


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
    """The code, when the whole cell is one fenced block."""
    match = FENCE.match(source)
    return match[1] if match else source


def _readings(source: str) -> Iterator[Mended]:
    fence = unfenced(source)
    if fence != source:
        yield Mended(fence, "the fence around the code was left out")
    plain = fence.translate(PLAIN)
    if plain != fence:
        odd = sorted({c for c in fence if c.translate(PLAIN) != c})
        listed = ", ".join(
            c if c.isprintable() and not c.isspace() else f"U+{ord(c):04X}" for c in odd
        )
        yield Mended(plain, f"characters that are no Python were read as plain ones ({listed})")
    if "\t" in plain:
        for width in (4, 8):
            yield Mended(plain.expandtabs(width), f"tabs were read as {width} spaces")
