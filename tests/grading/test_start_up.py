"""What the first submission waits for: every process loads what it needs, and nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = "import sys, {module}; print(*{{name.partition('.')[0] for name in sys.modules}})"
EVERYWHERE = {"jinja2", "jsonschema", "jupytext", "mathtx_ref", "nbformat", "otter.utils", "pandas"}
TEST_FILE = """\
from otter.test_files import test_case
name = "q"
@test_case(points=1)
def check(f):
    assert f
"""
READ = f"""\
import sys
from autograder.grading import otter_format
code = otter_format.compiled({TEST_FILE!r}, "q.py")
print(len(otter_format.cases(code, "q.py")), *sorted(sys.modules))
"""


def said(program: str) -> set[str]:
    words = [sys.executable, "-c", program]
    return set(subprocess.run(words, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("autograder.cli.grade", {"IPython", "distributed", "matplotlib", "numpy", "rich"}),
        ("autograder.grading.tasks", {"IPython", "click", "distributed", "matplotlib", "numpy"}),
        ("autograder.grading.worker", {"IPython", "click", "distributed", "matplotlib"}),
    ],
)
def test_what_a_process_does_not_load(module: str, unwanted: set[str]) -> None:
    """The command, the server that forks workers, a worker."""
    assert not said(LOADED.format(module=module)) & (unwanted | EVERYWHERE)


def test_a_test_file_is_read_without_the_rest_of_otter() -> None:
    """Its one case is there; nothing of Otter is, so that importing it later gets the whole."""
    found = said(READ)
    assert "1" in found
    assert not {name for name in found if name.partition(".")[0] in {"otter", "nbformat"}}
