"""The command line: one module per command, loaded when it is called."""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """The console script. The server that forks workers loads it as well: it costs nothing."""
    from autograder.cli.main import main as run

    run()
