"""What `grader.check` says in a student's notebook: real Otter, released checks, many answers."""

from __future__ import annotations

import json
import linecache
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pytest

from autograder.authoring import known_assignments, load_assignment
from autograder.model import Assignment, Question
from autograder.reports.matrices import matrices

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = [load_assignment(ROOT, slug) for slug in known_assignments(ROOT)]
MUTANTS = 3
"""of each question, that fail a public check"""
LONGEST, WIDEST = 40, 88
PROMISE = "all public checks pass; hidden checks decide the rest"
OTTERS = (
    "Traceback",
    "assert ",
    "Error at line",
    "Test case",
    "test cases",
    "passed!",
    "<lambda>",
    " at 0x",
)


class Notebook:
    """A release in a folder of its own, its first cells run, all questions solved."""

    def __init__(self, assignment: Assignment, folder: Path) -> None:
        self.folder = folder
        name = f"{assignment.slug}.ipynb"
        shutil.copy(ROOT / "assignments" / assignment.slug / name, folder / name)
        for file in assignment.files:
            shutil.copy(ROOT / "assignments" / assignment.slug / file, folder / file)
        self.names: dict[str, Any] = {"__name__": "__main__"}
        for cell in json.loads((folder / name).read_text())["cells"]:
            if cell["id"] in ("start", "setup"):
                exec("".join(cell["source"]), self.names)
        for question in assignment.questions:
            self.answer(question, question.answer)

    def answer(self, question: Question, source: str) -> None:
        """Run an answer cell, as a kernel does: its lines are known by the cell's file."""
        file = f"<cell of {question.id}>"
        linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
        exec(compile(source, file, "exec"), self.names)

    def check(self, question: Question) -> Any:
        """What the check cell shows, as an object; its repr is the text."""
        with np.errstate(all="ignore"):
            return eval(f'grader.check("{question.id}")', self.names)


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Notebook]]:
    """Slug → its notebook."""
    mpl.use("Agg")
    with pytest.MonkeyPatch.context() as patch:
        # A student's Jupyter loads Otter as it comes, a build only some of it.
        for name in [name for name in sys.modules if name.partition(".")[0] == "otter"]:
            patch.delitem(sys.modules, name)
        made = {}
        for assignment in ASSIGNMENTS:
            folder = tmp_path_factory.mktemp(assignment.slug)
            patch.chdir(folder)
            made[assignment.slug] = Notebook(assignment, folder)
        yield made


@pytest.fixture
def notebook(
    assignment: Assignment, notebooks: dict[str, Notebook], monkeypatch: pytest.MonkeyPatch
) -> Notebook:
    """The assignment's, in its folder."""
    found = notebooks[assignment.slug]
    monkeypatch.chdir(found.folder)
    return found


def stub(question: Question, body: str) -> str:
    """An answer cell whose functions all do the same."""
    return "\n".join(f"def {name}(*args, **options):\n    {body}" for name in question.names)


every_question = pytest.mark.parametrize(
    ("assignment", "question"),
    [(assignment, question) for assignment in ASSIGNMENTS for question in assignment.questions],
    ids=[f"{a.slug}-{q.id}" for a in ASSIGNMENTS for q in a.questions],
)


def in_one_line(text: str) -> str:
    """Without the line breaks that only fit the text to the screen."""
    return " ".join(text.split())


def failed_parts(answer: Any, question: Question) -> dict[str, str]:
    """Public check → what is said of it after its sentence, for those that failed."""
    cases = answer.result.test_case_results
    public = [check for check in question.checks if not check.hidden]
    said = [in_one_line(part) for part in re.split(r"\n+(?=[✓✗])", repr(answer))[1:]]
    parts = {}
    for check, case, part in zip(public, cases, said, strict=True):
        head = f"{'✓' if case.passed else '✗'} {check.sentence}"
        if case.passed:
            assert part == head
        else:
            assert part.startswith(f"{head} ")
            assert part.endswith(f" Hint: {in_one_line(check.hint)}")
            parts[check.name] = part.removeprefix(f"{head} ")
    return parts


def assert_plain(text: str) -> None:
    """Nothing of the test's code or of Otter's frame, and no more than fits a screen."""
    for words in OTTERS:
        assert words not in text
    lines = text.splitlines()
    assert len(lines) <= LONGEST, text
    assert not [line for line in lines if len(line) > WIDEST and " " in line.strip()[:WIDEST]]


def assert_says_the_call(part: str, question: Question) -> None:
    """The call as a student would write it, what it gave, what was expected."""
    calls = "|".join(question.names)
    assert re.match(rf"(\w(, \w)* = )?({calls})\(.*?\)", part), part
    outcome = r"\breturned\b.*(\bexpected\b|cannot be compared with)|\braised \w"
    assert re.search(outcome, part), part


@every_question
def test_a_right_answer_promises_no_more_than_the_public_checks(
    question: Question, notebook: Notebook
) -> None:
    """Every sentence is ticked, and hidden checks are said to decide the rest."""
    answer = notebook.check(question)
    assert repr(answer).splitlines()[0] == f"{question.id}: {PROMISE}"
    assert repr(answer).count("✓") == sum(not check.hidden for check in question.checks)
    assert failed_parts(answer, question) == {}
    assert_plain(repr(answer))


@every_question
def test_a_placeholder_is_said_to_be_unanswered(question: Question, notebook: Notebook) -> None:
    """Two plain sentences, however many checks there are; a missing function is told, too."""
    notebook.answer(question, question.placeholder)
    text = repr(notebook.check(question))
    replace = "Replace `raise NotImplementedError(…)` in its answer cell, run it, then check again."
    assert text == f"{question.id} is not answered yet.\n{replace}"
    del notebook.names[question.id]
    said = f"{question.id} is not defined yet. Run its answer cell, then check again."
    assert in_one_line(repr(notebook.check(question))) == said
    notebook.answer(question, question.answer)


@every_question
def test_a_wrong_answer_is_told_in_the_words_of_the_check(
    question: Question, notebook: Notebook
) -> None:
    """Sentence, call, values and hint for mutants, for None and for an error, and no test code."""
    public = {check.name for check in question.checks if not check.hidden}
    wrong = [a for a in question.attempts if not a.accepted and public & set(a.caught_by)]
    assert wrong
    answers = [a.source for a in wrong[:: max(1, len(wrong) // MUTANTS)][:MUTANTS]]
    nothing, error = stub(question, "return None"), stub(question, 'raise KeyError("no idea")')
    for source in (*answers, nothing, error):
        notebook.answer(question, source)
        answer = notebook.check(question)
        text, parts = repr(answer), failed_parts(answer, question)
        assert parts
        assert text.startswith(f"{question.id}: {len(public) - len(parts)} of {len(public)} public")
        assert_plain(text)
        for part in parts.values():
            assert_says_the_call(part, question)
            assert source != nothing or "None" in part
            if source == error:
                assert re.search(r"raised KeyError: 'no idea' in line \d of its cell: ", part)
    notebook.answer(question, question.answer)


MATRIX = [(a, q) for a in ASSIGNMENTS for q in a.questions if q.id == "matrix_of_form"]
matrix_of_form = pytest.mark.parametrize(("assignment", "question"), MATRIX, ids=["01"])


@matrix_of_form
def test_a_huge_result_is_cut_and_the_expected_one_is_not(
    question: Question, notebook: Notebook
) -> None:
    """Arrays are shown at most 7 x 7, lists by their beginning."""
    for body, most in [("np.ones((300, 300)) / 3", 49), ("[[1 / 3] * 300] * 300", 16)]:
        notebook.answer(question, stub(question, f"return {body}"))
        answer = notebook.check(question)
        assert_plain(repr(answer))
        for part in failed_parts(answer, question).values():
            assert 6 < part.count("0.33333") <= most
            assert re.search(r"expected \[\[.*\]\] .*of shape \(2, .\), not \(300, 300\) H", part)
    notebook.answer(question, question.answer)


@matrix_of_form
def test_a_notebook_that_lost_the_words_is_answered_by_otter(
    assignment: Assignment, question: Question, notebook: Notebook, tmp_path: Path, monkeypatch: Any
) -> None:
    """Other tools drop metadata that they do not know: the first cell runs all the same."""
    monkeypatch.chdir(tmp_path)
    name = f"{assignment.slug}.ipynb"
    document = json.loads((notebook.folder / name).read_text())
    del document["metadata"]["mathtx"]
    (tmp_path / name).write_text(json.dumps(document))
    names = dict(notebook.names)
    exec("".join(document["cells"][1]["source"]), names)
    shown = repr(eval(f'grader.check("{question.id}")', names))
    assert shown.startswith(f"{question.id} results: All test cases passed!")


@matrix_of_form
def test_the_page_draws_the_matrices_of_a_message(
    assignment: Assignment, question: Question, notebook: Notebook
) -> None:
    """What a check says in the notebook is what feedback shows: call, result, expected."""
    (mutant,) = (a for a in question.attempts if a.name == "returns_zeros")
    notebook.answer(question, mutant.source)
    for case in notebook.check(question).result.test_case_results:
        message = case.message.split("AssertionError: ")[1]
        drawn = matrices(message).splitlines()
        assert re.match(r"matrix_of_form\(f, .*\) returned$", drawn[0])
        assert drawn[1:4] in (
            ["[[0.  0.]", " [0.  0.]]", "expected"],
            ["[[0.  0.  0.]", " [0.  0.  0.]]", "expected"],
        )
        assert drawn[4:6] in (["[[1  2]", " [3  4]]"], ["[[ 0  0  5]", " [-1  2  0]]"])
    notebook.answer(question, question.answer)
