"""`autograder save`: what was edited in the notebook goes to the question folders."""

from __future__ import annotations

import click

from autograder.authoring import find_assignment, load_assignment
from autograder.authoring.tools.desk_files import save_desk
from autograder.cli.main import repository
from autograder.errors import AuthorError


@click.command("save")
@click.argument("assignment")
@click.pass_context
def command(ctx: click.Context, assignment: str) -> None:
    """Bring the edits made after `autograder open ASSIGNMENT` to its sources."""
    root = repository(ctx)
    slug = find_assignment(root, assignment)
    for path in (written := save_desk(root, slug)):
        click.echo(f"{path.relative_to(root)} written")
    if not written:
        click.echo(f"{slug}: nothing to save, the sources say the same")
    try:
        load_assignment(root, slug)
    except AuthorError as error:  # the edits are saved; what build will say is said now
        click.echo(f"saved, and not finished yet:\n{error}", err=True)
