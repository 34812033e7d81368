"""Marking without names: every answer has a token, in a random order that is the same next time.

A token is made of a secret seed, the submission and the answer's text. So an answer that changed
has another one, and marks for the old text cannot land on the new.
"""

from __future__ import annotations

import base64
import hmac
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.classroom.marks import Mark, parse_marks
from autograder.classroom.table import Line, csv_of, read_table
from autograder.classroom.written import Answer
from autograder.errors import UsageError
from autograder.model import Report
from autograder.reports.gradebook import WRITTEN
from autograder.reports.text import number

FOLDER, PAGE, SHEET, KEY, SEED = "marking", "answers.html", "to_fill.csv", "key.csv", "seed.txt"
SHEET_COLUMNS = ("token", "marks", "comment")
KEY_COLUMNS = ("token", "student", "submission", "of", "remark")
TOKEN_LETTERS = 8
WHAT, WHAT_KEY = "sheet of marks", "key of tokens"

WRONG = "found {found} in line {line} of {path}; wanted {wanted}; {advice}"
NO_KEY = (
    "found tokens in {path} and no {key}; wanted the key that `autograder marking` wrote; name its "
    "folder with --out"
)


@dataclass(frozen=True)
class Handed:
    """What one submission says to the written question."""

    student: str
    submission: str
    answer: Answer


@dataclass(frozen=True)
class Entry:
    """One answer to mark; `remark` says why there is nothing to mark, and then it has no token."""

    token: str
    student: str
    submission: str
    of: float
    answer: Answer

    @property
    def remark(self) -> str:
        return self.answer.reason


def entries(handed: Sequence[Handed], seed: str, of: float) -> list[Entry]:
    """In the order of the page; those with nothing to mark last. One token an answer."""
    made = [
        Entry("" if h.answer.reason else _token(h, seed), h.student, h.submission, of, h.answer)
        for h in handed
    ]
    return sorted(made, key=lambda entry: (not entry.token, entry.token, entry.submission))


def key_text(made: Sequence[Entry]) -> str:
    """Who has which token: for staff, and away from whoever marks."""
    rows = [[e.token, e.student, e.submission, number(e.of), e.remark] for e in made]
    return csv_of([KEY_COLUMNS, *rows])


def sheet_text(made: Sequence[Entry], filled: Sequence[Line]) -> str:
    """The sheet to fill. What was filled before stays, that of tokens that are gone at the end."""
    before = {line["token"]: line for line in filled}
    tokens = dict.fromkeys(entry.token for entry in made if entry.token)
    gone = [name for name, line in before.items() if name not in tokens and line["marks"]]
    rows = []
    for token in (*tokens, *gone):
        line = before.get(token)
        rows.append([token, line["marks"] if line else "", line["comment"] if line else ""])
    return csv_of([SHEET_COLUMNS, *rows])


def read_sheet(path: Path) -> list[Line]:
    """The filled sheet, or a list of marks by student and question."""
    return read_table(path, WHAT, wanted=[["token", "student"], ["marks"]])


def read_key(path: Path) -> dict[str, Line]:
    """Token → the key's line."""
    return {line["token"]: line for line in read_table(path, WHAT_KEY, wanted=[["token"]])}


class Importer:
    """Turns lines into marks, and collects what is wrong with them: all of it, not the first."""

    def __init__(
        self,
        path: Path,
        by: str,
        when: str,
        key: Mapping[str, Line],
        reports: Iterable[Report],
        of: float,
    ) -> None:
        """`of` is how many marks the written question has."""
        self.marks: list[Mark] = []
        self.wrong: list[str] = []
        self.unmarked = 0
        self._path, self._by, self._when = path, by, when
        self._key, self._of = key, of
        self._handed_in = Counter(line["student"] for line in key.values())
        self._reports: dict[str, list[Report]] = {}
        for report in reports:
            self._reports.setdefault(report.student, []).append(report)
        self._seen: dict[tuple[str, str, str], int] = {}

    def add(self, line: Line) -> None:
        """One line."""
        if not line["token"] and not line["student"]:
            self._refuse(line, "no token", "one on every line", "mend the line")
            return
        if not line["marks"]:
            self.unmarked += 1
            return
        where = self._where(line)
        if where is None:
            return
        student, submission, question, most = where
        marks = parse_marks(line["marks"])
        if marks is None or not 0 <= marks <= most:
            found = f"{line['marks']!r} marks"
            self._refuse(line, found, f"a number from 0 to {number(most)}", "mend the line")
            return
        first = self._seen.setdefault((student, submission, question), line.number)
        if first != line.number:
            whose = line["token"] or f"{student}, {question}"
            self._refuse(line, f"{whose} again, as in line {first}", "it once", "remove one")
            return
        who = line["by"] or self._by
        self.marks.append(
            Mark(student, submission, question, marks, who, self._when, line["comment"])
        )

    def _where(self, line: Line) -> tuple[str, str, str, float] | None:
        """Student, submission, question and the most there is for it."""
        if token := line["token"]:
            if token not in self._key:
                advice = "the answer may have changed: mark it on the new page"
                self._refuse(line, f"the token {token!r}", "one of the key's", advice)
                return None
            entry = self._key[token]
            several = self._handed_in[entry["student"]] > 1
            submission = entry["submission"] if several else ""
            return entry["student"], submission, WRITTEN, parse_marks(entry["of"]) or 0.0
        student, question = line["student"], line["question"] or WRITTEN
        theirs = self._reports.get(student, [])
        if line["submission"]:
            theirs = [report for report in theirs if report.submission == line["submission"]]
        if not theirs:
            found = f"the student {student!r}" + (
                f" with the submission {line['submission']!r}" if line["submission"] else ""
            )
            self._refuse(line, found, "one of the gradebook's", "write it as the gradebook does")
            return None
        worth = {q.id: q.possible for q in theirs[0].questions} | (
            {WRITTEN: self._of} if self._of else {}
        )
        if question not in worth:
            names = ", ".join(worth)
            self._refuse(line, f"the question {question!r}", f"one of {names}", "mend the line")
            return None
        return student, line["submission"], question, worth[question]

    def _refuse(self, line: Line, found: str, wanted: str, advice: str) -> None:
        said = {"found": found, "line": line.number, "wanted": wanted, "advice": advice}
        self.wrong.append(WRONG.format(**said, path=self._path))


def imported(
    path: Path, key_path: Path, reports: Sequence[Report], of: float, *, by: str, when: str
) -> tuple[list[Mark], int]:
    """The sheet's marks, and how many lines have none yet; UsageError, a line for each fault."""
    lines = read_sheet(path)
    key: dict[str, Line] = {}
    if any(line["token"] for line in lines):
        if not key_path.exists():
            raise UsageError(NO_KEY.format(path=path, key=key_path))
        key = read_key(key_path)
    importer = Importer(path, by, when, key, reports, of)
    for line in lines:
        importer.add(line)
    if importer.wrong:
        raise UsageError("\n".join(importer.wrong))
    return importer.marks, importer.unmarked


def _token(handed: Handed, seed: str) -> str:
    text = "\0".join((handed.submission, handed.student, handed.answer.text))
    pictures = "\0".join(sorted(map(str, handed.answer.attachments.items())))
    message = f"{text}\0{pictures}".encode("utf-8", "surrogatepass")
    digest = hmac.digest(seed.encode(), message, "sha256")
    return base64.b32encode(digest).decode()[:TOKEN_LETTERS]
