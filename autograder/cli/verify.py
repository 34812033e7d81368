"""`autograder verify`: each check against solution, blank, accepted and rejected attempts."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from autograder.authoring import (
    build,
    bundle_is_stale,
    bundle_path,
    current_bundle,
    find_assignment,
    known_assignments,
    load_assignment,
)
from autograder.authoring.built import read_from
from autograder.cli.main import repository
from autograder.grading.batch import grade_submissions
from autograder.grading.pool import end_processes
from autograder.model import Assignment, Bundle
from autograder.validity.confusions import FILE as CONFUSION_FILE
from autograder.validity.confusions import Confusion, confusions, table_keys
from autograder.validity.remembered import FILE, remembering, surroundings
from autograder.validity.verify import Proof, verify


@click.command("verify")
@click.argument("assignments", metavar="[ASSIGNMENT]...", nargs=-1)
@click.option("--workers", type=click.IntRange(min=1), help="Processes; by default one a core.")
@click.option("--fresh", is_flag=True, help="Run everything again, whatever earlier runs found.")
@click.pass_context
def command(
    ctx: click.Context, assignments: tuple[str, ...], workers: int | None, fresh: bool
) -> None:
    """Prove the checks: right answers earn full marks, wrong ones lose points."""
    root = repository(ctx)
    processes = workers or os.cpu_count() or 1
    proofs: list[Proof] = []
    told: list[Confusion] = []
    findings: list[str] = []
    # The confusion tables have one job a question, some of them long: they fill what is left idle.
    with _beside() as beside:
        for proof, lines in _prove(root, assignments, processes, beside, fresh=fresh):
            proofs.append(proof)
            told += lines
            unclear = [finding for line in lines for finding in line.findings]
            findings += [f"{proof.slug}: {finding}" for finding in (*proof.all_findings, *unclear)]
            _store(root, proof)
            Console().print(_table(proof, lines))
    for finding in findings:
        click.echo(finding)
    click.echo(_named(told))
    click.echo(_totals(proofs, len(findings)))
    if findings:
        raise SystemExit(1)


@contextmanager
def _beside() -> Iterator[ThreadPoolExecutor]:
    """A thread for the tables; what ends the command early ends it as well."""
    with ThreadPoolExecutor(1) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            end_processes()
            raise


def _prove(
    root: Path, names: Sequence[str], processes: int, beside: ThreadPoolExecutor, *, fresh: bool
) -> Iterator[tuple[Proof, tuple[Confusion, ...]]]:
    """Each assignment's proof and confusion table, in order."""
    around = surroundings(root)
    # Without a job it starts no worker, whose imports would be most of the time.
    grade = partial(grade_submissions, workers=processes)
    waiting: deque[tuple[Proof, Future[tuple[Confusion, ...]]]] = deque()
    for name in names or known_assignments(root):
        source = read_from(root, find_assignment(root, name))
        assignment = load_assignment(root, name)
        memory = bundle_path(root, assignment.slug).with_name(FILE)
        table = memory.with_name(CONFUSION_FILE)
        if fresh:
            memory.unlink(missing_ok=True)
            table.unlink(missing_ok=True)
        bundle = _fresh_bundle(root, assignment, source, fresh=fresh)
        keys = table_keys(bundle, around)
        lines = beside.submit(confusions, bundle, table, around, processes, keys)
        waiting.append((verify(assignment, bundle, remembering(grade, memory, around)), lines))
        while waiting and waiting[0][1].done():
            yield waiting[0][0], waiting.popleft()[1].result()
    for proof, lines in waiting:
        yield proof, lines.result()


def _fresh_bundle(root: Path, assignment: Assignment, source: str, *, fresh: bool) -> Bundle:
    """Verify proves what the sources say now, so a bundle that is older is made again."""
    if bundle_is_stale(root, assignment.slug):
        build(assignment, root, source=source, fresh=fresh)
    return current_bundle(root, assignment.slug)


def _store(root: Path, proof: Proof) -> None:
    path = bundle_path(root, proof.slug).with_name("verification.json")
    path.write_text(json.dumps(asdict(proof), indent=1, ensure_ascii=False) + "\n")


def _table(proof: Proof, told: Sequence[Confusion]) -> Table:
    table = Table(title=proof.slug, title_justify="left", padding=0)
    table.add_column("question", no_wrap=True)
    for name in ("public", "hidden", "accepted", "mutants", "caught", "named", "findings"):
        table.add_column(name, justify="right")
    for q, line in zip(proof.questions, told, strict=True):
        named, found = line.own + line.twins, len(q.findings) + len(line.findings)
        numbers = (q.public, q.hidden, q.accepted, q.mutants, q.caught, named, found)
        table.add_row(q.question, *(str(number) for number in numbers))
    return table


def _named(told: Sequence[Confusion]) -> str:
    """What a student with one of the stored wrong answers would be told."""
    return (
        f"told in feedback: {sum(line.own for line in told)} wrong answers by their own name, "
        f"{sum(line.twins for line in told)} by a twin's, "
        f"{sum(line.undiagnosable for line in told)} marked undiagnosable"
    )


def _totals(proofs: list[Proof], findings: int) -> str:
    questions = [question for proof in proofs for question in proof.questions]
    checks = sum(q.public + q.hidden for q in questions)
    return (
        f"{len(proofs)} assignments, {len(questions)} questions, {checks} checks: "
        f"{sum(q.accepted for q in questions)} right answers accepted, "
        f"{sum(q.caught for q in questions)} of {sum(q.mutants for q in questions)} "
        f"wrong answers caught, {findings} findings"
    )
