"""`autograder`: finds the repository, calls the command, turns errors into one line."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import click

from autograder import __version__
from autograder.errors import AutograderError, UsageError

COMMANDS = ("build", "verify", "grade", "demo", "doctor")


class LazyGroup(click.Group):
    """Loads a command's module when it is called: `grade` need not wait for `build`'s imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"autograder.cli.{cmd_name}").command
        return command


@click.group(cls=LazyGroup)
@click.version_option(__version__, prog_name="autograder")
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    help="The repository; by default the folder here or above that holds solutions/.",
)
@click.pass_context
def commands(ctx: click.Context, root: Path | None) -> None:
    """Build, prove and grade the exercises of the lecture Math for Transformers."""
    ctx.obj = root


def repository(ctx: click.Context) -> Path:
    """The folder that holds solutions/: --root, else here or above, else this package's own."""
    given: Path | None = ctx.obj
    here = Path.cwd()
    places = [given] if given else [here, *here.parents, Path(__file__).parents[2]]
    for place in places:
        if (place / "solutions").is_dir():
            return place.resolve()
    raise UsageError(
        f"found no solutions/ in {given or here}; wanted the repository; "
        "change into it or name it: autograder --root DIR …"
    )


def main() -> None:
    """The console script."""
    try:
        commands.main(standalone_mode=False)
    except AutograderError as error:
        click.echo(f"autograder: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("autograder: interrupted", err=True)
        sys.exit(130)
