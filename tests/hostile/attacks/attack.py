"""What a hostile submission is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Attack:
    """`body` stands in every function of `question`; `cell` runs first, `after` last.

    It earns `gain` there. `@CLASS@`, `@OUT@`, `@ROOT@` and `@REPOSITORY@` become the folders of the
    submissions, of the results, of the sources and of this package: an attacker may know them.
    """

    tries: str
    """one sentence"""
    body: str = "return 0.0"
    cell: str = ""
    question: str = "bilinear"
    after: str = ""
    edit: Callable[[dict[str, Any]], None] | None = None
    """what is done to the notebook itself"""
    gain: float = 0.0
    status: str = "graded"


# Frames as the worker sends them: the attacker has read our sources.
FRAMES = """
import msgpack, os, struct
def frame(number, value=433.0):
    body = msgpack.packb(["return", number, 0, value, 0])
    return struct.pack("!I", len(body)) + body
"""
# `seek` runs one way after another to get at something; what it must not find has a word in it that
# the students' pages are searched for. It is put together, because pages show a student's line.
SEEK = """
import glob, os, sys
WORDS = ["staff-" + "secret", "def is_right_for_" + "matrices", "BEGIN SOL" + "UTION"]
WORDS += ["def assert_" + "close"]
def seek(*ways):
    for way in ways:
        try: found = way()
        except Exception: continue
        for text in found if isinstance(found, list) else [found]:
            text = text.decode("latin-1") if isinstance(text, bytes) else str(text)
            for word in WORDS:
                if word in text: raise ValueError("FO" + "UND " + word)
    return 0.0
def read(path):
    with open(path, "rb") as file: return file.read(1 << 20)
"""
