"""`autograder build`: sources to releases and bundles; `--check` says what is stale."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.authoring import build_named, check, known_assignments, load_assignment
from autograder.authoring.otter_assign import load_otter_assign
from autograder.authoring.start import build_start, check_start
from autograder.cli.main import repository
from autograder.errors import StaleError


@click.command("build")
@click.argument("assignments", metavar="[ASSIGNMENT]...", nargs=-1)
@click.option("--check", "check_only", is_flag=True, help="Write nothing; fail on any finding.")
@click.option("--fresh", is_flag=True, help="Make everything again, whatever earlier builds made.")
@click.pass_context
def command(
    ctx: click.Context, assignments: tuple[str, ...], check_only: bool, fresh: bool
) -> None:
    """Make the student versions and the bundles from solutions/ (all, or those named)."""
    root = repository(ctx)
    findings: list[str] = []
    for name in assignments or known_assignments(root):
        if check_only:
            assignment = load_assignment(root, name)
            found = check(assignment, root)
            findings += found
            click.echo(f"{assignment.slug}: {f'{len(found)} findings' if found else 'up to date'}")
            continue
        result = build_named(root, name, fresh=fresh)
        for path, written in ((result.notebook, result.changed), (result.bundle, result.made)):
            state = "written" if written else "unchanged"
            click.echo(f"{result.slug}: {path.relative_to(root)} {state}")
    if not assignments:
        findings += _start(root, check_only)
    if findings:
        raise StaleError("\n".join(findings))


def _start(root: Path, check_only: bool) -> list[str]:
    """The files at the top of assignments/; with `check_only` what is wrong with them."""
    load_otter_assign()
    if check_only:
        found = check_start(root)
        click.echo(f"start: {f'{len(found)} findings' if found else 'up to date'}")
        return found
    for path in build_start(root):
        click.echo(f"start: {path.relative_to(root)} written")
    return []
