"""`autograder verify`: each check against solution, blank, accepted and rejected attempts."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from autograder.authoring import (
    build,
    bundle_is_stale,
    bundle_path,
    current_bundle,
    known_assignments,
    load_assignment,
)
from autograder.cli.main import repository
from autograder.grading.batch import grade_submissions
from autograder.model import Assignment, Bundle
from autograder.validity.verify import Proof, verify


@click.command("verify")
@click.argument("assignments", metavar="[ASSIGNMENT]...", nargs=-1)
@click.option("--workers", type=click.IntRange(min=1), help="Processes; by default one a core.")
@click.pass_context
def command(ctx: click.Context, assignments: tuple[str, ...], workers: int | None) -> None:
    """Prove the checks: right answers earn full marks, wrong ones lose points."""
    root = repository(ctx)
    processes = workers or os.cpu_count() or 1
    proofs = []
    for name in assignments or known_assignments(root):
        assignment = load_assignment(root, name)
        proof = verify(
            assignment,
            _fresh_bundle(root, assignment),
            lambda bundle, jobs: grade_submissions(bundle, jobs, workers=processes),
        )
        proofs.append(proof)
        _store(root, proof)
        Console().print(_table(proof))
    findings = [f"{proof.slug}: {finding}" for proof in proofs for finding in proof.all_findings]
    for finding in findings:
        click.echo(finding)
    click.echo(_totals(proofs, len(findings)))
    if findings:
        raise SystemExit(1)


def _fresh_bundle(root: Path, assignment: Assignment) -> Bundle:
    """Verify proves what the sources say now, so a bundle that is older is made again."""
    if bundle_is_stale(root, assignment.slug):
        build(assignment, root)
    return current_bundle(root, assignment.slug)


def _store(root: Path, proof: Proof) -> None:
    path = bundle_path(root, proof.slug).with_name("verification.json")
    path.write_text(json.dumps(asdict(proof), indent=1, ensure_ascii=False) + "\n")


def _table(proof: Proof) -> Table:
    table = Table(title=proof.slug, title_justify="left")
    table.add_column("question")
    for name in ("public", "hidden", "accepted", "mutants", "caught", "findings"):
        table.add_column(name, justify="right")
    for q in proof.questions:
        numbers = (q.public, q.hidden, q.accepted, q.mutants, q.caught, len(q.findings))
        table.add_row(q.question, *(str(number) for number in numbers))
    return table


def _totals(proofs: list[Proof], findings: int) -> str:
    questions = [question for proof in proofs for question in proof.questions]
    checks = sum(q.public + q.hidden for q in questions)
    return (
        f"{len(proofs)} assignments, {len(questions)} questions, {checks} checks: "
        f"{sum(q.accepted for q in questions)} right answers accepted, "
        f"{sum(q.caught for q in questions)} of {sum(q.mutants for q in questions)} "
        f"wrong answers caught, {findings} findings"
    )
