"""Values on the command line that every command reads alike."""

from __future__ import annotations

from pathlib import Path

import click


class PathArgument(click.Path):
    """A path. An empty text is none: a shell variable that is not set would mean this folder."""

    name = "path"

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        """The path, whether it exists or not."""
        if value == "":
            self.fail("an empty text is no path", param, ctx)
        converted: Path = super().convert(value, param, ctx)  # type: ignore[arg-type, assignment]
        return converted
