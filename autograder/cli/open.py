"""`autograder open`: a whole assignment as one notebook, in JupyterLab."""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import click

from autograder.authoring import find_assignment
from autograder.authoring.tools.desk_files import open_desk
from autograder.cli.main import repository


@click.command("open")
@click.argument("assignment")
@click.option("--no-browser", "--print", "only_write", is_flag=True, help="Write, start nothing.")
@click.option("--fresh", is_flag=True, help="Begin again; a notebook with edits is kept beside.")
@click.pass_context
def command(ctx: click.Context, assignment: str, only_write: bool, fresh: bool) -> None:
    """Open all of ASSIGNMENT as one notebook; `autograder save` brings edits to the sources."""
    root = repository(ctx)
    slug = find_assignment(root, assignment)
    path, done = open_desk(root, slug, fresh=fresh)
    click.echo(f"{path.relative_to(root)} {done}")
    click.echo(f"edit and save it, then: autograder save {slug}")
    if only_write:
        return
    if importlib.util.find_spec("jupyterlab") is None:
        click.echo("JupyterLab is not installed here: pip install jupyterlab, or open the file")
        return
    ended = subprocess.run([sys.executable, "-m", "jupyterlab", str(path)], check=False)
    raise SystemExit(ended.returncode)
