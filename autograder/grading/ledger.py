"""DIR/summaries.txt: what a run left for each submission, so that the next one need not read it.

A line is a digest and JSON: a thing that summaries share, or a submission's row. Lines are added
while a class is graded, and the last of a submission counts. A line that was cut or changed is
none. The file may be deleted at any time: then reports are read again, and pages are made again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from autograder.grading.store import write_atomically
from autograder.model.summary import Summary
from autograder.reports.summaries import Shared, Summarizer, shared_of, shared_row

LEDGER = "summaries.txt"
FORMAT = 1
DIGITS = 16
SHARED, ROW = "shared", "row"


@dataclass(frozen=True, slots=True)
class Entry:
    """One submission as a run left it: digests of its files, and of what made the pages."""

    summary: Summary
    report: str
    pages: Mapping[str, str]
    makers: str


class Ledger:
    """The entries of one results folder by submission."""

    def __init__(self, path: Path, summarizer: Summarizer) -> None:
        self._path = path
        self._summarizer = summarizer
        self._shared: dict[str, Shared] = {}
        self._numbers: dict[Shared, str] = {}
        self._entries: dict[str, Entry] = {}
        self._told: set[str] = set()
        self._file: TextIO | None = None
        with contextlib.suppress(OSError, ValueError), open(path, encoding="utf-8") as file:
            for line in file:
                self._read(line)

    def __getitem__(self, submission: str) -> Entry | None:
        return self._entries.get(submission)

    def add(self, entry: Entry) -> None:
        """One more; on the disk at once, where there is room: it is not needed."""
        self._entries[entry.summary.submission] = entry
        with contextlib.suppress(OSError):
            if self._file is None:
                self._file = open(self._path, "a", encoding="utf-8", newline="\n")  # noqa: SIM115
            # In one piece, for others may write too; a line that was cut before must not take it.
            self._file.write("\n" + "".join(self._lines(entry)))
            self._file.flush()

    def close(self) -> None:
        """Write no more."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None

    def settle(self, there: Collection[str]) -> None:
        """Each submission that is there once, in one order; OSError when there is no room."""
        self.close()
        self._told.clear()
        kept = [self._entries[name] for name in sorted(self._entries.keys() & set(there))]
        text = "".join(line for entry in kept for line in self._lines(entry))
        with contextlib.suppress(OSError):
            if self._path.read_bytes() == text.encode():
                return
        write_atomically(self._path, text)

    def _lines(self, entry: Entry) -> Iterator[str]:
        """The entry's line, before it those of what it shares with entries that are to come."""
        row = self._summarizer.row(entry.summary, self._number)
        used: set[Shared] = {q.outline for q in entry.summary.questions}
        used.add(entry.summary.layers)
        for number, shared in sorted((self._number(one), one) for one in used):
            if number not in self._told:
                self._told.add(number)
                yield _line([SHARED, number, shared_row(shared)])
        yield _line([ROW, FORMAT, entry.report, dict(entry.pages), entry.makers, row])

    def _number(self, shared: Shared) -> str:
        if shared not in self._numbers:
            number = _digest(_json(shared_row(shared)))
            self._numbers[shared] = number
            self._shared[number] = shared
        return self._numbers[shared]

    def _read(self, line: str) -> None:
        digest, _, text = line.rstrip("\n").partition(" ")
        if not text or digest != _digest(text):
            return
        # What this very program wrote is whole; another version's lines may say other things.
        with contextlib.suppress(LookupError, TypeError, ValueError, RecursionError):
            kind, *rest = json.loads(text)
            if kind == SHARED:
                self._number(self._summarizer.same(shared_of(rest[1])))
            elif rest[0] == FORMAT:
                report, pages, makers, row = rest[1:]
                summary = self._summarizer.summary(row, self._shared)
                entry = Entry(summary, report, pages, self._summarizer.same(makers))
                self._entries[summary.submission] = entry


def _line(content: list[Any]) -> str:
    text = _json(content)
    return f"{_digest(text)} {text}\n"


def _json(content: list[Any]) -> str:
    return json.dumps(content, separators=(",", ":"))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]
