"""Right, wrong, hostile and half-finished notebooks in a real student process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from autograder.boundary.session import Session
from autograder.grading.checks import RunnableCheck, run_check, runnable_checks
from autograder.grading.crew import PATIENCE
from autograder.grading.found import Found
from autograder.grading.read import read_submission
from autograder.grading.run import grade_submission
from autograder.model import Bundle, Limits, Report, Status, Verdict
from autograder.sandbox.process import Zygote

SHORT = Limits(check_cpu=0.2)

Grade = Callable[..., Report]


@pytest.fixture
def grade(
    zygote: Zygote, bundle: Bundle, found: Callable[..., Found], notebook: Callable[..., bytes]
) -> Grade:
    """Grade a notebook with these answers; `limits` replaces some of the bundle's."""

    def grading(
        limits: Mapping[str, float] | None = None, only: str = "", **cells: object
    ) -> Report:
        changed = replace(bundle, limits=replace(bundle.limits, **(limits or {})))
        submission = read_submission(found(), changed, notebook(**cells))
        return grade_submission(
            submission, changed, lambda: Session(zygote, changed.limits), only=only
        )

    return grading


def earned(report: Report) -> dict[str, float]:
    return {question.id: round(question.earned, 6) for question in report.questions}


def verdicts(report: Report, question: str) -> list[Verdict]:
    return [c.verdict for q in report.questions if q.id == question for c in q.checks]


def messages(report: Report, question: str) -> str:
    return " | ".join(c.message for q in report.questions if q.id == question for c in q.checks)


def note(report: Report, question: str) -> str:
    return next(q.note for q in report.questions if q.id == question)


ALL = {"add": 0.6, "double": 2.0, "half": 2.0}


def test_a_right_notebook_earns_everything(grade: Grade) -> None:
    """Every check passes, nothing is noted."""
    report = grade()
    assert earned(report) == ALL
    assert report.status is Status.GRADED
    assert {c.verdict for q in report.questions for c in q.checks} == {Verdict.PASSED}
    assert (report.problems, report.limits_hit, report.repairs) == ((), (), ())
    assert [q.note for q in report.questions] == ["", "", ""]


def test_each_check_earns_its_own_points(grade: Grade) -> None:
    """A wrong answer loses what it gets wrong, and the check says what was found."""
    report = grade(add="def add(a, b):\n    a += b\n    return a")
    assert verdicts(report, "add") == [Verdict.PASSED, Verdict.PASSED, Verdict.FAILED]
    assert messages(report, "add").endswith("x was changed")
    assert earned(report) == ALL | {"add": 0.3}


def test_one_question_alone(grade: Grade) -> None:
    """`only` grades one question, in the same notebook."""
    assert earned(grade(only="double")) == {"double": 2.0}


def test_a_blank_notebook_is_graded_with_nothing(grade: Grade, bundle: Bundle) -> None:
    """Every check is `not run`, every note says why."""
    report = grade(**{question.id: question.placeholder for question in bundle.questions})
    assert (report.status, report.score, report.possible) == (Status.GRADED, 0, 4.6)
    assert {c.verdict for q in report.questions for c in q.checks} == {Verdict.NOT_RUN}
    assert {c.message for q in report.questions for c in q.checks} == {"not answered"}
    assert {q.note for q in report.questions} == {"not answered"}


def test_half_of_a_question(grade: Grade) -> None:
    """A missing name costs the checks that ask for it, and they say so."""
    report = grade(half="def half(x):\n    return x / 2")
    assert verdicts(report, "half") == [Verdict.PASSED, Verdict.NOT_RUN]
    assert "third: not defined" in messages(report, "half")


LYING = """\
class Right(float):
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: True
    __hash__ = float.__hash__
    __array__ = lambda self, *args, **kwargs: self
"""
PATCHED = """\
import numpy as np
np.allclose = np.array_equal = np.isclose = lambda *args, **kwargs: True
np.testing.assert_allclose = lambda *args, **kwargs: None
import builtins
builtins.AssertionError = builtins.isinstance = lambda *args: True
"""


@pytest.mark.parametrize(
    "cell",
    [PATCHED, LYING, "import mathtx_ref", "import otter.test_files",
     "import autograder.grading.run", "import sys\nsys.modules.clear()",
     "import gc\ngc.get_objects().clear()",
     "import sys\nsys.settrace(lambda *a: None)\nsys.setrecursionlimit(50)"],
)  # fmt: skip
def test_cheating_earns_nothing(grade: Grade, cell: str) -> None:
    """Neither patches nor odd objects make a wrong answer right."""
    report = grade(
        before=[cell],
        add="def add(a, b):\n    return Right(0.0) if 'Right' in globals() else 0.0",
        double="def double(x):\n    return type('Any', (), {'__eq__': lambda *a: True})()",
        half="def half(x):\n    return NotImplemented\ndef third(f, x):\n    return f",
    )
    # Adding in place is the one thing that a constant does not do.
    assert earned(report) in ({"add": 0.3, "double": 0, "half": 0}, dict.fromkeys(ALL, 0.0))


ENDLESS = "while True:\n    pass"
STUBBORN = (
    "while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass"
)


@pytest.mark.parametrize(
    "cell",
    ["1 / 0", "def f(:", "import sys\nsys.exit(3)", "import os\nos._exit(0)", ENDLESS, STUBBORN,
     "import ctypes\nctypes.string_at(0)", "input('your name? ')",
     "raise KeyboardInterrupt", "x = bytearray(10**12)", "def r(): r()\nr()"],
)  # fmt: skip
@pytest.mark.parametrize("where", ["before", "after"])
def test_a_bad_extra_cell_costs_nothing(grade: Grade, cell: str, where: str) -> None:
    """Whatever a cell of no question does, all answers count; the report says which cell it was."""
    report = grade(**{where: [cell]})
    assert earned(report) == ALL
    assert len(report.problems) == 1
    assert bool(report.limits_hit) == any(s in cell for s in ("while", "_exit", "string_at"))


@pytest.mark.parametrize("end", ["import os\nos._exit(0)", ENDLESS, STUBBORN, "1 / 0"])
def test_what_stands_before_the_end_of_a_cell_counts(grade: Grade, end: str) -> None:
    """An answer is not lost because the same cell dies after it."""
    report = grade(add=f"def add(a, b):\n    return a + b\n{end}")
    assert earned(report) == ALL
    assert report.problems[0].cell == 5


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("while True: pass", "0.5 s of CPU time"),
        ("import os; os._exit(0)", ""),
        ("import ctypes; ctypes.string_at(0)", ""),
    ],
)
def test_a_dying_call_costs_its_question_only(grade: Grade, body: str, said: str) -> None:
    """The question's checks are errored, twice at most; all other questions are whole."""
    report = grade(add=f"def add(a, b):\n    {body}")
    assert earned(report) == ALL | {"add": 0}
    assert verdicts(report, "add") == [Verdict.ERRORED, Verdict.ERRORED, Verdict.NOT_RUN]
    assert said in messages(report, "add")
    assert note(report, "add") == report.limits_hit[0]
    assert len(report.limits_hit) == 1


@pytest.mark.parametrize(
    "body", ["raise SystemExit", "import sys; sys.exit(0)", "exit()", "assert False"]
)
def test_a_raising_call_is_errored(grade: Grade, body: str) -> None:
    """What a student's code raises is an error, also an AssertionError of the student's own."""
    report = grade(add=f"def add(a, b):\n    {body}")
    assert earned(report) == ALL | {"add": 0}
    assert set(verdicts(report, "add")) == {Verdict.ERRORED}


def test_a_sleeping_call_meets_the_wall_clock(grade: Grade) -> None:
    """It is stopped by a generous backstop, and the report says so in the words the batch knows."""
    sleepy = "import time\ndef add(a, b):\n    time.sleep(60)"
    report = grade(limits={"wall_factor": 0.5}, add=sleepy)
    assert earned(report) == ALL | {"add": 0}
    assert len(report.limits_hit) == 1
    assert PATIENCE in report.limits_hit[0]


def test_a_death_in_the_middle_costs_its_check(grade: Grade) -> None:
    """The next check gets a fresh process in which all cells have run."""
    report = grade(
        double=(
            "def double(x):\n    if isinstance(x, str):\n        import os; os._exit(1)\n"
            "    return 2 * x"
        ),
    )
    assert verdicts(report, "double") == [Verdict.PASSED, Verdict.ERRORED]
    assert earned(report) == ALL | {"double": 1.0}


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("x = nope\ndef add(a, b):\n    return a + b", "cell 5, line 1: NameError"),
        ("def add(a, b):\n    return (a + b", "cell 5, line 2: SyntaxError"),
        ("def add(a, b):\n    return a + b\n  x = 1", "cell 5, line 3: IndentationError"),
    ],
)
def test_a_cell_that_fails_says_where(grade: Grade, answer: str, said: str) -> None:
    """The question's note has the cell, the line and what happened."""
    report = grade(add=answer)
    assert note(report, "add").startswith(said)
    assert set(verdicts(report, "add")) == {Verdict.NOT_RUN}
    assert earned(report) == ALL | {"add": 0}


def test_the_last_definition_counts(grade: Grade) -> None:
    """An answer that was copied and changed counts as changed, and the note says so."""
    report = grade(after=["def add(a, b):\n    return 5"])
    assert earned(report) == ALL | {"add": 0.4}
    assert note(report, "add") == "add is defined in cells 5 and 13; the last definition counts"


def test_a_name_bound_at_run_time_is_an_answer(grade: Grade) -> None:
    """Also one that only `exec` or `globals` knows of."""
    report = grade(add="exec('def add' + '(a, b): return a + b')", half="globals().update(half=1)")
    assert earned(report) == ALL | {"half": 0}


def test_the_budget_of_a_submission(grade: Grade) -> None:
    """When its CPU time is used up, the rest is not run and says so."""
    endless = "def add(a, b):\n    while True: pass"
    report = grade(limits={"submission_cpu": 0.6}, add=endless)
    assert "CPU time for a whole notebook were used up" in note(report, "half")
    assert Verdict.NOT_RUN in verdicts(report, "half")


def test_a_notebook_that_always_dies_is_given_up(grade: Grade) -> None:
    """Restarts are bounded; the report exists and says what happened."""
    bomb = (
        "import os, threading\nthreading.Timer(0.02, os._exit, [0]).start()\n"
        "for _ in range(10**6): pass"
    )
    report = grade(before=[f"{bomb}\nx = {n}" for n in range(30)])
    assert report.status is Status.GRADED
    assert len(report.questions) == 3


def test_grading_twice_gives_the_same(grade: Grade) -> None:
    """Reports differ in their times only."""
    answer = "import numpy as np\ndef add(a, b):\n    return a + b + (np.random.rand() < 0)"
    first, second = (replace(grade(add=answer), times={}) for _ in range(2))
    assert first == second


# ---------------------------------------------------------------- checks in the trusted process


def runnable(bundle: Bundle, source: str) -> RunnableCheck:
    """A check of `add` with this body."""
    body = "".join(f"    {line}\n" for line in source.splitlines())
    text = (
        'from otter.test_files import test_case\nname = "add"\npoints = None\n'
        f"@test_case(points=1, hidden=True)\ndef a_check(add):\n{body}"
    )
    question = bundle.questions[0]
    changed = replace(question, checks=question.checks[:1], test_file=text)
    return runnable_checks(changed)[0]


@pytest.mark.parametrize(
    "source",
    ["while True: pass", "try:\n    while True: pass\nexcept BaseException: pass\nwhile True: pass",
     "while True:\n    try:\n        add()\n    except Exception: pass"],
)  # fmt: skip
def test_a_check_cannot_run_for_ever(bundle: Bundle, source: str) -> None:
    """A value that makes a comparison endless costs the check, not the batch."""
    outcome = run_check(runnable(bundle, source), {"add": lambda: 1}, SHORT)
    assert (outcome.verdict, outcome.stopped) == (Verdict.ERRORED, True)
    assert "stopped after 0.2 s of CPU time" in outcome.message
    assert run_check(runnable(bundle, "add()"), {"add": lambda: 1}, SHORT).verdict is Verdict.PASSED


def test_checks_do_not_disturb_each_other(
    bundle: Bundle, capfd: pytest.CaptureFixture[str]
) -> None:
    """Seeds, numpy's error state, warnings and prints stay in their check."""
    import numpy as np

    np.random.seed(1)
    loud = (
        "import numpy as np, warnings\nnp.seterr(all='raise')\nprint('out')\nwarnings.warn('w')\n"
    )
    outcomes = [
        run_check(runnable(bundle, f"{loud}assert False, np.random.rand()"), {}, SHORT)
        for _ in range(2)
    ]
    assert outcomes[0] == outcomes[1]
    assert np.geterr()["divide"] == "warn"
    assert capfd.readouterr() == ("", "")


def test_a_bare_assert_says_its_line(bundle: Bundle) -> None:
    """An empty message would tell staff nothing."""
    outcome = run_check(runnable(bundle, "assert 1 == 2"), {}, SHORT)
    assert (outcome.verdict, outcome.message) == (
        Verdict.FAILED,
        "line 6 of the test file does not hold",
    )


def test_a_bundle_that_contradicts_itself_is_refused(bundle: Bundle) -> None:
    """One line says what to do."""
    question = replace(bundle.questions[0], checks=bundle.questions[0].checks[:1])
    with pytest.raises(
        Exception, match="lists 1 checks, its test file has 3; run `autograder build`"
    ):
        runnable_checks(question)
