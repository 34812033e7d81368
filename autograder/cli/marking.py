"""`autograder marking`: written answers without names beside the rubric; marks come back."""

from __future__ import annotations

import getpass
import json
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from autograder.authoring import find_assignment, load_assignment
from autograder.authoring.notebook import WRITTEN_PLACEHOLDER
from autograder.classroom.marking import (
    FOLDER,
    KEY,
    PAGE,
    SEED,
    SHEET,
    Handed,
    entries,
    imported,
    key_text,
    read_sheet,
    sheet_text,
)
from autograder.classroom.marking_page import marking_page
from autograder.classroom.marks import HISTORY, MARKS
from autograder.classroom.results import REPORTS, read_results
from autograder.classroom.written import Answer, cells_of, written_answer
from autograder.cli.arguments import PathArgument
from autograder.cli.book import GRADEBOOK, add_marks, write_book
from autograder.cli.main import repository
from autograder.errors import UsageError
from autograder.grading.found import Reader, Unreadable
from autograder.grading.intake import find_submissions
from autograder.grading.notebook import read_notebook
from autograder.grading.store import write_atomically
from autograder.grading.text import decode
from autograder.model import Report, Written
from autograder.reports.text import counted

WANTED = (
    "found {found}; wanted ASSIGNMENT and SUBMISSIONS, or --import with the filled sheet; see: "
    "autograder marking --help"
)
NOT_ASKED = (
    "found no written question in {slug}; wanted one to mark; write "
    "solutions/{slug}/written/question.md and rubric.md, or name another assignment"
)
NO_NOTEBOOK = "a Python file, in which there is no written answer to read: look at it yourself"


@click.command("marking")
@click.argument("assignment", required=False)
@click.argument("submissions", type=PathArgument(), required=False)
@click.option("--out", type=PathArgument(), required=True, help="The folder of results.")
@click.option(
    "--import", "sheet", metavar="CSV", type=PathArgument(), help="Merge a filled sheet's marks."
)
@click.option("--by", metavar="NAME", help="Who marked; by default your name on this machine.")
@click.pass_context
def command(
    ctx: click.Context,
    assignment: str | None,
    submissions: Path | None,
    out: Path,
    sheet: Path | None,
    by: str | None,
) -> None:
    """Show the written answers of ASSIGNMENT in SUBMISSIONS, or import the marks for them."""
    if sheet:
        if submissions:
            raise UsageError(WANTED.format(found="both"))
        _import(ctx, sheet, out, by or getpass.getuser())
    elif assignment and submissions:
        _show(ctx, assignment, submissions, out / FOLDER)
    else:
        raise UsageError(WANTED.format(found="one argument" if assignment else "nothing to do"))


def _show(ctx: click.Context, name: str, submissions: Path, out: Path) -> None:
    root = repository(ctx)
    slug = find_assignment(root, name)
    loaded = load_assignment(root, slug)
    if loaded.written is None:
        raise UsageError(NOT_ASKED.format(slug=slug))
    handed = list(_handed(submissions, loaded.written))
    out.mkdir(parents=True, exist_ok=True)
    made = entries(handed, _seed(out / SEED), loaded.written.marks)
    filled = read_sheet(out / SHEET) if (out / SHEET).exists() else []
    write_atomically(out / KEY, key_text(made))
    write_atomically(out / SHEET, sheet_text(made, filled))
    write_atomically(out / PAGE, marking_page(loaded.title, loaded.written, made))
    silent = [entry for entry in made if not entry.token]
    click.echo(f"{slug}: {counted(len(made) - len(silent), 'answer')} to mark")
    for entry in silent:
        click.echo(f"  nothing to mark: {entry.submission}: {entry.remark}")
    click.echo(f"read:  {out / PAGE}\nfill:  {out / SHEET}")
    click.echo(f"staff: {out / KEY} says who is who; keep it from whoever marks")


def _handed(submissions: Path, written: Written) -> Iterator[Handed]:
    with Reader() as reader:
        for found in find_submissions(submissions):
            try:
                answer = _answer(reader.read(found), found.filename, written)
            except Unreadable as reason:
                answer = Answer(reason=str(reason))
            yield Handed(found.student, found.id, answer)


def _answer(data: bytes, filename: str, written: Written) -> Answer:
    text, _ = decode(data)
    if not text.lstrip().startswith(("{", "[")) and filename.lower().endswith(".py"):
        raise Unreadable(NO_NOTEBOOK)
    read_notebook(text)  # refuses in the words that the student's feedback uses
    document, _ = json.JSONDecoder(strict=False).raw_decode(text.lstrip())
    return written_answer(cells_of(document), written.prompt, WRITTEN_PLACEHOLDER)


def _seed(path: Path) -> str:
    """Made once: with it the order and the tokens are the same next time."""
    if not path.exists():
        write_atomically(path, secrets.token_hex(16) + "\n")
    return path.read_text(encoding="utf-8").strip()


def _import(ctx: click.Context, sheet: Path, out: Path, by: str) -> None:
    reports = list(read_results(out).reports.values()) if (out / REPORTS).is_dir() else []
    when = datetime.now(UTC).isoformat(timespec="seconds")
    key = out / FOLDER / KEY
    marks, unmarked = imported(sheet, key, reports, _of(ctx, reports), by=by, when=when)
    new = add_marks(out, marks)
    same = f", {len(marks) - len(new)} as they were" if len(new) < len(marks) else ""
    rest = f", {unmarked} not marked yet" if unmarked else ""
    click.echo(f"{counted(len(new), 'mark')} imported{same}{rest}")
    click.echo(f"marks:     {out / MARKS} (history: {out / HISTORY})")
    if reports:
        write_book(out, reports, [question.id for question in reports[0].questions])
        click.echo(f"gradebook: {out / GRADEBOOK}")
    else:
        click.echo(f"{out} holds no results yet: `autograder grade … --out {out}` takes the marks")


def _of(ctx: click.Context, reports: list[Report]) -> float:
    """How many marks the written question of the graded assignment has; 0 when nobody knows."""
    if not reports:
        return 0
    written = load_assignment(repository(ctx), reports[0].assignment).written
    return written.marks if written else 0
