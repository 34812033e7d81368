"""What a notebook may say besides Python: magics, shell commands and questions, all harmless."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias

RUN_BODY: Final = frozenset({"time", "prun", "capture"})
"""cell magics whose body is ordinary code; others have files, other languages, timings"""
RUN_LINE: Final = frozenset({"time", "prun"})


Execute: TypeAlias = Callable[[str, bool], object]
"""runs code; the flag says whether it is the cell without its first line"""


class StandIn:
    """Accepts whatever is done with it and does nothing."""

    def __getattr__(self, name: str) -> StandIn:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *args: object, **kwargs: object) -> StandIn:
        return self

    def __repr__(self) -> str:
        return ""

    def __enter__(self) -> StandIn:
        return self

    def __exit__(self, *error: object) -> None:
        return None


class Shell(StandIn):
    """What `get_ipython()` returns; IPython's own transformation turns magics into calls of it."""

    def __init__(self, namespace: dict[str, Any], execute: Execute) -> None:
        self.user_ns = namespace
        self._execute = execute

    def run_line_magic(self, name: str, line: str, _stack_depth: int = 1) -> object:
        """`%name line`."""
        return self._execute(line, False) if name in RUN_LINE and line.strip() else None

    def run_cell_magic(self, name: str, line: str, cell: str) -> object:
        """`%%name line` above a cell."""
        if name not in RUN_BODY:
            return None
        if name == "capture" and line.split() and line.split()[0].isidentifier():
            self.user_ns[line.split()[0]] = StandIn()
        return self._execute(cell, True)

    def magic(self, line: str) -> object:
        """The old spelling of a line magic."""
        name, _, rest = line.partition(" ")
        return self.run_line_magic(name.lstrip("%"), rest)

    def system(self, command: str) -> None:
        """`!command`."""

    system_raw = system_piped = system

    def getoutput(self, command: str, **options: object) -> list[str]:
        """`lines = !command`."""
        return []

    def run_cell(self, source: str, **options: object) -> None:
        """As the notebook would."""
        self._execute(source, False)
