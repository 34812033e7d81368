"""Texts as they are shown: numbers without noise, foreign text cut and made harmless to the eye.

Escaping for HTML is the template engine's work; this module deals with what escaping leaves in:
characters that are invisible, that reorder what stands around them, or that cannot be encoded.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from markupsafe import Markup, escape

# Controls save newline and tab, soft hyphen, bidirectional and zero-width controls, separators that
# act as newlines, byte order marks, surrogates, tags. Persian and Indic names need U+200C, U+200D.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
NUMBERED = re.compile(r"\d+[.)]\s")
CODE = re.compile(r"`([^`\n]+)`")

MAX_CHARACTERS = 500
MAX_LINES = 20


def number(value: float, digits: int = 6) -> str:
    """The number rounded to `digits` places, without the zeros and the sign that say nothing."""
    text = f"{value:.{digits}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def signed(value: float) -> str:
    """A correlation: two places, a true minus sign."""
    return number(value, 2).replace("-", "−")


def visible(text: str) -> str:
    r"""The text with every unseen character written as Python would write it: ``\x1b``."""
    return UNSEEN.sub(lambda match: match[0].encode("unicode_escape").decode(), text)


def shown(text: str, characters: int = MAX_CHARACTERS, lines: int = MAX_LINES) -> str:
    """Foreign text for a page: cut to a size, newlines unified, the unseen made visible."""
    kept = "\n".join(text[:characters].replace("\r\n", "\n").rstrip().split("\n")[:lines])
    whole = len(text.rstrip().replace("\r\n", "\n"))
    left = f" … ({whole - len(kept)} more characters)" if whole > len(kept) else ""
    return visible(kept) + left


def shown_line(text: str, characters: int = MAX_CHARACTERS) -> str:
    """Foreign text for one line: newlines and tabs become spaces."""
    return shown(re.sub(r"\s+", " ", text.strip()), characters)


def prose(text: str) -> Markup:
    """An author's or the engine's sentence: escaped, `code` in backticks set as code."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(shown_line(text)))))


def numbered(number: int, title: str) -> str:
    """The title with its number before it, unless its author wrote one."""
    return title if NUMBERED.match(title) else f"{number}. {title}"


def counted(count: int, noun: str) -> str:
    """1 check, 2 checks."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def link(folder: str, name: str, ending: str) -> str:
    """A relative address for a file of any name."""
    return f"{folder}/{quote(name + ending, safe='', errors='surrogatepass')}"
