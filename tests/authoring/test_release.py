"""Otter Assign is asked, compared and normalised."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from otter.test_files.exception_test import ExceptionTestFile

from autograder.authoring import filled_notebook, load_assignment
from autograder.authoring.archive import zip_members
from autograder.authoring.notebook import VOICE
from autograder.authoring.release import make_release
from autograder.errors import AutograderError, UsageError

Edit = Callable[[str, str, str], None]
NOTEBOOK = "01_sums.ipynb"


def sources(notebook: bytes) -> list[str]:
    return ["".join(cell["source"]) for cell in json.loads(notebook)["cells"]]


def test_a_student_receives_the_notebook_and_the_files(repository: Path) -> None:
    """Prompts, placeholders and check cells in the source's order; nothing hidden."""
    release = make_release(load_assignment(repository, "1"), repository)
    assert sorted(release.files) == [NOTEBOOK, "data/numbers.csv"]
    cells = sources(release.files[NOTEBOOK])
    kinds = [cell.splitlines()[0] for cell in cells]
    assert kinds == [
        "# Sums",
        "# Run this cell first: it loads the checks that come with this notebook.",
        "import numpy as np",
        "### Twice as much",
        "def double(x):",
        'grader.check("double")',
        "try:",
        "### The mean and the spread",
        "examples = [1.0, 2.0, 6.0]",
        "def average(values):",
        'grader.check("average")',
        "### In your own words",
        "*Double-click here and write your answer in place of this line.*",
    ]


def test_the_notebook_says_what_it_is(repository: Path) -> None:
    """Metadata names the assignment and the source; answer cells name their question."""
    release = make_release(load_assignment(repository, "1"), repository)
    notebook = json.loads(release.files[NOTEBOOK])
    assert notebook["metadata"]["mathtx"] == {
        "assignment": "01_sums",
        "generated": "by autograder build from solutions/01_sums: edit the source, not this file",
        "voice": VOICE.read_text(encoding="utf-8"),
    }
    assert notebook["metadata"]["otter"]["assignment_name"] == "01_sums"
    answers = [c for c in notebook["cells"] if "otter_answer_cell" in c["metadata"].get("tags", [])]
    assert [c["id"] for c in answers] == ["double-answer", "average-answer"]
    assert [c["metadata"]["mathtx"] for c in answers] == [
        {"answer": "double"},
        {"answer": "average"},
    ]
    locked = [c["id"] for c in notebook["cells"] if c["metadata"].get("editable") is False]
    assert "double-check" in locked
    assert not {"double-answer", "double-figure-2"} & set(locked)


def test_test_files_hold_every_check_in_order(repository: Path) -> None:
    """Names, points, hidden flags and messages survive Otter; points add up to the question's."""
    assignment = load_assignment(repository, "1")
    release = make_release(assignment, repository)
    for question in assignment.questions:
        cases = ExceptionTestFile.from_string(release.test_files[question.id]).test_cases
        assert [(c.body.test_func.__name__, c.points, c.hidden) for c in cases] == [
            (c.name, c.points, c.hidden) for c in question.checks
        ]
        assert [(c.success_message, c.failure_message) for c in cases] == [
            (c.sentence, c.hint) for c in question.checks
        ]
        assert sum(c.points for c in cases) == question.points


def test_test_files_hold_the_authors_text(repository: Path) -> None:
    """Comments and quotes stay, whichever Python builds."""
    assignment = load_assignment(repository, "1")
    release = make_release(assignment, repository)
    public = json.loads(release.files[NOTEBOOK])["metadata"]["otter"]["tests"]["double"]
    first, second = assignment.questions[0].checks
    assert "# a comment, and" in first.source
    assert first.source in public
    assert second.source not in public
    assert first.source in release.test_files["double"]
    assert second.source in release.test_files["double"]


def test_odd_characters_in_a_sentence_survive(repository: Path, edit: Edit) -> None:
    """Otter does not escape messages; ours arrive as they were written."""
    odd = r"""C:\new is "λ ≤ {{ 1 }}", isn't it? # 100 %: - {x} \\"""
    edit("double/question.py", '"""Twice 3 is 6, not "33"."""', f'r"""{odd}"""')
    assignment = load_assignment(repository, "1")
    assert assignment.questions[0].checks[0].sentence == odd
    release = make_release(assignment, repository)
    case = ExceptionTestFile.from_string(release.test_files["double"]).test_cases[0]
    assert case.success_message == odd


def test_zero_points_stay_zero(repository: Path, edit: Edit) -> None:
    """A public check alone in the student's metadata, worth nothing, is not given a point."""
    edit("double/question.py", "points=0.5", "points=0")
    edit("double/question.py", "points=1.5", "points=2")
    release = make_release(load_assignment(repository, "1"), repository)
    public = json.loads(release.files[NOTEBOOK])["metadata"]["otter"]["tests"]["double"]
    assert [c.points for c in ExceptionTestFile.from_string(public).test_cases] == [0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# It works for arrays too.", "# It works # IGNORE"),
        ("# ### Twice as much", "# # Ignore this heading"),
        ('    """2x, for a number or an array x."""', '    """2x."""  # SOLUTION'),
    ],
)
def test_otters_own_marks_in_a_source_are_noticed(
    old: str, new: str, repository: Path, edit: Edit
) -> None:
    """Otter drops or changes such a cell in silence; build does not."""
    edit("double/question.py", old, new)
    assignment = load_assignment(repository, "1")
    with pytest.raises(AutograderError, match=r"otter assign made cell \d .*; wanted .*; keep Ott"):
        make_release(assignment, repository)


def test_a_failure_of_otter_is_one_line(repository: Path, edit: Edit) -> None:
    """A fenced otter block that never ends stops Otter Assign."""
    edit("double/question.py", "# It works for arrays too.", "# ```otter")
    assignment = load_assignment(repository, "1")
    with pytest.raises(AutograderError, match=r"^otter assign stopped with .*Unclosed.*; wanted"):
        make_release(assignment, repository)


def test_a_release_is_quiet(repository: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Otter prints nothing at the author."""
    make_release(load_assignment(repository, "1"), repository)
    assert capfd.readouterr() == ("", "")


def test_the_same_bytes_in_another_folder(repository: Path, another_repository: Path) -> None:
    """Cell ids, times, paths and the order of folders do not show."""
    here = make_release(load_assignment(repository, "1"), repository)
    there = make_release(load_assignment(another_repository, "1"), another_repository)
    assert here == there


def test_one_more_hidden_check_leaves_the_notebook_as_it_was(repository: Path, edit: Edit) -> None:
    """A class that has the notebook already need not receive it again."""
    before = make_release(load_assignment(repository, "1"), repository)
    edit("double/question.py", "points=1.5", "points=1")
    path = repository / "solutions/01_sums/double/question.py"
    more = '\n# %% tags=["check", "hidden"] points=0.5 hint="Zero?"\ndef doubles_zero(double):\n'
    more += '    """Twice 0 is 0."""\n    assert double(0) == 0\n'
    path.write_text(path.read_text() + more)
    after = make_release(load_assignment(repository, "1"), repository)
    assert after.files == before.files
    assert after.test_files != before.test_files


def test_otters_zip_holds_tests_reference_and_files(repository: Path) -> None:
    """What `otter run` and Gradescope need."""
    (repository / "mathtx_ref/__pycache__").mkdir()
    (repository / "mathtx_ref/__pycache__/sums.pyc").write_text("x")
    release = make_release(load_assignment(repository, "1"), repository)
    assert sorted(zip_members(release.otter_zip)) == [
        "environment.yml",
        "files/data/numbers.csv",
        "files/mathtx_ref/__init__.py",
        "files/mathtx_ref/sums.py",
        "otter_config.json",
        "run_autograder",
        "run_otter.py",
        "setup.sh",
        "tests/average.py",
        "tests/double.py",
    ]


def test_a_filled_notebook_is_the_release_with_answers(repository: Path) -> None:
    """Only the answer cells differ; without answers nothing but the public checks is missing."""
    assignment = load_assignment(repository, "1")
    released = make_release(assignment, repository).files[NOTEBOOK]
    blank = filled_notebook(assignment, {})
    filled = filled_notebook(assignment, {"double": "x = 1"})
    assert json.loads(blank)["cells"] == json.loads(released)["cells"]
    changed = [(a, b) for a, b in zip(sources(blank), sources(filled), strict=True) if a != b]
    assert changed == [(assignment.questions[0].placeholder, "x = 1")]


def test_an_answer_to_no_question_is_refused(repository: Path) -> None:
    """The known questions are listed."""
    assignment = load_assignment(repository, "1")
    expected = "found an answer to 'triple'; wanted one of: double, average; correct it"
    with pytest.raises(UsageError) as refused:
        filled_notebook(assignment, {"triple": ""})
    assert str(refused.value) == expected
