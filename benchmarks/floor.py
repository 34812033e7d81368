"""The floor: a notebook's own cells and checks in one warm process, without any isolation."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import time
from pathlib import Path
from types import ModuleType

from autograder.model import Bundle


class Floor:
    """Runs one notebook as often as one likes; the first time warms up."""

    def __init__(self, notebook: bytes, bundle: Bundle, folder: Path) -> None:
        from otter.test_files.exception_test import ExceptionTestFile

        self._tests = ExceptionTestFile
        self._folder = folder
        """holds the data that the figures read"""
        self._bundle = bundle
        self._cells = [
            source
            for cell in json.loads(notebook)["cells"]
            if cell["cell_type"] == "code" and not _is_otters(source := "".join(cell["source"]))
        ]
        self.run()

    def run(self) -> dict[str, float]:
        """All cells, figures included, and all checks; CPU seconds of each question's checks."""
        spent: dict[str, float] = {}
        namespace: dict[str, object] = {"__name__": "__main__"}
        # What cells print is not the benchmark's.
        with contextlib.chdir(self._folder), contextlib.redirect_stdout(io.StringIO()):
            for number, source in enumerate(self._cells):
                exec(compile(source, f"<cell {number}>", "exec"), namespace)
            for question in self._bundle.questions:
                before = time.process_time()
                tests = self._tests.from_string(question.test_file)
                tests.run(namespace)
                spent[question.id] = time.process_time() - before
                if not tests.passed_all:
                    wrong = f"bench: the solution does not pass {question.id}; run: make test"
                    raise SystemExit(wrong)
        _pyplot().close("all")
        return spent


def _is_otters(source: str) -> bool:
    """The cells that load and run the public checks: grading does without them, too."""
    return "import otter" in source or "grader.check" in source


def _pyplot() -> ModuleType:
    os.environ.setdefault("MPLBACKEND", "Agg")
    import matplotlib.pyplot  # noqa: F401 - a notebook may have no figure

    return sys.modules["matplotlib.pyplot"]
