"""Cells that nobody edited run only where a student's cell needs what they define."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import pytest

from autograder.authoring.notebook import given_cells, student_cells
from autograder.boundary.session import Session, start_zygote
from autograder.grading.given import needed
from autograder.grading.run import grade_submission
from autograder.model import Bundle, BundleQuestion, CodeCell, Limits, Submission
from tests.boundary.worth import assignment, real_question

START = "import otter\ngrader = otter.Notebook('x.ipynb')"
CHECK = "grader.check('half')"
FIGURE = "points = [1, 2]\nplot([half(x) for x in points])"
SECOND = "more = [2 * x for x in points]\nplot(more)"
ANSWER = "def half(x):\n    points = x\n    return points / 2"


GIVEN = (START, CHECK, FIGURE, SECOND)


def run(*sources: str, given: tuple[str, ...] = GIVEN) -> list[str]:
    """What of these cells runs, in a course whose start, check and two figures are given."""
    question = BundleQuestion("half", "Half", 1, ("half",), (), "", "")
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
        "points += [3]\ndef half(x): return x / 2",
        "del points\ndef half(x): return x / 2",
        "class Half:\n    points = points[0]\ndef half(x): return x / Half.points",
        "total = [points[n] for n in (0, 1)]\npoints = 3\ndef half(x): return x / 2",
        "def half(x):\n    match points:\n        case [_, by]: return x / by",
        "def half(x):\n    return x / (lambda by=points: by)()[1]",
    ],
)
def test_an_answer_that_may_read_a_figures_names_gets_the_figure(answer: str) -> None:
    """Wherever it stands in the notebook, and whatever way it takes to the name."""
    assert FIGURE in run(answer, FIGURE)
    assert FIGURE in run(FIGURE, answer)


def test_the_start_cell_runs_for_what_it_imports() -> None:
    """A student may use its names; then the checks it loads are there as well."""
    assert run(START, "print(otter.Notebook)", CHECK) == [START, "print(otter.Notebook)"]
    assert run(START, "result = grader.check('half')")[0] == START


def test_a_given_cell_that_defines_an_answer_runs() -> None:
    """Nobody else may define it."""
    question = BundleQuestion("half", "Half", 1, ("half",), (), "", "")
    bundle = Bundle("x", "X", "", Limits(), (question,), {}, given=(ANSWER,))
    assert needed([CodeCell(1, ANSWER)], bundle)


@pytest.mark.parametrize(
    "answer",
    [
        "calls = 0\ndef half(x):\n    global calls\n    calls += 1\n    return x / calls",
        "seen = {}\ndef half(x):\n    return seen.setdefault(len(seen) > 9, x / 2)",
        "def half(x, seen=[]):\n    seen.append(x)\n    return seen[0] / 2",
        "def half(x, seen=([],)):\n    seen[0].append(x)\n    return seen[0][0] / 2",
        "def half(x):\n    half.seen = getattr(half, 'seen', x)\n    return half.seen / 2",
        "def seen(): pass\nseen.all = []\ndef half(x):\n    seen.all.append(x)\n    return x / 2",
        "class Seen:\n    all = []\ndef half(x):\n    s = Seen()\n    s.all.append(x)",
        "def once(f):\n    kept = []\n    return lambda x: (kept.append(f(x)), kept[0])[1]\n"
        "@once\ndef half(x): return x / 2",
        "def maker():\n    n = [2]\n    return lambda x: x / n[0]\nhalf = maker()",
        "rng = np.random.default_rng(0)\ndef half(x): return x / 2 + rng.normal()",
        "np.random.seed(0)\ndef half(x): return x / 2 + np.random.normal()",
        "from random import gauss\ndef half(x): return x / 2 + gauss(0, 1)",
        "import numpy.random as r\ndef half(x): return x / 2 + r.normal()",
        "import numpy as np\ndef half(x):\n    np.seen = x\n    return x / 2",
    ],
)
def test_an_answer_that_may_keep_something_from_call_to_call_gets_every_cell(answer: str) -> None:
    """A figure calls it, and what it answers later may depend on that."""
    assert run(START, answer, FIGURE, CHECK) == [START, answer, FIGURE, CHECK]


@pytest.mark.parametrize(
    "answer",
    [
        "EPS = 1e-9\nSIZES = (1, 2)\ndef half(x): return x / 2 + EPS * SIZES[0]",
        "by = lambda x: x / 2\ndef half(x, *, times=1, most=np.inf): return by(x) * times",
        "def half(x, seed=0):\n    rng = np.random.default_rng(seed)\n    return x / 2",
        "tried = [half(n) for n in data]\ndef half(x):\n    kept = []\n    return x / 2",
    ],
)
def test_constants_and_fresh_values_keep_nothing(answer: str) -> None:
    """So the figure need not run."""
    assert run(answer, FIGURE) == [answer]


@pytest.mark.parametrize(
    "figure",
    [
        "np.seterr(all='raise')\nplot(half(1))",
        "np.random.seed(0)\nplot(half(1))",
        "import matplotlib.cm\nplot(half(1))",
        "from numpy.polynomial import hermite\nplot(half(1))",
        "table[0] = 3\nplot(half(1))",
        "np.half = half",
        "globals().update(table=3)",
        "%matplotlib inline",
    ],
)
def test_a_figure_that_does_more_than_bind_names_runs(figure: str) -> None:
    """Settings, parts of packages and other cells' objects are there for every cell."""
    assert run(START, ANSWER, figure, given=(START, figure))[-1] == figure


def test_a_figure_that_may_change_what_another_cell_bound_runs() -> None:
    """It draws from the generator that the answer is tried with."""
    source, figure = "rng = default_rng(0)", "sample = rng.normal()\nplot(sample)"
    other, given = "print(half(rng.normal()))", (source, figure, FIGURE)
    assert run(source, ANSWER, figure, FIGURE, other, given=given) == [
        source,
        ANSWER,
        figure,
        other,
    ]


def test_long_texts_are_not_searched() -> None:
    """Whatever a student repeats thousands of times: then every cell runs."""
    began = time.process_time()
    nested = "".join(f" x{n} = 1\n def g{n}(): pass\n" for n in range(20_000))
    for text in ("__main" * 200_000, "import " * 200_000, "\n" * 500_000, f"def f():\n{nested}"):
        assert run(text, FIGURE) == [text, FIGURE]
    run("__main" * 16_000, FIGURE)
    assert time.process_time() - began < 2


def real_bundle(slug: str, *names: str) -> Bundle:
    """These of its questions."""
    found = assignment(slug)
    questions = tuple(real_question(slug, name) for name in names)
    files = {path: (found.path / path).read_bytes() for path in found.files}
    given = tuple(given_cells(found))
    return Bundle(slug, found.title, slug, found.limits, questions, files, given=given)


def notebooks(slug: str, names: Sequence[str]) -> list[list[CodeCell]]:
    """Right answers; and wrong ones, the last of which takes a name from a figure and fails."""
    found = assignment(slug)
    right = {question.id: question.answer for question in found.questions}
    wrong = {
        q.id: next(a.source for a in q.attempts if not a.accepted)
        for q in found.questions
        if q.id in names
    }
    wrong[names[-1]] = f"{right[names[-1]]}\nprint(fig, undefined)"
    return [
        [CodeCell(n, c.source) for n, c in enumerate(cells, start=1) if c.kind == "code"]
        for cells in (student_cells(found, right), student_cells(found, right | wrong))
    ]


@pytest.mark.parametrize(
    ("slug", "names"),
    [
        ("01_bilinear_forms", ("bilinear", "partial_left", "change_of_basis")),
        ("05_counting_directions", ("log_count",)),
        ("07_attention_heads", ("softmax_rows",)),
    ],
)
def test_verdicts_and_messages_are_as_if_every_cell_had_run(
    slug: str, names: tuple[str, ...]
) -> None:
    """For right and wrong answers, and where an answer's cell takes a name from a figure."""
    bundle = real_bundle(slug, *names)
    everything = replace(bundle, given=())
    saved = 0
    with start_zygote(bundle.limits, bundle.files, False) as zygote:
        # Both notebooks of the first; of those with slower figures, the wrong answers.
        for cells in notebooks(slug, names)[-len(names) :]:
            handed_in = Submission("jane", "jane", "jane.ipynb", "digest", tuple(cells))
            saved += len(cells) - len(needed(cells, bundle))
            one, other = (
                grade_submission(handed_in, by, lambda: Session(zygote, bundle.limits))
                for by in (bundle, everything)
            )
            assert one.questions == other.questions
            assert one.status == other.status
    assert saved > len(names)
