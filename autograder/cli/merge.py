"""`autograder merge`: results folders of shards → one, as if nobody had divided the class."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from autograder.classroom.marks import merged_marks, read_marks
from autograder.classroom.merging import merge, refuse_foreign
from autograder.classroom.results import REPORTS, read_results
from autograder.cli.arguments import PathArgument
from autograder.cli.book import add_marks, write_book
from autograder.cli.grade import summary
from autograder.cli.outputs import write_outputs
from autograder.grading.batch import exit_code
from autograder.grading.lock import results_folder
from autograder.grading.store import write_atomically
from autograder.model import Bundle, BundleQuestion, Limits, Report
from autograder.reports.gradebook import in_order


@click.command("merge")
@click.argument("folders", metavar="DIR...", nargs=-1, required=True, type=PathArgument())
@click.option("--out", type=PathArgument(), required=True, help="Where the whole goes.")
def command(folders: Sequence[Path], out: Path) -> None:
    """Make one results folder of those that `grade --shard` wrote."""
    merged = merge([read_results(folder) for folder in folders])
    marks = merged_marks(read_marks(folder) for folder in dict.fromkeys((*folders, out)))
    with results_folder(out, shared=False):
        if (out / REPORTS).is_dir():
            refuse_foreign(read_results(out), merged)
        (out / REPORTS).mkdir(parents=True, exist_ok=True)
        for name, (_, folder) in merged.items():
            # The report's own bytes: a later `grade` into the merged folder finds all done.
            text = (folder / REPORTS / f"{name}.json").read_text(encoding="utf-8")
            write_atomically(out / REPORTS / f"{name}.json", text)
        add_marks(out, marks)
        reports = in_order(report for report, _ in merged.values())
        bundle = _bundle_of(reports)
        write_outputs(out, bundle, reports)
        write_book(out, reports, [question.id for question in bundle.questions])
    click.echo(f"merged {len(folders)} folders, {len(reports)} submissions")
    for line in summary(bundle, reports, out):
        click.echo(line)
    raise SystemExit(exit_code(reports))


def _bundle_of(reports: Sequence[Report]) -> Bundle:
    """What pages and gradebook need of the bundle; the reports know it, wherever it was built."""
    first = reports[0]
    questions = tuple(
        BundleQuestion(q.id, q.title, q.possible, (), (), "", "") for q in first.questions
    )
    return Bundle(first.assignment, first.title, "", Limits(), questions, {})
