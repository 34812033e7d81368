"""`autograder new`: what it writes builds at once, says what to fill in, overwrites nothing."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import autograder
from autograder.authoring.digest import engine_digest
from autograder.authoring.tools.scaffold import places_to_fill
from autograder.authoring.tools.settings_text import in_order, with_question, with_setup

Run = Callable[..., Any]
SETTINGS = Path("solutions/01_sums/assignment.toml")


def files() -> dict[str, bytes]:
    """Everything below solutions/."""
    return {str(p): p.read_bytes() for p in sorted(Path("solutions").rglob("*")) if p.is_file()}


def one_line(said: Any) -> str:
    """The one line a refused command says."""
    assert (said.code, said.out) == (2, ""), said
    assert said.err.count("\n") == 1
    return str(said.err)


def test_a_new_assignment_builds_and_verify_names_what_is_missing(command: Run) -> None:
    """Every scaffolded file passes build; verify says that the mutant survives."""
    said = command("new", "assignment", "08_layer_norm", "--title", "Layer norm")
    assert said.code == 0, said.err
    assert "solutions/08_layer_norm written; 25 places to fill in" in said.out
    assert "then: autograder build 08_layer_norm && autograder verify 08_layer_norm" in said.out
    assert command("build", "8").code == 0
    assert command("build", "--check", "8").code == 0
    proved = command("verify", "8", "--workers", "1")
    assert proved.code == 1
    mutant = "layer_norm/rejected/todo_name_me_after_the_misconception"
    assert f"{mutant}: survives, a wrong answer earns full marks" in proved.out
    assert "no mutant fails layer_norm_gives_the_example" in proved.out
    assert "the solution does not pass" not in proved.out
    assert "a right answer does not pass" not in proved.out
    assert "a blank answer" not in proved.out


def test_every_scaffolded_file_says_what_to_fill_in(command: Run) -> None:
    """No file looks finished; the places are named with file and line."""
    command("new", "assignment", "08_layer_norm")
    root = Path.cwd()
    folder = root / "solutions/08_layer_norm"
    named = {place.split(":")[0] for place in places_to_fill(folder, root)}
    assert named == {str(p.relative_to(root)) for p in folder.rglob("*") if p.is_file()}


def test_a_new_question_keeps_the_settings_comments(command: Run) -> None:
    """One line is added to [points], nothing else changes, and the assignment builds."""
    text = SETTINGS.read_text().replace("average = 1.5", "average = 1.5  # the easy one")
    SETTINGS.write_text(f"# about sums\n{text}")
    before = files()
    assert command("new", "question", "1", "product", "--points", "0.3").code == 0
    after = files()
    assert SETTINGS.read_text() == f"# about sums\n{text}".replace(
        "# the easy one\n", "# the easy one\nproduct = 0.3\n"
    )
    assert {path for path in before if before[path] != after[path]} == {str(SETTINGS)}
    assert command("build", "1").code == 0
    assert list(tomllib.loads(SETTINGS.read_text())["points"]) == ["double", "average", "product"]


def test_a_new_mutant_is_the_solution_until_somebody_makes_it_wrong(command: Run) -> None:
    """It builds, names the checks asked for, and holds the question's solution."""
    chosen = ("--caught-by", "doubles_arrays_as_well", "--caught-by", "doubles_three")
    assert command("new", "mutant", "01/double", "adds_one", *chosen).code == 0
    text = Path("solutions/01_sums/double/rejected/adds_one.py").read_text()
    assert text.splitlines()[1] == "# caught by: doubles_arrays_as_well, doubles_three"
    assert "return array_of_x + array_of_x" in text
    assert "BEGIN SOLUTION" not in text
    assert command("build", "1").code == 0
    command("new", "mutant", "01_sums/double", "adds_two")
    by_default = Path("solutions/01_sums/double/rejected/adds_two.py").read_text()
    assert by_default.splitlines()[1] == "# caught by: doubles_arrays_as_well"


REFUSED = {
    ("assignment", "01_sums"): "found solutions/01_sums already; wanted a new place, nothing is",
    ("assignment", "1_more"): "found 01_sums, which has the number 1 already; wanted a number of",
    ("assignment", "layer"): "found the name 'layer'; wanted a number and a name like 08_layer",
    ("assignment", "../02_x"): "found the name '../02_x'; wanted a number and a name",
    ("assignment", "02_x", "class"): "found the name 'class'; wanted one that a function can have",
    ("assignment", "02_x", "--title", 'a "b"'): "found a quote, backslash or line break in the",
    ("assignment", "02_x", "--points", "0"): "0.0 is not in the range x>0",
    ("assignment", "02_x", "--points", "inf"): "found inf points; wanted a number above 0",
    ("question", "1", "double"): "found double in [points] of 01_sums already; wanted a question",
    ("question", "1", "data"): "found solutions/01_sums/data already; wanted a new place",
    ("question", "1", "written"): "found the name 'written'; wanted one that a function can have",
    ("question", "1", "Big"): "found the name 'Big'; wanted one that a function can have",
    ("question", "1", "points"): "found the name 'points'; wanted one that a function can have",
    ("question", "9", "x"): "found no assignment '9'; wanted one of: 01_sums",
    ("mutant", "1", "x"): "found no question '' in 01_sums; wanted one of: double, average",
    ("mutant", "1/double", "repeats"): "double/rejected/repeats.py already; wanted a new place",
    ("mutant", "1/double", "A-b"): "found the name 'A-b'; wanted the misconception in small",
    ("mutant", "1/double", "x", "--caught-by", "y"): "found no check 'y' in double; wanted one of",
    ("bogus",): "found no such command 'bogus'; wanted: autograder new",
}


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_what_is_refused_writes_nothing(arguments: tuple[str, ...], command: Run) -> None:
    """One line says why; every file is as it was."""
    before = files()
    assert REFUSED[arguments] in one_line(command("new", *arguments))
    assert files() == before


def test_a_broken_question_gets_no_mutant(command: Run) -> None:
    """The author's error is said as build would say it."""
    path = Path("solutions/01_sums/double/question.py")
    path.write_text(path.read_text().replace("points=0.5", ""))
    said = one_line(command("new", "mutant", "1/double", "adds_one"))
    assert "solutions/01_sums/double/question.py:15: found no points for check" in said


def test_an_empty_question_is_an_authors_error(command: Run) -> None:
    """A file begun and left empty is named, without a traceback."""
    Path("solutions/01_sums/double/question.py").write_text("")
    said = one_line(command("new", "mutant", "1/double", "adds_one"))
    assert "solutions/01_sums/double/question.py:1: found no answer cell; wanted" in said


def test_settings_that_no_line_can_be_added_to_are_left_alone(command: Run) -> None:
    """An inline table is refused; the question's folder is not made."""
    SETTINGS.write_text('title = "Sums"\npoints = { double = 2, average = 1.5 }\n')
    said = one_line(command("new", "question", "1", "product"))
    assert "found no [points] in solutions/01_sums/assignment.toml that a line can be" in said
    assert not Path("solutions/01_sums/product").exists()


TRAP = '''\
title = "x"
setup = """
[points]
a = 1
"""
[points] # in order
# the first
a = 1 # one
"b" = 2

[limits]
call_cpu = 3
'''


def test_settings_are_changed_as_text() -> None:
    """Only the table that counts is changed, also beside a string that looks like it."""
    assert with_question(TRAP, "c", "3") == TRAP.replace('"b" = 2\n', '"b" = 2\nc = 3\n')
    swapped = TRAP.replace('a = 1 # one\n"b" = 2', '"b" = 2\na = 1 # one')
    assert in_order(TRAP, ["b", "a"]) == swapped
    assert in_order(TRAP, ["a", "c"]) is None
    windows = TRAP.replace("\n", "\r\n")
    assert with_question(windows, "c", "3") == windows.replace("= 2\r\n", "= 2\r\nc = 3\r\n")
    assert with_question("[points]\na = 1", "c", "3") == "[points]\na = 1\nc = 3"
    assert with_question("points = {a = 1}", "c", "3") is None


def test_a_setup_of_any_text_is_read_back() -> None:
    r"""Backslashes and three quotes survive; a setup in another form is left alone."""
    setup = 'x = "\\n"\ny = """z"""'
    changed = with_setup(TRAP, setup)
    assert changed is not None
    assert tomllib.loads(changed)["setup"] == f"{setup}\n"
    assert changed.endswith(TRAP[TRAP.index("[points] # in order") :])
    assert with_setup("setup = 'x'\n", setup) is None


def test_the_authors_tools_regrade_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A change to a scaffold leaves bundles current; a change to the build makes them stale."""
    home = tmp_path / "autograder"
    shutil.copytree(Path(autograder.__file__).parent, home)
    monkeypatch.setattr(autograder, "__file__", str(home / "__init__.py"))
    before = engine_digest()
    (home / "authoring/tools/scaffold_texts.py").write_text("TODO = 'later'\n")
    assert engine_digest() == before
    (home / "authoring/release.py").write_text("\n")
    assert engine_digest() != before
