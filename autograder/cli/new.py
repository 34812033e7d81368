"""`autograder new`: an assignment, a question or a mutant to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.authoring.tools.scaffold import (
    new_assignment,
    new_mutant,
    new_question,
    places_to_fill,
)
from autograder.cli.main import repository

points_option = click.option(
    "--points",
    type=click.FloatRange(min=0, min_open=True),
    default=4.0,
    show_default=True,
    help="The question's points.",
)


@click.group("new")
def command() -> None:
    """Begin an assignment, a question or a mutant: it builds at once and says what to fill in."""


@command.command("assignment")
@click.argument("slug")
@click.argument("question", required=False, default="")
@click.option("--title", default="", help="What students read above the introduction.")
@points_option
@click.pass_context
def assignment(ctx: click.Context, slug: str, question: str, title: str, points: float) -> None:
    """Write solutions/SLUG/ (like 08_layer_norm) with one QUESTION, by default named as SLUG."""
    root = repository(ctx)
    folder = new_assignment(root, slug, question, title, points)
    _say(folder, root, folder.name)


@command.command("question")
@click.argument("assignment", metavar="ASSIGNMENT")
@click.argument("name")
@points_option
@click.pass_context
def question(ctx: click.Context, assignment: str, name: str, points: float) -> None:
    """Write the question NAME of ASSIGNMENT and add it to [points]; NAME is its function's."""
    root = repository(ctx)
    folder = new_question(root, assignment, name, points)
    _say(folder, root, folder.parent.name)


@command.command("mutant")
@click.argument("place", metavar="ASSIGNMENT/QUESTION")
@click.argument("name")
@click.option("--caught-by", metavar="CHECK", multiple=True, help="Must fail; may be repeated.")
@click.pass_context
def mutant(ctx: click.Context, place: str, name: str, caught_by: tuple[str, ...]) -> None:
    """Write the mutant NAME, called after its misconception: a solution to make wrong."""
    root = repository(ctx)
    path = new_mutant(root, place, name, caught_by)
    _say(path, root, path.parents[2].name)


def _say(made: Path, root: Path, slug: str) -> None:
    places = places_to_fill(made, root)
    click.echo(f"{made.relative_to(root)} written; {len(places)} places to fill in:")
    for place in places:
        click.echo(f"  {place}")
    click.echo(f"then: autograder build {slug} && autograder verify {slug}")
