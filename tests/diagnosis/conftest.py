"""Bundles to diagnose with: a small one made by hand, and the course's without building them."""

from __future__ import annotations

import os

# As in the worker: one thread, before numpy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from autograder.authoring import load_assignment
from autograder.diagnosis.answers import functions_of, quiet
from autograder.diagnosis.diagnose import diagnose
from autograder.diagnosis.outcomes import outcome_of
from autograder.diagnosis.table import Table
from autograder.grading.diagnosing import mutants_of, table_of
from autograder.model import Attempt, Bundle, BundleQuestion, CheckInfo, Limits, Question

ROOT = Path(__file__).parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # the reference, which hidden checks import

CHECKS = '''\
from otter.test_files import test_case

OK_FORMAT = False
name = "scaled"
points = None

@test_case(points=1, hidden=False)
def scales_a_vector(scaled):
    """Twice (1, 2) is (2, 4)."""
    import numpy as np
    assert np.allclose(scaled(np.array([1.0, 2.0]), 2.0), [2.0, 4.0])

@test_case(points=2, hidden=True)
def hidden_canary(scaled):
    """A matrix is scaled entry by entry, and the argument stays."""
    import numpy as np
    A = np.array([[1.0, 977.25], [3.0, 4.0]])
    before = A.copy()
    assert np.allclose(scaled(A, 3.0), 3.0 * before)
    assert np.array_equal(A, before)
'''
SOLUTION = "def scaled(x, c):\n    return np.asarray(x) * c"
WRONG = {
    "adds": ("Adds c.", "What is 2 · 3?", "return np.asarray(x) + c", ""),
    "transposes": ("Transposes as well.", "What is a row?", "return c * np.asarray(x).T", ""),
    "in_place": ("Writes into x.", "Whose array is x?", "x *= c\n    return x", ""),
    "forgets_c": ("Gives x back.", "Where is c?", "return np.asarray(x)", ""),
    "divides_by_one": ("Divides by 1.", "Why 1?", "return np.asarray(x) / 1", "forgets_c"),
    "first_entry": ("Scales one entry.", "And the others?", "return x.ravel()[0] * c", ""),
    "first_entry_too": ("Takes x[0, 0].", "And the others?", "return x.ravel()[0] * c", ""),
}  # fmt: skip


def answer(body: str) -> str:
    return f"def scaled(x, c):\n    {body}"


@pytest.fixture(scope="session")
def bundle() -> Bundle:
    """One question with a family of twins and two mutants that nobody can tell apart."""
    checks = (
        CheckInfo("scales_a_vector", False, 1, "hint", "Twice (1, 2) is (2, 4)."),
        CheckInfo("hidden_canary", True, 2, "hint", "A matrix is scaled entry by entry."),
    )
    question = BundleQuestion("scaled", "Scaling", 3, ("scaled",), checks, CHECKS, "")
    mutants = tuple(
        Attempt("scaled", name, False, sentence, answer(body), ("x",), nudge, twin_of=twin)
        for name, (sentence, nudge, body, twin) in WRONG.items()
    )
    accepted = (Attempt("scaled", "loops", True, "Right.", answer("return np.multiply(c, x)")),)
    return Bundle(
        "07_scaling",
        "Scaling",
        "digest",
        Limits(cell_cpu=2, call_cpu=1, check_cpu=2),
        (question,),
        {},
        mutants=mutants,
        accepted=accepted,
        setup="import numpy as np",
        answers={"scaled": SOLUTION},
    )


def course_bundle(slug: str) -> Bundle:
    """The bundle of an assignment, with its checks as they are written."""
    assignment = load_assignment(ROOT, slug)
    attempts = [attempt for question in assignment.questions for attempt in question.attempts]
    return Bundle(
        assignment.slug,
        assignment.title,
        slug,
        assignment.limits,
        tuple(map(_question, assignment.questions)),
        {path: (assignment.path / path).read_bytes() for path in assignment.files},
        mutants=tuple(a for a in attempts if not a.accepted),
        accepted=tuple(a for a in attempts if a.accepted),
        setup=assignment.setup,
        answers={question.id: question.answer for question in assignment.questions},
    )


def _question(question: Question) -> BundleQuestion:
    cases = (
        f"@test_case(points={c.points}, hidden={c.hidden})\n{c.source}\n" for c in question.checks
    )
    head = f"from otter.test_files import test_case\nOK_FORMAT = False\nname = '{question.id}'\n"
    return BundleQuestion(
        question.id,
        question.title,
        question.points,
        question.names,
        tuple(CheckInfo(c.name, c.hidden, c.points, c.hint, c.sentence) for c in question.checks),
        head + "points = None\n\n" + "\n".join(cases),
        question.placeholder,
    )


@pytest.fixture(scope="session")
def course() -> Callable[[str], Bundle]:
    """Makes the bundle of an assignment."""
    return course_bundle


class Judge:
    """Says which mutant a source behaves like; its table is made once."""

    def __init__(self, bundle: Bundle, question: BundleQuestion) -> None:
        self.bundle, self.question = bundle, question
        self.mutants: Mapping[str, Attempt] = mutants_of(bundle, question)
        self.table: Table = table_of(bundle, question)

    def __call__(self, source: str) -> str | None:
        functions = functions_of(self.bundle, self.question, source)
        assert functions is not None
        with quiet():
            found = diagnose(self.table, self.mutants, lambda call: outcome_of(call, functions))
        return found.name if found else None


@pytest.fixture(scope="session")
def judge(bundle: Bundle) -> Judge:
    """For the small bundle."""
    return Judge(bundle, bundle.questions[0])


@pytest.fixture(scope="session")
def judging() -> Callable[[Bundle, BundleQuestion], Judge]:
    """Makes a judge of a question."""
    return Judge


@pytest.fixture(scope="session")
def wrote() -> Callable[[str], str]:
    """The answer cell with this body."""
    return answer
