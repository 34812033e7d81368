"""`autograder`: finds the repository, calls the command, turns errors into one line."""

from __future__ import annotations

import contextlib
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from autograder import __version__
from autograder.cli.arguments import PathArgument
from autograder.errors import AutograderError, UsageError

COMMANDS = (
    *("build", "verify", "grade", "demo", "doctor"),
    *("merge", "diff", "marking", "export", "bundle"),
    *("new", "open", "save", "watch", "solutions", "student-kit"),
)
GRADING = frozenset({"grade"})
NO_WORKERS = frozenset({"--help", "--cluster"})
INTERRUPTED = "interrupted; run the same command again to go on"


class LazyGroup(click.Group):
    """Loads a command's module when it is called: `grade` need not wait for `build`'s imports."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            listed = ", ".join(COMMANDS)
            raise UsageError(
                f"found no command '{args[0]}'; wanted one of: {listed}; see: autograder --help"
            )
        if args and args[0] in GRADING and not NO_WORKERS.intersection(args):
            from autograder.grading.pool import LIGHT, start_server

            # It starts while this process loads what the command needs, which says what is wrong.
            with contextlib.suppress(OSError):
                start_server(LIGHT)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name.replace("-", "_")
        command: click.Command = import_module(f"autograder.cli.{module}").command
        return command


@click.group(cls=LazyGroup)
@click.version_option(__version__, prog_name="autograder")
@click.option(
    "--root",
    type=PathArgument(),
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
        commands.main(prog_name="autograder", standalone_mode=False)
    except AutograderError as error:
        click.echo(f"autograder: {error}", err=True)
        sys.exit(error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.ClickException as error:
        click.echo(f"autograder: {_one_line(error)}", err=True)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo(f"autograder: {INTERRUPTED}", err=True)
        sys.exit(130)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except OSError as error:
        place = f" {error.filename}" if error.filename else ""
        click.echo(
            f"autograder: found no way to use{place} ({error.strerror or error}); wanted a place "
            "that can be read and written; mend the path, its permissions or the disk's room",
            err=True,
        )
        sys.exit(2)


def _one_line(error: click.ClickException) -> str:
    """Click says it in four lines."""
    found = " ".join(error.format_message().split()).rstrip(".")
    found = f"found {found[:1].lower()}{found[1:]}"
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    if ctx is None:
        return f"{found}; wanted what its help says; see: autograder COMMAND --help"
    wanted = " ".join(ctx.get_usage().removeprefix("Usage:").split())
    return f"{found}; wanted: {wanted}; see: {ctx.command_path} --help"
