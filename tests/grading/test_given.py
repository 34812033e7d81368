"""Cells that nobody edited run only where a student's cell needs what they define."""

from __future__ import annotations

import pytest

from autograder.grading.given import needed
from autograder.model import Bundle, BundleQuestion, CodeCell, Limits

START = "import otter\ngrader = otter.Notebook('x.ipynb')"
CHECK = "grader.check('half')"
FIGURE = "points = [1, 2]\nplot([half(x) for x in points])"
SECOND = "more = [2 * x for x in points]\nplot(more)"
ANSWER = "def half(x):\n    points = x\n    return points / 2"


def run(*sources: str) -> list[str]:
    """What of these cells runs, in a course whose start, check and two figures are given."""
    question = BundleQuestion("half", "Half", 1, ("half",), (), "", "")
    given = (START, CHECK, FIGURE, SECOND)
    bundle = Bundle("x", "X", "", Limits(), (question,), {}, given=given)
    cells = [CodeCell(number, source) for number, source in enumerate(sources, start=1)]
    return [cell.source for cell in needed(cells, bundle)]


def test_untouched_figures_and_checks_do_not_run() -> None:
    """A local name of the answer's that a figure uses as well is no reason to run it."""
    assert run(START, ANSWER, CHECK, FIGURE, SECOND) == [ANSWER]


def test_an_edited_figure_runs_with_the_ones_it_builds_on() -> None:
    """Directly or through another figure."""
    edited = "plot(more, color='red')"
    assert run(START, ANSWER, FIGURE, SECOND, edited) == [ANSWER, FIGURE, SECOND, edited]
    assert run(ANSWER, FIGURE, SECOND, "plot([half(1)])") == [ANSWER, "plot([half(1)])"]


def test_layout_does_not_make_it_another_cell() -> None:
    """Blank lines at its ends are nothing."""
    assert run(ANSWER, f"\n{FIGURE}\n\n") == [ANSWER]


@pytest.mark.parametrize(
    "answer",
    [
        "def half(x):\n    return points[0] * x / 2",
        "def half(x):\n    def inner():\n        return points\n    return x / len(inner())",
        "class Half:\n    step = points[0]\ndef half(x):\n    return x / 2",
        "half = lambda x: x / points[1]",
        "points.append(3)\ndef half(x): return x / 2",
        "def half(x):\n    global points\n    points = 1\n    return x / 2",
        "def half(x, by=points): return x / 2",
        "half = [lambda x: x / p for p in points][1]",
        "from numpy import *\ndef half(x): return x / 2",
        "def half(x):\n    return eval('points')[0] * x / 2",
        "def half(x):\n    return globals()['points'][0] * x / 2",
        "import __main__\ndef half(x):\n    return __main__.points[0] * x / 2",
        "import sys\ndef half(x):\n    return sys.modules['__main__'].points[0] * x / 2",
        "def half(x):\n    return half.__globals__['points'][0] * x / 2",
        "def half(x):\n    return get_ipython().user_ns['points'][0] * x / 2",
        "%store points\ndef half(x): return x / 2",
        "def half(x): return (",
    ],
)
def test_an_answer_that_may_read_a_figures_names_gets_the_figure(answer: str) -> None:
    """Wherever it stands in the notebook, and whatever way it takes to the name."""
    assert FIGURE in run(answer, FIGURE)
    assert FIGURE in run(FIGURE, answer)


def test_the_start_cell_runs_for_what_it_imports() -> None:
    """A student may use its names; then the checks it loads are there as well."""
    assert run(START, "print(otter.__version__)", CHECK) == [START, "print(otter.__version__)"]
    assert run(START, "result = grader.check('half')")[0] == START


def test_a_given_cell_that_defines_an_answer_runs() -> None:
    """Nobody else may define it."""
    question = BundleQuestion("half", "Half", 1, ("half",), (), "", "")
    bundle = Bundle("x", "X", "", Limits(), (question,), {}, given=(ANSWER,))
    assert needed([CodeCell(1, ANSWER)], bundle)
