"""Sources become an Assignment; an assignment is found by its name or number."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.authoring import find_assignment, known_assignments, load_assignment
from autograder.errors import UsageError
from autograder.model import Limits

PLACEHOLDER = '''\
def double(x):
    """2x, for a number or an array x."""
    raise NotImplementedError("double is not answered yet")  # replace this line with your answer'''
SOLVED = '''\
def double(x):
    """2x, for a number or an array x."""
    array_of_x = np.asarray(x)
    return array_of_x + array_of_x'''


@pytest.mark.parametrize("name", ["01_sums", "01", "1"])
def test_name_and_number_mean_an_assignment(name: str, repository: Path) -> None:
    """07 and 7 are the same number."""
    assert find_assignment(repository, name) == "01_sums"


@pytest.mark.parametrize("name", ["02", "sums", "", "01_", "x"])
def test_an_unknown_assignment_lists_the_known_ones(name: str, repository: Path) -> None:
    """A folder without assignment.toml is none."""
    (repository / "solutions/data").mkdir()
    expected = f"found no assignment '{name}'; wanted one of: 01_sums; give its name or its number"
    with pytest.raises(UsageError) as refused:
        load_assignment(repository, name)
    assert str(refused.value) == expected
    assert known_assignments(repository) == ("01_sums",)


def test_an_empty_repository_says_what_an_assignment_is(tmp_path: Path) -> None:
    """Nothing to list: the message says what would be listed."""
    with pytest.raises(UsageError, match=r"wanted one of: a folder with assignment.toml in sol"):
        load_assignment(tmp_path, "01")


def test_an_assignment_is_read_as_it_is_written(repository: Path) -> None:
    """Titles, order, points, limits, shipped files."""
    assignment = load_assignment(repository, "1")
    assert (assignment.slug, assignment.title, assignment.setup) == (
        "01_sums",
        "Sums",
        "import numpy as np",
    )
    assert assignment.files == ("data/numbers.csv",)
    assert assignment.limits == Limits(call_cpu=3)
    assert [(q.id, q.title, q.points, q.names) for q in assignment.questions] == [
        ("double", "Twice as much", 2.0, ("double",)),
        ("average", "The mean and the spread", 1.5, ("average", "spread")),
    ]


def test_an_answer_has_a_solved_and_an_unanswered_form(repository: Path) -> None:
    """The markers are gone from both; each function gets its own placeholder."""
    double, average = load_assignment(repository, "1").questions
    assert double.answer == SOLVED
    assert double.placeholder == PLACEHOLDER
    assert average.placeholder.count("    raise NotImplementedError(") == 2
    assert "SOLUTION" not in average.answer + average.placeholder


def test_checks_keep_their_order_and_flags(repository: Path) -> None:
    """The docstring's first line is the student's sentence."""
    checks = load_assignment(repository, "1").questions[0].checks
    assert [(c.name, c.hidden, c.points, c.hint, c.sentence, c.line) for c in checks] == [
        ("doubles_three", False, 0.5, "Add x to itself.", 'Twice 3 is 6, not "33".', 16),
        (
            "doubles_arrays_as_well",
            True,
            1.5,
            "What is the type of x?",
            "Arrays are doubled entry by entry.",
            22,
        ),
    ]


def test_attempts_carry_what_their_first_lines_say(repository: Path) -> None:
    """The header is not part of the answer cell."""
    double, average = load_assignment(repository, "1").questions
    accepted, rejected = double.attempts
    assert (accepted.accepted, accepted.sentence) == (True, "Multiplies by two.")
    assert accepted.source.startswith("import numpy as np\n")
    assert (rejected.caught_by, rejected.nudge, rejected.undiagnosable) == (
        ("doubles_arrays_as_well",),
        "Is a list a vector?",
        False,
    )
    assert rejected.source.startswith("def double(x):")
    assert average.attempts[1].undiagnosable
    assert len(average.attempts[1].caught_by) == 2
