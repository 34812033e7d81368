"""What a build takes from the one before: never other bytes than a build of everything makes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.authoring import (
    build,
    build_named,
    building,
    known_assignments,
    load_assignment,
    pieces,
)
from autograder.authoring.built import (
    Built,
    frame_digest,
    question_digest,
    read_built,
    read_from,
)
from autograder.authoring.release import make_release
from autograder.errors import AuthorError, LeakError
from autograder.model import Assignment

ROOT = Path(__file__).parents[2]
Edit = Callable[[str, str, str], None]
FOLDERS = ("assignments/01_sums", "build/01_sums")


@pytest.fixture
def assigned(repository: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The questions that each run of Otter Assign was asked for, after a first build."""
    runs: list[list[str]] = []

    def noting(assignment: Assignment, root: Path) -> object:
        runs.append([question.id for question in assignment.questions])
        return make_release(assignment, root)

    build_named(repository, "1")
    monkeypatch.setattr(building, "make_release", noting)
    monkeypatch.setattr(pieces, "make_release", noting)
    return runs


def products(repository: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(repository)): path.read_bytes()
        for folder in FOLDERS
        for path in sorted((repository / folder).rglob("*"))
        if path.is_file()
    }


def assert_like_a_fresh_build(repository: Path) -> None:
    """Of release, bundle, Otter's zip and the record itself."""
    made = products(repository)
    build_named(repository, "1", fresh=True)
    assert products(repository) == made


def test_nothing_changed_makes_nothing(
    repository: Path, assigned: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Contents count, not times; nothing is read but bytes."""
    intro = repository / "solutions/01_sums/intro.md"
    intro.write_bytes(intro.read_bytes())
    before = products(repository)
    monkeypatch.delattr(building, "load_assignment")
    result = build_named(repository, "1")
    assert (result.made, result.changed, assigned) == (False, False, [])
    assert all(path.is_file() for path in (result.notebook, result.bundle, result.otter_zip))
    assert products(repository) == before


def replace_in(folder: Path, old: str, new: str) -> None:
    for path in sorted(folder.rglob("*.py")):
        path.write_text(path.read_text().replace(old, new))


@pytest.mark.parametrize(
    ("edits", "runs"),
    [
        ([("double/question.py", "What is the type of x?", "Which type has x?")], [["double"]]),
        ([("double/question.py", "It works for arrays too.", "Arrays, too.")], [["double"]]),
        ([("average/question.py", "len(values))", "len( values ))")], [["average"]]),
        ([("double/rejected/repeats.py", "Repeats a", "Doubles a")], []),
        ([("written/rubric.md", "with numbers", "with two numbers")], []),
        ([("assignment.toml", "call_cpu = 3", "call_cpu = 4")], []),
        ([("assignment.toml", 'title = "Sums"', 'title = "More sums"')], []),
        ([("intro.md", "Two", "2")], [["double", "average"]]),
        ([("data/numbers.csv", "3", "4")], [["double", "average"]]),
        ([("../../mathtx_ref/sums.py", "x * 2", "2 * x")], [["double", "average"]]),
        ([("written/question.md", "always", "ever")], [["double", "average"]]),
        (
            [("assignment.toml", "double = 2\naverage = 1.5", "average = 1.5\ndouble = 2")],
            [],
        ),
        (
            [
                ("assignment.toml", "double = 2\naverage = 1.5", "average = 1.5\ndouble = 2"),
                ("double/question.py", "Add x to itself.", "Add x to x."),
            ],
            [["double"]],
        ),
    ],
)
def test_only_what_changed_is_assigned(
    edits: list[tuple[str, str, str]],
    runs: list[list[str]],
    repository: Path,
    assigned: list[list[str]],
    edit: Edit,
) -> None:
    """Otter is asked for the changed questions; the result is that of a fresh build."""
    before = products(repository)
    for one in edits:
        edit(*one)
    assert build_named(repository, "1").made
    assert assigned == runs
    assert products(repository) != before
    assert_like_a_fresh_build(repository)


def test_questions_come_go_and_change_their_names(
    repository: Path, assigned: list[list[str]], edit: Edit
) -> None:
    """An added, a removed and a renamed question, and a renamed function."""
    folder = repository / "solutions/01_sums"
    shutil.copytree(folder / "double", folder / "twice")
    replace_in(folder / "twice", "double", "twice")
    edit("assignment.toml", "double = 2", "twice = 2\ndouble = 2")
    edit("twice/question.py", "from mathtx_ref.sums import reference_twice", "")
    edit("twice/question.py", "reference_twice(secret_array)", "2 * secret_array")
    build_named(repository, "1")
    assert_like_a_fresh_build(repository)

    shutil.rmtree(folder / "double")
    edit("assignment.toml", "double = 2\n", "")
    build_named(repository, "1")
    assert "tests/double.py" not in str(products(repository)["build/01_sums/bundle.zip"])
    assert_like_a_fresh_build(repository)

    (folder / "twice").rename(folder / "two_times")
    replace_in(folder / "two_times", "twice", "two_times")
    edit("assignment.toml", "twice = 2", "two_times = 2")
    build_named(repository, "1")
    assert_like_a_fresh_build(repository)

    replace_in(folder / "average", "spread", "width")
    build_named(repository, "1")
    assert_like_a_fresh_build(repository)
    assert assigned == [
        ["twice"],
        ["twice", "double", "average"],  # the fresh build
        ["twice", "average"],
        ["two_times"],
        ["two_times", "average"],
        ["average"],
        ["two_times", "average"],
    ]


@pytest.mark.parametrize(
    "path",
    [
        "assignments/01_sums/01_sums.ipynb",
        "assignments/01_sums/data/numbers.csv",
        "build/01_sums/bundle.zip",
        "build/01_sums/otter_autograder.zip",
        "build/01_sums/built.json",
    ],
)
@pytest.mark.parametrize("damage", [None, b"", b"PK\x03\x04"])
def test_a_missing_or_edited_product_is_made_again(
    path: str, damage: bytes | None, repository: Path, assigned: list[list[str]]
) -> None:
    """From the sources, by a build of everything."""
    right = products(repository)
    if damage is None:
        (repository / path).unlink()
    else:
        (repository / path).write_bytes(damage)
    assert build_named(repository, "1").made
    assert assigned == [["double", "average"]]
    assert products(repository) == right


@pytest.mark.parametrize(
    "lie",
    [
        {"format": 0},
        {"source": "", "questions": {"double": "unknown"}},
        {"source": "", "products": {}},
        {"source": "", "products": ["build/01_sums/bundle.zip"]},
        {"source": "", "questions": 7},
    ],
)
def test_a_record_that_does_not_fit_is_none(
    lie: dict[str, object], repository: Path, assigned: list[list[str]]
) -> None:
    """Whatever it says, the result is that of a fresh build."""
    right = products(repository)
    record = repository / "build/01_sums/built.json"
    record.write_text(json.dumps(json.loads(record.read_text()) | lie))
    assert build_named(repository, "1").made
    assert assigned == [["double", "average"]]
    assert products(repository) == right


def test_products_of_another_assignment_are_no_pieces(
    repository: Path, assigned: list[list[str]], edit: Edit
) -> None:
    """A record that knows a question which its zip does not hold."""
    record = repository / "build/01_sums/built.json"
    stored = json.loads(record.read_text())
    del stored["products"]["build/01_sums/otter_autograder.zip"]
    record.write_text(json.dumps(stored))
    edit("double/question.py", "Add x to itself.", "Add x to x.")
    build_named(repository, "1")
    assert assigned[-1] == ["double", "average"]
    assert_like_a_fresh_build(repository)


def test_a_leak_is_refused_in_a_question_that_did_not_change(
    repository: Path, assigned: list[list[str]], edit: Edit
) -> None:
    """A hidden check gets a name that another question's prompt says, and nothing is written."""
    before = products(repository)
    replace_in(repository / "solutions/01_sums/average", "spreads_negative_numbers", "works")
    for _ in range(2):  # refused again, whatever the first try left behind
        with pytest.raises(LeakError, match=r"name of hidden check works in cell 4, source"):
            build_named(repository, "1")
        assert products(repository) == before
    assert assigned == [["average"], ["average"]]


def test_a_stray_or_broken_source_is_refused_again(repository: Path, edit: Edit) -> None:
    """Also a hidden file, which no digest of the bundle covers; and when it is gone, nothing."""
    build_named(repository, "1")
    stray = repository / "solutions/01_sums/.notes"
    stray.write_text("x")
    for _ in range(2):
        with pytest.raises(AuthorError, match="found a stray file"):
            build_named(repository, "1")
    stray.unlink()
    assert not build_named(repository, "1").made
    edit("double/question.py", "points=0.5", "point=0.5")
    with pytest.raises(AuthorError, match="found the option point"):
        build_named(repository, "1")


def test_a_save_during_the_build_is_seen_by_the_next_one(
    repository: Path, monkeypatch: pytest.MonkeyPatch, edit: Edit
) -> None:
    """The record speaks of what was there before anything was read."""

    def saved_meanwhile(root: Path, name: str) -> Assignment:
        assignment = load_assignment(root, name)
        edit("intro.md", "Two exercises", "2 exercises")
        return assignment

    monkeypatch.setattr(building, "load_assignment", saved_meanwhile)
    build_named(repository, "1")
    monkeypatch.undo()
    assert build_named(repository, "1").made
    assert b"2 exercises" in products(repository)["assignments/01_sums/01_sums.ipynb"]


def test_a_source_that_was_read_already_is_not_built_again(
    repository: Path, assigned: list[list[str]], edit: Edit
) -> None:
    """`watch` and `verify` load the assignment themselves; without its digest all is made."""
    source, assignment = read_from(repository, "01_sums"), load_assignment(repository, "1")
    assert not build(assignment, repository, source=source).made
    assert build(assignment, repository).made
    assert build(assignment, repository, source=source).made  # the record knew no source
    edit("intro.md", "Two", "2")
    source, assignment = read_from(repository, "01_sums"), load_assignment(repository, "1")
    assert build(assignment, repository, source=source).changed
    assert assigned == [["double", "average"]]


@pytest.mark.parametrize("slug", known_assignments(ROOT))
def test_every_assignment_is_the_sum_of_its_questions(slug: str) -> None:
    """Whichever question changed: what Otter makes of it alone is what it makes among others."""
    assignment = load_assignment(ROOT, slug)
    whole = make_release(assignment, ROOT)
    notebook, zipped = f"assignments/{slug}/{slug}.ipynb", ROOT / "build/otter.zip"
    old = {notebook: whole.files[f"{slug}.ipynb"], "build/otter.zip": whole.otter_zip}
    digests = {question.id: question_digest(question) for question in assignment.questions}
    for changed in (assignment.questions[0].id, assignment.questions[-1].id):
        known = {id_: digest for id_, digest in digests.items() if id_ != changed}
        before = Built("", frame_digest(assignment, ROOT), known, old)
        assert pieces.remade(assignment, ROOT, before, zipped) == whole


def test_a_record_is_read_only_with_its_products(repository: Path) -> None:
    """What was made is compared before anything of it is used."""
    build_named(repository, "1")
    record = read_built(repository, "01_sums")
    assert record is not None
    assert sorted(record.products) == [
        "assignments/01_sums/01_sums.ipynb",
        "assignments/01_sums/data/numbers.csv",
        "build/01_sums/bundle.zip",
        "build/01_sums/otter_autograder.zip",
    ]
    (repository / "assignments/01_sums/data/numbers.csv").write_text("1,2,4\n")
    assert read_built(repository, "01_sums") is None
