"""`autograder demo`: builds everything and grades a sample class made from the attempts."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from autograder.authoring import build, current_bundle, known_assignments, load_assignment
from autograder.cli.arguments import PathArgument
from autograder.cli.grade import grade_found
from autograder.cli.main import repository
from autograder.errors import UsageError
from autograder.grading.intake import find_submissions
from autograder.validity.sample_class import sample_class

MARKER = ".sample-class"
"""Says that a folder of submissions was made by demo and may be made again."""


@click.command("demo")
@click.option("--out", type=PathArgument(), help="Where it goes; by default build/demo.")
@click.pass_context
def command(ctx: click.Context, out: Path | None) -> None:
    """Build all assignments and grade a sample class: right, wrong, hostile, damaged notebooks."""
    root = repository(ctx)
    folder = out or _shown(root / "build" / "demo")
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            f"found a file at {folder}; wanted a folder for the sample class; "
            "name another with --out"
        )
    submissions = folder / "submissions"
    _refuse_others(submissions)
    for name in known_assignments(root):
        assignment = load_assignment(root, name)
        result = build(assignment, root)
        click.echo(f"{result.slug}: built {result.notebook.relative_to(root)}")
    first = load_assignment(root, known_assignments(root)[0])
    _write(submissions, sample_class(first))
    bundle = current_bundle(root, first.slug)
    grade_found(bundle, find_submissions(submissions), folder / first.slug)


def _refuse_others(folder: Path) -> None:
    """Nothing is deleted that was not made here."""
    if folder.exists() and not (folder / MARKER).exists():
        raise UsageError(
            f"found {folder}, which is no sample class; wanted a place for one; "
            "name another with --out"
        )


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """The sample class, and nothing else: a rest of an earlier one would get rows too."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / MARKER).touch()
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _shown(path: Path) -> Path:
    """Relative to where the user stands, if it lies below."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
