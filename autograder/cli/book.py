"""The gradebook with the marks given by hand, and the files that they live in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.classroom.marks import (
    HISTORY,
    HISTORY_COLUMNS,
    MARKS,
    RECEIPTS,
    Mark,
    by_hand,
    changed,
    given,
    history_lines,
    marks_text,
    read_marks,
    receipts,
    updated,
)
from autograder.classroom.table import csv_of
from autograder.grading.store import write_atomically
from autograder.reports import gradebook
from autograder.reports.gradebook import Graded

GRADEBOOK = "gradebook.csv"


def write_book(out: Path, reports: Sequence[Graded], question_ids: Sequence[str]) -> None:
    """gradebook.csv, and beside it the receipts when there are marks; the gradebook last."""
    found = given(read_marks(out), reports)
    if found or (out / RECEIPTS).exists():
        write_atomically(out / RECEIPTS, receipts(reports, found))
    write_atomically(out / GRADEBOOK, gradebook.render(reports, question_ids, by_hand(found)))


def add_marks(out: Path, marks: Sequence[Mark]) -> list[Mark]:
    """Put marks into the folder's file and how they came there into its history; what was new."""
    old = read_marks(out)
    new = changed(old, marks)
    if new:
        path = out / HISTORY
        past = path.read_text(encoding="utf-8") if path.exists() else csv_of([HISTORY_COLUMNS])
        # The history first: a kill in between leaves a line too many, no mark without its story.
        write_atomically(path, past + history_lines(old, new))
        write_atomically(out / MARKS, marks_text(updated(old, new)))
    return new
