"""`autograder merge`: results folders of shards → one, as if nobody had divided the class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from autograder.classroom.marks import merged_marks, read_marks
from autograder.classroom.merging import merge, refuse_foreign
from autograder.classroom.results import REPORTS, read_results
from autograder.cli.arguments import PathArgument
from autograder.cli.book import add_marks
from autograder.cli.grade import summary
from autograder.cli.outputs import write_outputs
from autograder.grading.batch import exit_code
from autograder.grading.lock import results_folder
from autograder.grading.records import Records
from autograder.grading.store import file_digest, write_atomically
from autograder.model import Bundle, BundleQuestion, Limits, Report
from autograder.model.summary import Summary
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
        add_marks(out, marks)
        first, _ = next(iter(merged.values()))
        bundle = _bundle_of(first)
        summaries = _written(merged, out, bundle)
        write_outputs(out, bundle, summaries)
    click.echo(f"merged {len(folders)} folders, {len(summaries)} submissions")
    for line in summary(bundle, summaries, out):
        click.echo(line)
    raise SystemExit(exit_code(summaries))


def _written(merged: Mapping[str, tuple[Report, Path]], out: Path, bundle: Bundle) -> list[Summary]:
    """Every report and its pages, as `grade` would have left them."""
    found = []
    with Records(out, bundle) as records:
        for name, (report, folder) in merged.items():
            # The report's own bytes: a later `grade` into the merged folder finds all done.
            data = (folder / REPORTS / f"{name}.json").read_bytes()
            write_atomically(out / REPORTS / f"{name}.json", data.decode())
            found.append(records.publish(report, file_digest(data)))
    return in_order(found)


def _bundle_of(first: Report) -> Bundle:
    """What pages and gradebook need of the bundle; the reports know it, wherever it was built."""
    questions = tuple(
        BundleQuestion(q.id, q.title, q.possible, (), (), "", "") for q in first.questions
    )
    return Bundle(first.assignment, first.title, "", Limits(), questions, {})
