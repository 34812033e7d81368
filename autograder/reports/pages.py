"""The pages of one submission, and what tells whether those on a disk are the ones made here."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

import autograder
from autograder.reports import feedback, feedback_markdown

RENDERERS = {".html": feedback.render, ".md": feedback_markdown.render}
"""The ending of a page's name → what makes it."""
MAKERS = ("reports", "model")
"""Rooms that decide what is in a page or a summary."""


def makers() -> str:
    """A digest of all that makes a page or a summary out of a report."""
    home = Path(autograder.__file__).parent
    total = hashlib.sha256()
    for name in ("jinja2", "markupsafe"):
        total.update(f"{name} {version(name)}\0".encode())
    for path in sorted(path for room in MAKERS for path in (home / room).rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            data = path.read_bytes()
            total.update(f"{path.relative_to(home)}\0{len(data)}\0".encode() + data)
    return total.hexdigest()
