"""`autograder export`: the gradebook as Canvas, Moodle or a spreadsheet takes it."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.classroom import lms
from autograder.classroom.results import REPORTS, read_results
from autograder.classroom.roster import read_roster
from autograder.cli.arguments import PathArgument
from autograder.errors import UsageError
from autograder.grading.store import write_atomically
from autograder.reports.text import counted

NO_NAME = (
    "found no name for the column of scores; wanted the assignment's on the platform; "
    "name it with --assignment"
)


@click.command("export")
@click.argument("platform", type=click.Choice(["canvas", "moodle", "csv"]))
@click.argument("results", metavar="DIR", type=PathArgument())
@click.option("--roster", type=PathArgument(), required=True, help="Who is in the course (CSV).")
@click.option("--out", type=PathArgument(), required=True, help="The file to write.")
@click.option(
    "--assignment", help="The column's name, for Canvas `Name (id)`; by default the title."
)
def command(platform: str, results: Path, roster: Path, out: Path, assignment: str | None) -> None:
    """Write the scores in DIR (a results folder, or a gradebook's file) for a platform."""
    found = lms.course(lms.read_gradebook(results), read_roster(roster))
    for line in found.told:
        click.echo(line, err=True)
    if not found.scored:
        raise UsageError(lms.NOTHING)
    if platform == "csv":
        text = lms.plain(found)
    else:
        name = assignment or _title(results)
        text = lms.canvas(found, name) if platform == "canvas" else lms.moodle(found, name)
    write_atomically(out, text)
    rest = f", {len(found.others)} of the roster without one" if found.others else ""
    click.echo(f"{out}: {counted(len(found.scored), 'score')}{rest}")
    raise SystemExit(int(bool(found.told)))


def _title(results: Path) -> str:
    """The assignment's title, from any report; a gradebook's file alone does not know it."""
    if (results / REPORTS).is_dir():
        for report in read_results(results).reports.values():
            return report.title
    raise UsageError(NO_NAME)
