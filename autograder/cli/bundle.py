"""`autograder bundle --gradescope`: the autograder zip that is uploaded to Gradescope."""

from __future__ import annotations

from pathlib import Path

import click

import autograder
from autograder.authoring import bundle_path, find_assignment
from autograder.authoring.archive import zip_bytes
from autograder.authoring.digest import reference_files, tree
from autograder.classroom.gradescope import RUN, SETUP
from autograder.cli.arguments import PathArgument
from autograder.cli.bundles import ready_bundle
from autograder.cli.main import repository
from autograder.cli.pins import pinned
from autograder.errors import UsageError

ZIP = "gradescope.zip"
NO_FORMAT = (
    "found no platform to bundle for; wanted --gradescope; the bundle that `autograder grade` "
    "uses is made by: autograder build"
)


@click.command("bundle")
@click.argument("assignment")
@click.option("--gradescope", is_flag=True, help="For Gradescope: a programming assignment's zip.")
@click.option("--out", type=PathArgument(), help=f"The file; by default build/<slug>/{ZIP}.")
@click.pass_context
def command(ctx: click.Context, assignment: str, gradescope: bool, out: Path | None) -> None:
    """Pack ASSIGNMENT's bundle with this very engine, for a platform that grades itself."""
    if not gradescope:
        raise UsageError(NO_FORMAT)
    root = repository(ctx)
    slug = find_assignment(root, assignment)
    ready_bundle(root, slug)
    path = out or bundle_path(root, slug).with_name(ZIP)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zip_bytes(gradescope_members(root, slug)))
    click.echo(f"{slug}: {path} written ({path.stat().st_size / 1e6:.1f} MB)")


def gradescope_members(root: Path, slug: str) -> dict[str, bytes]:
    """Everything in the zip: scripts, pins, the bundle, the engine and the reference."""
    home = Path(autograder.__file__).parent
    engine = tree(home, home.parent) | reference_files(root)
    return {
        "setup.sh": SETUP.encode(),
        "run_autograder": RUN.encode(),
        "requirements.txt": "".join(f"{line}\n" for line in pinned()).encode(),
        "bundle.zip": bundle_path(root, slug).read_bytes(),
        **{f"engine/{name}": data for name, data in engine.items()},
    }
