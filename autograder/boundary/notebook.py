"""Runs a notebook's cells in one namespace, as Jupyter would, and shows nothing."""

from __future__ import annotations

import ast
import asyncio
import linecache
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from inspect import CO_COROUTINE
from types import CodeType, FrameType, ModuleType
from typing import Any, Final

from IPython.core.inputtransformer2 import TransformerManager
from matplotlib._pylab_helpers import Gcf

from autograder.boundary.failures import CELL_FILE, Failure, describe
from autograder.boundary.magics import Shell

STOPPED: Final = "stopped after {seconds:g} s of CPU time"
_FUTURE_FLAGS: Final = 0x1FF0000
"""where the flags of `from __future__ import …` are; they hold for the cells that follow"""
_AGAIN: Final = 0.5
"""CPU seconds until a time-out that the cell swallowed is raised again"""


class OutOfTime(BaseException):
    """Raised in a cell that has used its CPU time; no Exception, so that few handlers catch it."""


class QuietLoop(asyncio.SelectorEventLoop):
    """An event loop without the socket pair that others wake it by: no sockets are made here."""

    def _make_self_pipe(self) -> None:
        self._ssock = self._csock = None

    def _close_self_pipe(self) -> None:
        pass


class Notebook:
    """The namespace, and what has been run in it."""

    def __init__(self) -> None:
        # In place of the worker's own: dataclasses and pickle look classes up there.
        main = ModuleType("__main__")
        sys.modules["__main__"] = main
        self.namespace: dict[str, Any] = main.__dict__
        self.shell = Shell(self.namespace, self._run_magic)
        self._flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        self._file = ""
        self._blank_lines = 0
        """at the top of the cell that is running"""
        self._transform: Callable[[str], str] = TransformerManager().transform_cell

    def run(self, number: int, source: str, cpu_seconds: float) -> Failure | None:
        """Run a cell; what it raised, if anything. What it defined before that stays."""
        self._file = CELL_FILE.format(number)
        lines = source.splitlines(keepends=True)
        self._blank_lines = _blank_lines(source)
        # Without a time of change the entry survives linecache's own clearing.
        linecache.cache[self._file] = (len(source), None, lines, self._file)
        try:
            _within(cpu_seconds, lambda: self._run(source, self._file))
        except OutOfTime as stop:
            text = STOPPED.format(seconds=cpu_seconds)
            return replace(describe(stop, cell=number), text=text)
        except BaseException as error:
            return describe(error, cell=number)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
            if Gcf.figs:
                Gcf.destroy_all()
        return None

    def _run(self, source: str, file: str) -> None:
        try:
            code = self._compile(source, file)
        except SyntaxError as error:
            # Not Python: perhaps a notebook's own notation. Most cells are spared this search.
            changed = self._transform(source)
            if changed.rstrip() == source.rstrip():
                raise error
            # IPython drops blank lines at the top; the line numbers need them.
            code = self._compile("\n" * _blank_lines(source) + changed, file)
        self._execute(code)

    def _compile(self, source: str, file: str, mode: str = "exec") -> CodeType:
        code: CodeType = compile(source, file, mode, self._flags, dont_inherit=True)
        self._flags |= code.co_flags & _FUTURE_FLAGS
        return code

    def _execute(self, code: CodeType) -> object:
        value = eval(code, self.namespace)  # of a whole cell: None
        if code.co_flags & CO_COROUTINE:
            with asyncio.Runner(loop_factory=QuietLoop) as runner:
                return runner.run(value)
        return value

    def _run_magic(self, source: str, below_first_line: bool) -> object:
        """Code that a magic runs: the value if it is an expression."""
        # Lines of a cell count from the cell's top; those of a line magic are not counted.
        text = "\n" * (self._blank_lines + 1) + source if below_first_line else source
        file = self._file if below_first_line else "<magic>"
        try:
            expression = self._compile(text, file, "eval")
        except SyntaxError:
            self._run(text, file)
            return None
        return self._execute(expression)


def _blank_lines(source: str) -> int:
    """At the top."""
    return source[: len(source) - len(source.lstrip())].count("\n")


def _within(cpu_seconds: float, action: Callable[[], None]) -> None:
    running = True

    def stop(signum: int, frame: FrameType | None) -> None:
        if running:
            raise OutOfTime

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, cpu_seconds, _AGAIN)
    try:
        action()
    finally:
        running = False
