"""`autograder build`: sources to releases and bundles; `--check` says what is stale."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.authoring import build, check, known_assignments, load_assignment
from autograder.authoring.start import build_start, check_start
from autograder.cli.main import repository
from autograder.errors import StaleError


@click.command("build")
@click.argument("assignments", metavar="[ASSIGNMENT]...", nargs=-1)
@click.option("--check", "check_only", is_flag=True, help="Write nothing; fail on any finding.")
@click.pass_context
def command(ctx: click.Context, assignments: tuple[str, ...], check_only: bool) -> None:
    """Make the student versions and the bundles from solutions/ (all, or those named)."""
    root = repository(ctx)
    findings: list[str] = []
    for name in assignments or known_assignments(root):
        assignment = load_assignment(root, name)
        if check_only:
            found = check(assignment, root)
            findings += found
            click.echo(f"{assignment.slug}: {f'{len(found)} findings' if found else 'up to date'}")
            continue
        result = build(assignment, root)
        state = "written" if result.changed else "unchanged"
        click.echo(f"{result.slug}: {result.notebook.relative_to(root)} {state}")
        click.echo(f"{result.slug}: {result.bundle.relative_to(root)} written")
    if not assignments:
        findings += _start(root, check_only)
    if findings:
        raise StaleError("\n".join(findings))


def _start(root: Path, check_only: bool) -> list[str]:
    """The files at the top of assignments/; with `check_only` what is wrong with them."""
    if check_only:
        found = check_start(root)
        click.echo(f"start: {f'{len(found)} findings' if found else 'up to date'}")
        return found
    for path in build_start(root):
        click.echo(f"start: {path.relative_to(root)} written")
    return []
