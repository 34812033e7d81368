"""What a notebook finds in place of things that only make sense in front of a person."""

from __future__ import annotations

import builtins
import io
import sys
from types import ModuleType
from typing import NoReturn

import IPython
import IPython.core.display_functions
import IPython.display
import matplotlib as mpl
import matplotlib.pyplot as plt

from autograder.boundary.magics import Shell, StandIn

NO_INPUT = (
    "input() has nobody to ask while the notebook is graded; write the value into the cell instead"
)


def install(shell: Shell) -> None:
    """Put all of them in place."""
    _otter()
    _display(shell)
    _plots()
    builtins.input = _no_input
    shell.user_ns.update(
        get_ipython=lambda: shell, display=_show_nothing, exit=sys.exit, quit=sys.exit
    )
    sys.stdout = sys.stderr = Nowhere()


class Nowhere(io.TextIOBase):
    """Where output goes: nobody reads it, and a flood of it fills nothing."""

    def write(self, text: str) -> int:
        """As if written."""
        return len(text)


def _show_nothing(*values: object, **options: object) -> None:
    """Values are not shown: their own repr might be endless."""


def _no_input(prompt: object = "") -> NoReturn:
    raise EOFError(NO_INPUT)


def _otter() -> None:
    """`grader = otter.Notebook(…); grader.check("…")` does nothing, at no cost."""
    module = ModuleType("otter", "Stands in for otter-grader: the checks run elsewhere.")
    module.Notebook = StandIn()  # type: ignore[attr-defined]
    module.__path__ = []
    module.__version__ = "0"  # type: ignore[attr-defined]
    sys.modules["otter"] = module


def _display(shell: Shell) -> None:
    IPython.get_ipython = IPython.core.getipython.get_ipython = lambda: shell
    IPython.display.display = IPython.core.display_functions.display = _show_nothing
    IPython.display.clear_output = _show_nothing


def _plots() -> None:
    """Figures are drawn by nobody, and the backend stays the one without a window."""
    plt.show = plt.pause = plt.draw = _show_nothing
    plt.switch_backend = mpl.use = _show_nothing
