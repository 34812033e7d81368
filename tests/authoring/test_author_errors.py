"""Every mistake of an author is refused in one line: file, line, found, wanted, what to do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.authoring import load_assignment
from autograder.authoring.notebook import student_cells
from autograder.errors import AuthorError

Edit = Callable[[str, str, str], None]
DOUBLE = "double/question.py"
HIDDEN = 'points=1.5 hint="What is the type of x?"'
PUBLIC = 'points=0.5 hint="Add x to itself."'

# (file, old text, new text, the message behind solutions/01_sums/)
EDITS = {
    "duplicate check": (
        DOUBLE,
        "def doubles_arrays_as_well(",
        "def doubles_three(",
        "double/question.py:22: found a second check doubles_three, the first is on line 16; "
        "wanted different names, Otter silently drops the first; rename one",
    ),
    "missing hint": (
        DOUBLE,
        ' hint="Add x to itself."',
        "",
        'double/question.py:15: found no hint for check doubles_three; wanted hint="…", '
        "a sentence shown when the check fails; write one in the cell's first line",
    ),
    "empty hint": (DOUBLE, '"Add x to itself."', '" "', "no hint for check doubles_three"),
    "quote in a hint": (
        DOUBLE,
        "Add x to itself.",
        r"Add \"x\".",
        "double/question.py:15: found a double quote, backslash or line break in the hint of "
        "check doubles_three; wanted none, it would break Otter's test file; "
        "use ‘…’ or say it in other words",
    ),
    "backslash in a hint": (DOUBLE, "Add x to itself.", r"Use \\lambda.", "a double quote, back"),
    "newline in a hint": (DOUBLE, "Add x to itself.", r"Add\nx.", "a double quote, backslash"),
    "no points": (
        DOUBLE,
        PUBLIC,
        'hint="Add x to itself."',
        "double/question.py:15: found no points for check doubles_three; "
        "wanted a number above 0 or 0; write points=1 in the cell's first line",
    ),
    "points no number": (
        DOUBLE,
        "points=1.5",
        'points="1.5"',
        "double/question.py:21: found points='1.5' for check doubles_arrays_as_well; "
        "wanted a number above 0; write points=1 in the cell's first line",
    ),
    "points true": (DOUBLE, "points=0.5", "points=true", "found points=True for check"),
    "hidden zero": (DOUBLE, "points=1.5", "points=0", "found points=0 for check doubles_arrays"),
    "negative": (DOUBLE, "points=0.5", "points=-1", "found points=-1 for check doubles_three"),
    "wrong sum": (
        DOUBLE,
        "points=1.5",
        "points=2",
        "double/question.py:16: found checks worth 2.5 points; "
        "wanted 2, as assignment.toml says; change the points of a check",
    ),
    "no public check": (
        DOUBLE,
        f'["check"] {PUBLIC}',
        f'["check", "hidden"] {PUBLIC}',
        "double/question.py:1: found no public check; "
        "wanted at least one public and one hidden check; add one",
    ),
    "already solved": (
        DOUBLE,
        "    # BEGIN SOLUTION\n    array_of_x = np.asarray(x)\n    return array_of_x + array_of_x\n"
        "    # END SOLUTION\n",
        "    return 2 * x\n",
        "double/question.py:8: found an answer already solved: no solution block in double; "
        "wanted one block between # BEGIN SOLUTION and # END SOLUTION; mark the solution",
    ),
    "empty solution": (
        DOUBLE,
        "    array_of_x = np.asarray(x)\n    return array_of_x + array_of_x\n",
        "    ...\n",
        "double/question.py:8: found an empty solution block in double; "
        "wanted a solution that differs from the placeholder; write the solution",
    ),
    "two blocks": (
        DOUBLE,
        "    array_of_x = np.asarray(x)\n",
        "    array_of_x = np.asarray(x)\n    # END SOLUTION\n    # BEGIN SOLUTION\n",
        "double/question.py:8: found 2 solution blocks in double; wanted one block",
    ),
    "unclosed block": (
        DOUBLE,
        "    # END SOLUTION\n",
        "",
        "double/question.py:10: found # BEGIN SOLUTION without # END SOLUTION; "
        "wanted pairs of # BEGIN SOLUTION and # END SOLUTION inside a function; close the block",
    ),
    "unopened block": (
        DOUBLE,
        "    # BEGIN SOLUTION\n",
        "",
        "double/question.py:12: found # END SOLUTION without # BEGIN SOLUTION; wanted pairs",
    ),
    "nested block": (
        DOUBLE,
        "    array_of_x = np.asarray(x)\n",
        "    # BEGIN SOLUTION\n",
        "double/question.py:11: found a nested # BEGIN SOLUTION; wanted pairs",
    ),
    "block outside": (
        DOUBLE,
        "def double(x):\n",
        "# BEGIN SOLUTION\n# END SOLUTION\ndef double(x):\n",
        "double/question.py:8: found # BEGIN SOLUTION outside a function; wanted pairs of "
        "# BEGIN SOLUTION and # END SOLUTION inside a function; move it inside",
    ),
    "misspelt marker": (
        DOUBLE,
        "# BEGIN SOLUTION",
        "# BEGIN SOLUTION NO PROMPT",
        "double/question.py:10: found '# BEGIN SOLUTION NO PROMPT'; "
        "wanted # BEGIN SOLUTION or # END SOLUTION; write it so",
    ),
    "answer without docstring": (
        DOUBLE,
        '    """2x, for a number or an array x."""\n',
        "",
        "double/question.py:8: found double without a docstring; "
        "wanted one that is enough to answer from; say shapes, units and errors",
    ),
    "other function": (
        DOUBLE,
        "def double(x):",
        "def twice(x):",
        "double/question.py:8: found an answer cell whose first function is twice; "
        "wanted def double(…), the folder's name; rename the function or the folder",
    ),
    "no answer cell": (
        DOUBLE,
        ' tags=["answer"]',
        "",
        'double/question.py:1: found no answer cell; wanted # %% tags=["answer"] exactly once; '
        "put all of a question's functions into one",
    ),
    "two answer cells": (
        DOUBLE,
        'tags=["figure"]',
        'tags=["answer"]',
        "double/question.py:30: found 2 answer cells; wanted",
    ),
    "unknown tag": (
        DOUBLE,
        '["figure"]',
        '["figures"]',
        'double/question.py:30: found tags=[\'figures\']; wanted ["answer"], ["check"], '
        '["check", "hidden"] or ["figure"] on a code cell; correct the tags',
    ),
    "tags no list": (DOUBLE, '["figure"]', '"figure"', "found tags=figure; wanted"),
    "unknown option": (
        DOUBLE,
        'tags=["figure"]',
        'tags=["figure"] points=1',
        "double/question.py:30: found the option points; wanted tags, and points and hint on a "
        "check; remove it or tag the cell as a check",
    ),
    "unreadable marker": (
        DOUBLE,
        '# %% tags=["figure"]',
        "# %% tags=[figure]",
        "double/question.py:30: found '# %% tags=[figure]'; wanted '# %%', '# %% [markdown]' or "
        '\'# %% tags=["…"] points=1 hint="…"\'; write the cell\'s first line so',
    ),
    "text before cells": (
        DOUBLE,
        "# %% [markdown]\n",
        "import numpy\n# %% [markdown]\n",
        "double/question.py:1: found 'import numpy' before the first cell; "
        "wanted a file that starts with a '# %%' line; move it into a cell",
    ),
    "bare markdown": (
        DOUBLE,
        "# It works",
        "It works",
        "double/question.py:5: found 'It works for arrays too.' in a markdown cell; wanted "
        "commented lines; start the line with '# ' or begin a code cell with '# %%'",
    ),
    "no heading": (
        DOUBLE,
        "# ### Twice as much\n",
        "",
        "double/question.py:1: found no heading; wanted a markdown cell with '### …'; give a title",
    ),
    "syntax error": (
        DOUBLE,
        "    assert double(3) == 6,",
        "    assert double(3 == 6,",
        "double/question.py:19: found a syntax error ('(' was never closed); "
        "wanted Python; correct the line",
    ),
    "check without docstring": (
        DOUBLE,
        '    """Arrays are doubled entry by entry."""\n',
        "",
        "double/question.py:22: found check doubles_arrays_as_well without a docstring; wanted a "
        "first line for the student; say in one sentence what the check wants",
    ),
    "free name": (
        DOUBLE,
        "    import numpy as np\n",
        "",
        "double/question.py:26: found the free name np in a check; wanted only arguments, "
        "local names, own imports and builtins; import or define np in the check's body",
    ),
    "free name in a comprehension": (
        DOUBLE,
        "double(3) == 6,",
        "all(double(i) == factor * i for i in range(3)),",
        "double/question.py:19: found the free name factor in a check",
    ),
    "default value": (
        DOUBLE,
        "def doubles_three(double):",
        "def doubles_three(double=None):",
        "double/question.py:16: found a default value or a decorator in check doubles_three; "
        "wanted a plain function, Otter passes every argument itself; move it into the body",
    ),
    "foreign argument": (
        DOUBLE,
        "def doubles_three(double):",
        "def doubles_three(double, np):",
        "double/question.py:16: found argument np in check doubles_three; "
        "wanted the student's names only: double; import anything else in the body",
    ),
    "no argument": (
        DOUBLE,
        "def doubles_three(double):\n",
        "def doubles_three():\n    double = abs\n",
        "double/question.py:16: found no plain arguments in check doubles_three; wanted",
    ),
    "reserved name": (
        DOUBLE,
        "def doubles_three(",
        "def points(",
        "double/question.py:16: found check points; wanted a name that Otter's test files and "
        "Python do not use; choose another",
    ),
    "builtin name": (DOUBLE, "def doubles_three(", "def sum(", "found check sum; wanted a name"),
    "two functions": (
        DOUBLE,
        "def doubles_three(double):",
        "def helper():\n    pass\n\ndef doubles_three(double):",
        "double/question.py:16: found a check cell with 2 statements, not one function; "
        "wanted exactly one function; split the cell or its code",
    ),
    "module-level code": (
        DOUBLE,
        "def doubles_three(double):",
        "limit = 3\ndef doubles_three(double):",
        "double/question.py:16: found a check cell with 2 statements",
    ),
    "pytest": (
        DOUBLE,
        "    assert double(3) == 6,",
        "    import pytest\n    assert double(3) == 6,",
        "double/question.py:19: found an import of pytest in the public check doubles_three; "
        "wanted numpy, the standard library; "
        "use mathtx_ref.checking: pytest.raises escapes Otter's except Exception",
    ),
    "public reference": (
        DOUBLE,
        "    assert double(3) == 6,",
        "    from mathtx_ref import sums\n    assert double(3) == 6,",
        "double/question.py:19: found an import of mathtx_ref in the public check doubles_three; "
        "wanted numpy, the standard library; "
        "compare with a number you trust, or make the check hidden",
    ),
    "hidden scipy": (
        DOUBLE,
        "    import numpy as np\n",
        "    import numpy as np\n    import scipy.linalg\n",
        "double/question.py:25: found an import of scipy.linalg in the hidden check "
        "doubles_arrays_as_well; wanted numpy, the standard library or mathtx_ref; "
        "write it in numpy",
    ),
    "relative import": (DOUBLE, "from mathtx_ref.sums", "from .sums", "found an import of . in"),
    "attempt syntax": (
        "double/accepted/multiplies.py",
        "def double(x):",
        "def double(x)",
        "double/accepted/multiplies.py:5: found a syntax error (expected ':'); "
        "wanted Python; correct the line",
    ),
    "attempt without line 1": (
        "double/accepted/multiplies.py",
        '"""Multiplies by two."""\n',
        "",
        "double/accepted/multiplies.py:1: found 'import numpy as np'; "
        'wanted """a sentence to the student""" on line 1; '
        "say what is right or wrong about this answer",
    ),
    "attempt with a long docstring": (
        "double/accepted/multiplies.py",
        '"""Multiplies by two."""',
        '"""Multiplies\nby two."""',
        'double/accepted/multiplies.py:1: found \'"""Multiplies\'; wanted',
    ),
    "attempt defines another name": (
        "average/accepted/loops.py",
        "def spread(",
        "def range_of(",
        "average/accepted/loops.py:1: found no spread defined; "
        "wanted average, spread, as in the answer; define it",
    ),
    "accepted and caught": (
        "double/accepted/multiplies.py",
        '"""Multiplies by two."""\n',
        '"""Multiplies by two."""\n# caught by: doubles_three\n',
        "double/accepted/multiplies.py:2: found '# caught by: doubles_three' in an accepted "
        "attempt; wanted line 1 only, nothing catches a right answer; "
        "remove the line or move the file to rejected/",
    ),
    "unknown check": (
        "double/rejected/repeats.py",
        "doubles_arrays_as_well",
        "doubles_lists",
        "double/rejected/repeats.py:2: found the unknown check doubles_lists; "
        "wanted one of doubles_three, doubles_arrays_as_well; correct the name",
    ),
    "no caught by": (
        "double/rejected/repeats.py",
        "# caught by: doubles_arrays_as_well\n",
        "",
        "double/rejected/repeats.py:2: found no check named; wanted '# caught by: …'; "
        "name the checks that must catch it",
    ),
    "bad toml": (
        "assignment.toml",
        "double = 2",
        "double = ",
        "assignment.toml:8: found no TOML (Invalid value (at line 8, column 10)); "
        "wanted TOML; correct the line",
    ),
    "unknown key": (
        "assignment.toml",
        'files = ["data/numbers.csv"]',
        'file = ["data/numbers.csv"]',
        "assignment.toml:5: found the key file; wanted title (str), setup (str), files (list), "
        "points (dict), limits (dict); correct or remove it",
    ),
    "wrong type": (
        "assignment.toml",
        'title = "Sums"',
        "title = 1",
        "assignment.toml:1: found title = 1; wanted",
    ),
    "no title": (
        "assignment.toml",
        'title = "Sums"',
        'title = ""',
        "assignment.toml:1: found no title; wanted a title and [points] with every question's; "
        "add title",
    ),
    "points no positive number": (
        "assignment.toml",
        "double = 2",
        "double = 0",
        "assignment.toml:8: found points of double = 0; wanted a question's folder name and "
        "a number above 0; correct it",
    ),
    "unknown limit": (
        "assignment.toml",
        "call_cpu = 3",
        "call_time = 3",
        "assignment.toml:12: found the limit call_time = 3; wanted a number above 0 for one of "
        "cell_cpu, call_cpu, submission_cpu, check_cpu, wall_factor, memory_mib, frame_mib, "
        "file_mib; correct it",
    ),
    "file missing": (
        "assignment.toml",
        "data/numbers.csv",
        "data/numbers.txt",
        "assignment.toml:5: found files lists 'data/numbers.txt'; "
        "wanted a file beside assignment.toml; correct it",
    ),
    "file outside": ("assignment.toml", "data/numbers.csv", "../../mathtx_ref/sums.py", "lists"),
    "question without folder": (
        "assignment.toml",
        "double = 2",
        "double = 2\ntriple = 1",
        "triple:1: found no question.py; wanted the question's source; "
        "write the question or take it out of assignment.toml",
    ),
    "folder not listed": (
        "assignment.toml",
        "average = 1.5\n",
        "",
        "average/question.py:1: found a stray file; wanted assignment.toml, intro.md, the listed "
        "files and <question>/; add average to [points] in assignment.toml",
    ),
    "file not listed": (
        "assignment.toml",
        'files = ["data/numbers.csv"]',
        "",
        "data/numbers.csv:1: found a stray file; wanted assignment.toml, intro.md, the listed "
        "files and <question>/; remove it or list it",
    ),
}


@pytest.mark.parametrize("case", EDITS)
def test_a_mistake_is_refused_in_one_line(case: str, repository: Path, edit: Edit) -> None:
    """The message names the file and its line, what was found, what was wanted and what to do."""
    name, old, new, expected = EDITS[case]
    edit(name, old, new)
    with pytest.raises(AuthorError) as refused:
        load_assignment(repository, "01_sums")
    lines = str(refused.value).splitlines()
    matching = [line for line in lines if expected in line]
    assert matching, f"wanted {expected!r} in:\n" + "\n".join(lines)
    assert matching[0].startswith("solutions/01_sums/")
    assert [part in matching[0] for part in (": found ", "; wanted ", "; ")] == [True] * 3


def test_public_checks_carry_at_most_a_third(repository: Path, edit: Edit) -> None:
    """What a student can see is not what most of the points are for."""
    edit("average/question.py", "points=0.25", "points=0.75")
    edit("average/question.py", "points=1.25", "points=0.75")
    with pytest.raises(AuthorError) as refused:
        load_assignment(repository, "01_sums")
    assert str(refused.value) == (
        "solutions/01_sums/average/question.py:23: found public checks worth 0.75 of 1.5 points; "
        "wanted at most a third; move points to the hidden checks"
    )


def test_a_question_needs_a_hidden_check(repository: Path, edit: Edit) -> None:
    """Public checks alone prove nothing."""
    edit("average/question.py", '["check", "hidden"]', '["check"]')
    with pytest.raises(AuthorError, match=r"average/question.py:1: found no hidden check; wanted"):
        load_assignment(repository, "01_sums")


@pytest.mark.parametrize("kind", ["accepted", "rejected"])
def test_a_question_needs_attempts(repository: Path, kind: str) -> None:
    """Without an attempt of each kind nobody knows what the checks are worth."""
    for attempt in (repository / "solutions/01_sums/double" / kind).iterdir():
        attempt.unlink()
    expected = rf"double/{kind}:1: found no {kind} attempt; wanted at least one, .*; add {kind}/"
    with pytest.raises(AuthorError, match=expected):
        load_assignment(repository, "01_sums")


QUESTION_FILES = r"question\.py, accepted/\*\.py and rejected/\*\.py"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("notes.txt", "assignment.toml, intro.md, the listed files and <question>/"),
        ("double/question_old.py", QUESTION_FILES),
        ("double/rejected/notes.txt", QUESTION_FILES),
        ("double/reject/wrong.py", QUESTION_FILES),
    ],
)
def test_a_stray_file_is_refused(repository: Path, name: str, wanted: str) -> None:
    """A file that no rule expects is forgotten or misnamed."""
    stray = repository / "solutions/01_sums" / name
    stray.parent.mkdir(exist_ok=True)
    stray.write_text("x")
    expected = rf"solutions/01_sums/{name}:1: found a stray file; wanted {wanted}; remove "
    with pytest.raises(AuthorError, match=expected):
        load_assignment(repository, "01_sums")


def test_what_tools_leave_behind_is_no_stray_file(repository: Path) -> None:
    """Caches and checkpoints appear without the author's doing."""
    for name in ("__pycache__/x.pyc", "double/__pycache__/x.pyc", ".ipynb_checkpoints/a.ipynb"):
        path = repository / "solutions/01_sums" / name
        path.parent.mkdir()
        path.write_text("x")
    assert load_assignment(repository, "01_sums").slug == "01_sums"


def test_a_missing_introduction_is_refused(repository: Path) -> None:
    """The notebook's first cell is the author's."""
    (repository / "solutions/01_sums/intro.md").unlink()
    expected = r"intro.md:1: found no introduction; wanted the notebook's first cell, in markdown;"
    with pytest.raises(AuthorError, match=expected):
        load_assignment(repository, "01_sums")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "rubric.md",
            "# Rubric: sums\n",
            "written/rubric.md:1: found a rubric without marks; wanted '# Rubric: its subject "
            "(8 marks)' as its first line; say how many marks there are",
        ),
        ("rubric.md", "# Rubric: sums (0 marks)\n", "rubric.md:1: found a rubric without marks"),
        ("rubric.md", None, "written/rubric.md:1: found a rubric without marks; wanted"),
        (
            "question.md",
            None,
            "written/question.md:1: found no written question; wanted a heading and what to "
            "write about, in markdown; write it",
        ),
    ],
)
def test_a_written_question_needs_prompt_and_rubric(
    repository: Path, name: str, text: str | None, expected: str
) -> None:
    """A person can mark it, and knows how many marks there are."""
    path = repository / "solutions/01_sums/written" / name
    path.unlink() if text is None else path.write_text(text)
    with pytest.raises(AuthorError, match=re.escape(expected)):
        load_assignment(repository, "01_sums")


def test_an_assignment_may_have_no_written_question(repository: Path) -> None:
    """Then nothing of it is shown."""
    shutil.rmtree(repository / "solutions/01_sums/written")
    assignment = load_assignment(repository, "01_sums")
    assert assignment.written is None
    assert not [cell for cell in student_cells(assignment) if cell.id.startswith("written")]


def test_a_file_that_is_no_text_is_refused(repository: Path) -> None:
    """The line of the first odd byte is named."""
    path = repository / "solutions/01_sums" / DOUBLE
    path.write_bytes(path.read_bytes().replace(b"# It works", b"# \xff works"))
    with pytest.raises(AuthorError, match=r"question.py:5: found bytes that are no UTF-8; wanted"):
        load_assignment(repository, "01_sums")


def test_all_mistakes_are_said_at_once(repository: Path, edit: Edit) -> None:
    """One line each, in the order of files and lines."""
    edit(DOUBLE, ' hint="Add x to itself."', "")
    edit(DOUBLE, "points=1.5", "points=-2")
    edit("average/rejected/median.py", "averages_three_numbers,", "averages,")
    with pytest.raises(AuthorError) as refused:
        load_assignment(repository, "01_sums")
    places = [line.split(": ")[0] for line in str(refused.value).splitlines()]
    assert places == [
        "solutions/01_sums/average/rejected/median.py:2",
        "solutions/01_sums/double/question.py:15",
        "solutions/01_sums/double/question.py:21",
    ]


def test_a_public_check_may_be_worth_nothing(repository: Path, edit: Edit) -> None:
    """0 points show a student the idea without a mark for it."""
    edit(DOUBLE, "points=0.5", "points=0")
    edit(DOUBLE, "points=1.5", "points=2")
    assert load_assignment(repository, "01_sums").questions[0].checks[0].points == 0
