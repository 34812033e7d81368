"""Texts for Markdown: foreign text that stays text, code that ends nowhere early."""

from __future__ import annotations

import re

from autograder.reports.text import CODE, shown, shown_line

SPECIAL = re.compile(r"([\\`*_<>#\[\]|~!&$])")
MARKER = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$)))?([-+=.)])")
"""What makes a list, a rule or a heading of the line that it begins."""
INDENT = "    "


def markdown(text: str) -> str:
    """An author's or the engine's sentence: one line, `code` in backticks stays code.

    Every backtick but those around code is escaped, so none of them can pair with another.
    """
    pieces = CODE.split(shown_line(text))
    return "".join(
        f"`{piece}`" if place % 2 else SPECIAL.sub(r"\\\1", piece)
        for place, piece in enumerate(pieces)
    )


def paragraph(text: str) -> str:
    """The same where it begins a line."""
    return MARKER.sub(lambda found: f"{found[1] or ''}\\{found[2]}", markdown(text))


def block(text: str) -> str:
    """A student's own words: an indented block ends nowhere early and runs nothing."""
    return "\n".join(f"{INDENT}{line}".rstrip() for line in shown(text).split("\n"))
