"""`autograder student-kit`: the folder or zip to publish, proved to hold nothing of the staff's."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.authoring.tools.kit import make_kit, write_folder, write_zip
from autograder.cli.arguments import PathArgument
from autograder.cli.main import repository
from autograder.errors import UsageError

DEFAULT = "build/student_kit.zip"


@click.command("student-kit")
@click.argument("assignments", metavar="[ASSIGNMENT]...", nargs=-1)
@click.option(
    "--out",
    type=PathArgument(),
    metavar="DIR|FILE.zip",
    help=f"Where it goes; by default {DEFAULT}. A git working copy may be named.",
)
@click.pass_context
def command(ctx: click.Context, assignments: tuple[str, ...], out: Path | None) -> None:
    """Make what students receive: notebooks (all, or those named), README, start notebook."""
    root = repository(ctx)
    place = out or root / DEFAULT
    for name in ("solutions", "assignments"):
        if place.resolve().is_relative_to(root / name):
            raise UsageError(
                f"found {place}, which lies in {name}/; wanted a place outside; name another"
            )
    kit = make_kit(root, assignments)
    if place.suffix.lower() == ".zip":
        write_zip(kit, place)
    else:
        write_folder(kit, place)
    notebooks = sum(name.endswith(".ipynb") for name in kit.files)
    click.echo(f"{place}: {len(kit.files)} files, {notebooks} of them notebooks")
    click.echo(
        f"searched for {kit.secret_lines} lines of solutions, hidden checks, attempts and rubrics "
        f"and for {kit.secret_names} names: none is in it"
    )
