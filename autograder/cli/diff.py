"""`autograder diff`: two gradings of one class: who moved, through which check, and why."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.classroom.marks import given, read_marks
from autograder.classroom.never_lower import never_lower
from autograder.classroom.regrade import compare
from autograder.classroom.regrade_tables import as_csv, summary, table_rows
from autograder.classroom.results import one_assignment, read_results
from autograder.cli.arguments import PathArgument
from autograder.grading.store import write_atomically

NEVER_LOWER, NEVER_LOWER_RECEIPTS = "never_lower.csv", "never_lower_receipts.csv"
WIDTH = 110


@click.command("diff")
@click.argument("old", type=PathArgument())
@click.argument("new", type=PathArgument())
@click.option("--csv", "csv_file", metavar="FILE", type=PathArgument(), help="Also as CSV.")
@click.option(
    "--never-lower",
    "keep",
    is_flag=True,
    help=f"Also write NEW/{NEVER_LOWER}: the gradebook, per question the better of the two.",
)
def command(old: Path, new: Path, csv_file: Path | None, keep: bool) -> None:
    """Say who moved between the results in OLD and in NEW, by how much, and why."""
    before, after = read_results(old), read_results(new)
    one_assignment([before, after])
    was = given(read_marks(old), before.reports.values())
    marks = given(read_marks(new), after.reports.values())
    comparison = compare(before.reports, after.reports, was, marks)
    kept = never_lower(comparison, was, marks) if keep else None
    table = Table(box=None, pad_edge=False)
    for name in ("student", "before", "after", "change", "through what, and why"):
        right = name in {"before", "after", "change"}
        table.add_column(name, justify="right" if right else "left", no_wrap=right)
    for row in table_rows(comparison):
        table.add_row(*map(Text, row))  # students' names are no markup
    if table.rows:
        console = Console(highlight=False)
        Console(width=None if console.is_terminal else WIDTH, highlight=False).print(table)
    click.echo(summary(comparison))
    if csv_file:
        write_atomically(csv_file, as_csv(comparison))
        click.echo(f"all changes: {csv_file}")
    if kept:
        write_atomically(new / NEVER_LOWER_RECEIPTS, kept.receipts)
        write_atomically(new / NEVER_LOWER, kept.gradebook)
        click.echo(f"never lower: {new / NEVER_LOWER}, {kept.submissions} kept an older result")
        click.echo(f"receipts:    {new / NEVER_LOWER_RECEIPTS}")
