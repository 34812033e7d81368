"""Cells run as in a notebook, and show nothing."""

from __future__ import annotations

from typing import Any

import pytest

from autograder.boundary.session import Session
from autograder.model import CodeCell, StudentError
from tests.boundary.conftest import Start


def run(session: Session, source: str, number: int = 7) -> StudentError | None:
    return session.run_cell(CodeCell(number, source))


@pytest.mark.parametrize(
    "source",
    [
        "%matplotlib inline\nimport matplotlib.pyplot as plt\nassert 'gg' in plt.get_backend()",
        "import matplotlib\nmatplotlib.use('TkAgg')\nmatplotlib.pyplot.switch_backend('qtagg')",
        "!pip install numpy\nfiles = !ls\nassert files == []",
        "np.array?\n?np.array\nnp.array??",
        "%timeit np.eye(3)\n%load_ext autoreload\n%autoreload 2\n%who",
        "x = %time 3 + 4\nassert x == 7",
        "%time y = 5\nassert y == 5",
        "%%bash\nrm -rf /",
        "%%writefile a.py\nnot python at all",
        "%%html\n<b>",
        "%%timeit\n1 / 0",
        "import asyncio\nawait asyncio.sleep(0)\nz = await asyncio.sleep(0.001, 3)\nassert z == 3",
        "  a = 1\n  b = 2",
        ">>> a = 1\n>>> b = 2",
        "from IPython.display import display, Markdown, clear_output\ndisplay(Markdown('x'), np)",
        "from IPython import get_ipython\nget_ipython().run_line_magic('matplotlib', 'inline')",
        "get_ipython().events.register('post_run_cell', print)",
        "import otter\ng = otter.Notebook('x.ipynb')\ng.check('q')\ng.export(pdf=False)",
        "assert __name__ == '__main__'\nimport __main__\nassert __main__.np is np",
        "import dataclasses\n@dataclasses.dataclass\nclass P:\n    x: int = 1\nassert P() == P(1)",
        "import inspect\ndef f():\n    return 1\nassert 'return 1' in inspect.getsource(f)",
        "assert open('data.txt').read() == 'shipped'\nopen('mine.txt', 'w').write('x')",
        "print('a' * 10**7)\nimport sys\nsys.stderr.write('b' * 10**7)",
        "1 / np.zeros(2)",
        "",
        "# only a comment",
    ],
)
def test_what_notebooks_hold_besides_python_does_no_harm(start: Start, source: str) -> None:
    """Magics, shell commands, questions, display, await, the autograder's own lines."""
    assert run(start(), source) is None


def test_the_last_value_is_not_shown(start: Start) -> None:
    """Its repr could be endless."""
    assert run(start(), "class Endless:\n    def __repr__(self): 1 / 0\nEndless()") is None


def test_magics_around_code_run_it(start: Start) -> None:
    """%%time and %%capture; names stay, errors name the notebook's line."""
    session = start("%%time\nx = 3", "%%capture out\ny = x + 1", "out.show()\nassert y == 4")
    assert run(session, "%%time\n\nx = 1 / 0") == StudentError(
        "ZeroDivisionError", "division by zero", 3, "x = 1 / 0"
    )


ZERO = "division by zero"
EXIT = "the code called sys.exit(), which ends a program"
INPUT = (
    "input() has nobody to ask while the notebook is graded; write the value into the cell instead"
)


@pytest.mark.parametrize(
    ("source", "kind", "text", "line", "code"),
    [
        ("a = 1\nraise KeyError('b')", "KeyError", "b", 2, "raise KeyError('b')"),
        ("def f(:\n  pass", "SyntaxError", "invalid syntax", 1, "def f(:"),
        ("x = 1\n%nothing\ny = = 2", "SyntaxError", "invalid syntax", 3, "y = = 2"),
        ("import sys\nsys.exit(0)", "SystemExit", EXIT, 2, "sys.exit(0)"),
        ("\n\n%matplotlib inline\n1 / 0", "ZeroDivisionError", ZERO, 4, "1 / 0"),
        ("\n%%time\n\n1 / 0", "ZeroDivisionError", ZERO, 4, "1 / 0"),
        ("%%time\n%matplotlib inline\n1 / 0", "ZeroDivisionError", ZERO, 3, "1 / 0"),
        ("x = 1\n%time 1 / 0", "ZeroDivisionError", ZERO, 2, "%time 1 / 0"),
        ("async def g():\n  1 / 0\n\nawait g()", "ZeroDivisionError", ZERO, 2, "1 / 0"),
        ("exit()", "SystemExit", EXIT, 1, "exit()"),
        ("name = input('Your name?')", "EOFError", INPUT, 1, "name = input('Your name?')"),
        ("np.linalg.inv(\n  np.eye(2) * 0)", "LinAlgError", "Singular matrix", 1, "np.linalg.inv("),
        (
            "raise KeyboardInterrupt",
            "KeyboardInterrupt",
            "the code raised KeyboardInterrupt",
            1,
            ...,
        ),
        ("import scipy", "ModuleNotFoundError", "No module named 'scipy'", 1, ...),
    ],
)
def test_an_error_says_what_and_where(
    start: Start, source: str, kind: str, text: str, line: int, code: Any
) -> None:
    """The kind, the text, the line and what stands there; the process lives on."""
    session = start()
    error = StudentError(kind, text, line, source if code is ... else code)
    assert run(session, source) == error
    assert run(session, "a = 1") is None


def test_what_was_defined_before_an_error_counts(start: Start) -> None:
    """Half a cell is half a cell."""
    session = start()
    run(session, "def f(): return 1\nraise ValueError\ndef g(): return 2")
    assert session.defined(["f", "g"]) == {"f"}


@pytest.mark.parametrize(
    "loop",
    ["while True: pass", "while True:\n    np.ones(1000) @ np.ones(1000)"],
)
def test_an_endless_cell_is_stopped_and_what_it_defined_counts(start: Start, loop: str) -> None:
    """After its CPU time, with the line where it was."""
    session = start()
    error = run(session, f"def f(): return 1\n{loop}")
    assert error is not None
    assert (error.kind, error.text) == ("OutOfTime", "stopped after 0.6 s of CPU time")
    assert error.line in (2, 3)
    assert session.proxy("f")() == 1


def test_figures_do_not_pile_up(start: Start) -> None:
    """Each cell's figures are closed; nothing is drawn."""
    session = start("import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()")
    assert run(session, "assert plt.get_fignums() == []") is None


def test_future_imports_hold_for_the_cells_that_follow(start: Start) -> None:
    """As in IPython."""
    session = start("from __future__ import annotations", "def f(x: Nowhere): return x")
    assert session.proxy("f")(1) == 1
