"""Pages as the tests read them: fenced blocks, with the file that the line above a block names."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.said import Said, run_command

ROOT = Path(__file__).parents[2]
FENCE = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
NAMED_FILE = re.compile(r"`(solutions/[^`]+\.\w+)`")
PROGRAM = re.compile(r"^(?:\.venv/bin/)?autograder(?:\s|$)")


@dataclass(frozen=True)
class Block:
    """A fenced block; `file` is what the paragraph right above it tells to write, or empty."""

    kind: str
    text: str
    file: str
    line: int


@dataclass(frozen=True)
class Page:
    """A page of the documentation."""

    path: Path

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    def blocks(self) -> Iterator[Block]:
        """All fenced blocks in order."""
        text = self.text
        for match in FENCE.finditer(text):
            paragraph = text[: match.start()].rstrip().rsplit("\n\n", 1)[-1]
            named = NAMED_FILE.findall(paragraph) if match["kind"] == "python" else []
            line = text[: match.start()].count("\n") + 2
            yield Block(match["kind"], match["text"], named[-1] if named else "", line)

    def commands(self) -> Iterator[tuple[int, list[str]]]:
        """The words of each `autograder …` line in a block of commands, and the line's number."""
        for block in self.blocks():
            if block.kind:
                continue
            for number, line in enumerate(block.text.splitlines(), start=block.line):
                if PROGRAM.match(line.strip()):
                    yield number, shlex.split(line, comments=True)[1:]


@pytest.fixture
def guide() -> Callable[[str], Page]:
    """The page of that name in docs/."""
    return lambda name: Page(ROOT / "docs" / name)


@pytest.fixture
def pages() -> list[Page]:
    """README, CONTRIBUTING and all of docs/."""
    top = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
    return [Page(path) for path in [*top, *sorted((ROOT / "docs").glob("*.md"))]]


@pytest.fixture
def autograder(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[[list[str]], Said]:
    """Run `autograder WORDS…` where we are."""
    return lambda words: run_command(words, monkeypatch, capfd)
