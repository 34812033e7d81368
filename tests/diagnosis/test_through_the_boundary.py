"""From a notebook to the page: the student's own functions are asked, across the boundary."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.boundary.session import Session, start_zygote
from autograder.cli.outputs import write_outputs
from autograder.grading.batch import grade_all
from autograder.grading.intake import find_submissions
from autograder.grading.run import grade_submission
from autograder.model import Bundle, CodeCell, Misconception, QuestionResult, Submission
from autograder.reports.report_json import load
from autograder.sandbox.process import Zygote


@pytest.fixture(scope="module")
def zygote(bundle: Bundle) -> Iterator[Zygote]:
    """One for the small bundle."""
    with start_zygote(bundle.limits, {}, False) as zygote:
        yield zygote


def graded(bundle: Bundle, zygote: Zygote, *cells: str, only: str = "") -> QuestionResult:
    """The first question of a notebook with these cells."""
    numbered = tuple(CodeCell(n, cell) for n, cell in enumerate([bundle.setup, *cells], 1))
    submission = Submission("jane", "jane", "jane.ipynb", "digest", numbered)
    start = lambda: Session(zygote, bundle.limits)  # noqa: E731
    return grade_submission(submission, bundle, start, only=only).questions[0]


@pytest.mark.parametrize("name", ["adds", "transposes", "in_place", "forgets_c"])
def test_each_mutant_handed_in_is_told_its_own_words(bundle, zygote, judge, name) -> None:
    """Name, sentence and nudge of the mutant; points and verdicts are as without the diagnosis."""
    mutant = judge.mutants[name]
    result = graded(bundle, zygote, mutant.source)
    assert result.misconception == Misconception(name, mutant.sentence, mutant.nudge)
    without = graded(replace(bundle, mutants=()), zygote, mutant.source)
    assert replace(result, misconception=None) == without


@pytest.mark.parametrize(
    "cell",
    [
        "def scaled(x, c):\n    return np.asarray(x) * c",
        "def scaled(x, c):\n    return x.ravel()[0] * c",
        "def scaled(x, c):\n    import os\n    os._exit(1)",
        "def scaled(x, c):\n    raise NotImplementedError",
        "asked = []\ndef scaled(x, c):\n    asked.append(x)\n"
        "    if len(asked) > 2:\n        while True: pass\n    return x + c",
        "asked = []\ndef scaled(x, c):\n    asked.append(x)\n"
        "    if len(asked) > 2:\n        import os; os._exit(1)\n    return x + c",
        "scaled = 3",
        "",
    ],
)
def test_nothing_is_said_and_nothing_lost(bundle, zygote, cell) -> None:
    """Right answers, deaths in a check or in the diagnosis, no answer: the verdicts, no name."""
    result = graded(bundle, zygote, cell)
    assert result.misconception is None
    assert result == graded(replace(bundle, mutants=()), zygote, cell)


def test_an_answer_that_dawdles_is_asked_no_more(bundle, zygote) -> None:
    """Slow just below each call's limit, it meets the limit of the sum."""
    hurried = replace(bundle, limits=replace(bundle.limits, check_cpu=0.2))
    cell = (
        "asked = []\ndef scaled(x, c):\n    asked.append(x)\n"
        "    if len(asked) > 2: sum(range(20_000_000))\n    return x + c"
    )
    assert graded(bundle, zygote, cell).misconception is not None
    assert graded(hurried, zygote, cell).misconception is None


def test_a_right_answer_is_not_asked_again(bundle, zygote) -> None:
    """Nothing is recorded or replayed for an answer that lost no points."""
    wrong_solution = replace(bundle, answers={"scaled": "raise SystemError('not to be run')"})
    counting = (
        "asked = []\ndef scaled(x, c):\n    asked.append(x)\n"
        "    if len(asked) > 2: raise SystemError\n    return np.asarray(x) * c"
    )
    assert graded(wrong_solution, zygote, counting).misconception is None
    assert graded(wrong_solution, zygote, counting).earned == 3


def test_a_failure_of_the_diagnosis_costs_nothing(bundle, zygote, judge) -> None:
    """A bundle whose solution cannot run, or that lacks it, grades as ever."""
    adds = judge.mutants["adds"].source
    for answers in ({"scaled": "1 / 0"}, {}):
        result = graded(replace(bundle, answers=answers), zygote, adds)
        assert result.misconception is None
        assert result == graded(replace(bundle, mutants=()), zygote, adds)


@pytest.mark.parametrize(
    ("slug", "question"),
    [
        ("01_bilinear_forms", "matrix_of_form"),
        ("04_random_vectors", "cosines"),
        ("07_attention_heads", "split_heads"),
    ],
)
def test_stored_answers_of_the_course_are_told_apart(course, judging, slug, question) -> None:
    """Handed in, a sample of mutants gets its own name or its twin's, and right answers none."""
    bundle = course(slug)
    asked = next(q for q in bundle.questions if q.id == question)
    mutants = [m for m in bundle.mutants if m.question == question and not m.undiagnosable]
    right = [a for a in bundle.accepted if a.question == question]
    with start_zygote(bundle.limits, bundle.files, False) as zygote:
        for attempt in [*random.Random(7).sample(mutants, 5), right[0]]:
            cells = [
                attempt.source if q.id == question else bundle.answers[q.id]
                for q in bundle.questions
            ]
            only = replace(bundle, questions=(asked,))
            only = replace(only, answers={question: bundle.answers[question]})
            found = graded(only, zygote, *cells, only=question).misconception
            wanted = None if attempt.accepted else attempt.twin_of or attempt.name
            assert (found.name if found else None) == wanted, attempt.name


def notebook(*sources: str) -> str:
    cells = [
        {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": s}
        for s in sources
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})


@pytest.mark.parametrize("workers", [1, 2])
def test_the_feedback_page_says_the_idea_and_its_nudge(
    bundle: Bundle, judge, tmp_path: Path, workers: int
) -> None:
    """In the page, the report and the class page; no hidden input, no name; the same gradebook."""
    folder = tmp_path / "class"
    folder.mkdir()
    for student, name in {"ada": "adds", "ben": "adds", "cleo": "in_place"}.items():
        mutant = judge.mutants[name]
        (folder / f"{student}.ipynb").write_text(notebook(bundle.setup, mutant.source))
    (folder / "dan.ipynb").write_text(notebook(bundle.setup, bundle.answers["scaled"]))
    found = find_submissions(folder)
    books = []
    for out, sent in (("out", bundle), ("without", replace(bundle, mutants=()))):
        write_outputs(tmp_path / out, sent, grade_all(sent, found, tmp_path / out, workers=workers))
        books.append((tmp_path / out / "gradebook.csv").read_bytes())
    assert books[0] == books[1]
    page = (tmp_path / "out/feedback/ada.html").read_text()
    assert "Adds c." in page
    assert page.index("What your answer seems to do") < page.index("What is 2 · 3?")
    assert page.index("What is 2 · 3?") < page.index("Twice (1, 2) is (2, 4).")
    assert "Whose array is x?" in (tmp_path / "out/feedback/cleo.html").read_text()
    assert "seems to do" not in (tmp_path / "out/feedback/dan.html").read_text()
    for feedback in (tmp_path / "out/feedback").iterdir():
        text = feedback.read_text()
        assert not any(hidden in text for hidden in ("977.25", "hidden_canary", "np.asarray"))
    report = load((tmp_path / "out/reports/ada.json").read_text())
    assert report.questions[0].misconception == Misconception("adds", "Adds c.", "What is 2 · 3?")
    assert "50 %</span> (2) Adds c." in (tmp_path / "out/index.html").read_text()
