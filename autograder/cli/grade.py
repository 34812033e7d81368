"""`autograder grade`: a folder of submissions → gradebook, reports, feedback, class page."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from threading import Thread

import click

from autograder.authoring import find_assignment
from autograder.authoring.installed import installed_digest
from autograder.classroom.marks import read_marks
from autograder.classroom.roster import Person, match, read_roster, roster_lines, roster_lists
from autograder.cli.arguments import PathArgument
from autograder.cli.bundles import ready_bundle
from autograder.cli.main import repository
from autograder.cli.outputs import write_outputs
from autograder.cli.progress import telling
from autograder.errors import UsageError
from autograder.grading.batch import exit_code, grade_all
from autograder.grading.cluster import cluster_executor
from autograder.grading.crew import MakeExecutor
from autograder.grading.found import Found
from autograder.grading.intake import find_submissions, in_shard, parse_shard
from autograder.grading.lock import results_folder
from autograder.grading.pool import process_pool
from autograder.model import Bundle, Status
from autograder.model.summary import Summary
from autograder.reports.text import number
from autograder.validity.remembered import surroundings

WEAK = "Graded with a weak sandbox: a confinement layer was missing. See: autograder doctor"
OWN_WORKERS = (
    "found both --workers and --cluster; wanted one of them: a cluster's workers are as many as "
    "were started; leave --workers out"
)
PART = (
    "This is part {part}. When all parts are done, run the same command without --shard: it grades "
    "nothing again and writes the whole gradebook. Parts in folders of their own become one with: "
    "autograder merge DIR... --out DIR"
)


@click.command("grade")
@click.argument("assignment")
@click.argument("submissions", type=PathArgument())
@click.option("--out", type=PathArgument(), required=True, help="Where results go.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes; by default one a core.")
@click.option("--cluster", metavar="ADDRESS", help="Grade on a Dask scheduler's workers.")
@click.option("--roster", type=PathArgument(), help="Who is in the course (CSV).")
@click.option("--shard", metavar="I/N", help="Grade the I-th of N parts only.")
@click.option("--fresh", is_flag=True, help="Grade again what has been graded before.")
@click.option(
    "--allow-weak-sandbox", is_flag=True, help="Grade even where a confinement layer is missing."
)
@click.pass_context
def command(
    ctx: click.Context,
    assignment: str,
    submissions: Path,
    out: Path,
    workers: int | None,
    cluster: str | None,
    roster: Path | None,
    shard: str | None,
    fresh: bool,
    allow_weak_sandbox: bool,
) -> None:
    """Grade the notebooks in SUBMISSIONS (a folder or a platform's zip) for ASSIGNMENT."""
    if cluster and workers:
        raise UsageError(OWN_WORKERS)
    root = repository(ctx)
    slug = find_assignment(root, assignment)
    people = read_roster(roster) if roster else ()
    read_marks(out)  # one that a hand broke is told before the class is graded
    found = find_submissions(submissions)
    if shard:
        found = in_shard(found, parse_shard(shard))
    bundle = ready_bundle(root, slug)
    summaries = grade_found(
        bundle,
        found,
        out,
        workers=workers,
        fresh=fresh,
        allow_weak=allow_weak_sandbox,
        around=surroundings(root),
        part=bool(shard),
        make_executor=(
            cluster_executor(cluster, installed_digest, allow_weak=allow_weak_sandbox)
            if cluster
            else process_pool
        ),
        people=() if shard else people,
    )
    if shard:
        click.echo(PART.format(part=shard))
    raise SystemExit(exit_code(summaries))


def grade_found(
    bundle: Bundle,
    found: Sequence[Found],
    out: Path,
    *,
    workers: int | None = None,
    fresh: bool = False,
    allow_weak: bool = False,
    around: str = "",
    part: bool = False,
    make_executor: MakeExecutor = process_pool,
    people: Sequence[Person] = (),
) -> list[Summary]:
    """Grade everything that was found, write all results, say where they are.

    `around`: a digest of what the bundle does not tell apart; with it, an earlier report is reused
    question by question.
    """
    # Pages need it; the first result need not wait for it while workers start.
    Thread(target=import_module, args=("jinja2",), daemon=True).start()
    with results_folder(out, shared=part):
        with telling(len(found)) as tell:
            summaries = grade_all(
                bundle,
                found,
                out,
                workers=max(1, min(workers or os.cpu_count() or 1, len(found))),
                fresh=fresh,
                allow_weak=allow_weak,
                around=around,
                shared=part,
                tell=tell,
                make_executor=make_executor,
            )
        matched = match((summary.student for summary in summaries), people) if people else None
        write_outputs(out, bundle, summaries, roster_lists(matched) if matched else ())
    for line in summary(bundle, summaries, out):
        click.echo(line)
    for line in roster_lines(matched) if matched else ():
        click.echo(line)
    return summaries


def summary(bundle: Bundle, summaries: Sequence[Summary], out: Path) -> list[str]:
    """What a TA wants to know first: how many of each status, the mean, where to look."""
    counts = {status: sum(s.status is status for s in summaries) for status in Status}
    said = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    said = said or "no submission in this part"
    scores = [summary.score for summary in summaries if summary.score is not None]
    mean = (
        f"; mean score {number(sum(scores) / len(scores), 3)} of {number(bundle.possible)}"
        if scores
        else ""
    )
    lines = [f"{bundle.slug}: {said}{mean}"]
    if any(summary.weak_sandbox for summary in summaries):
        lines.append(WEAK)
    lines.append(f"gradebook: {out / 'gradebook.csv'}")
    lines.append(f"class:     {out / 'index.html'}")
    lines.append(f"feedback:  {out / 'feedback'}/")
    return lines
