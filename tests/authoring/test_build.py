"""build writes a release and a bundle; check says what is stale; both give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.authoring import (
    build,
    building,
    bundle_is_stale,
    bundle_path,
    check,
    current_bundle,
    load_assignment,
    load_bundle,
)
from autograder.authoring.archive import zip_bytes, zip_members
from autograder.errors import StaleError, UsageError

Edit = Callable[[str, str, str], None]


def built(repository: Path) -> Path:
    build(load_assignment(repository, "1"), repository)
    return repository


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_in_two_folders_are_equal(repository: Path, another_repository: Path) -> None:
    """Notebook, bundle and Otter's zip: byte for byte, whatever the folder and the time."""
    for folder in ("assignments", "build"):
        here, there = built(repository) / folder, built(another_repository) / folder
        assert contents(here) == contents(there)
    assert sorted(contents(repository / "build/01_sums")) == [
        "built.json",
        "bundle.zip",
        "otter_autograder.zip",
    ]


def test_a_second_build_changes_nothing(repository: Path) -> None:
    """The result says whether the release is new."""
    assignment = load_assignment(repository, "1")
    first, second = build(assignment, repository), build(assignment, repository)
    assert (first.changed, second.changed) == (True, False)
    assert first.notebook == repository / "assignments/01_sums/01_sums.ipynb"
    assert first.bundle == bundle_path(repository, "01_sums")
    assert all(path.is_file() for path in (first.notebook, first.bundle, first.otter_zip))


def test_a_built_assignment_has_no_finding(repository: Path) -> None:
    """Neither build/ nor a leftover of Jupyter matters: a fresh clone passes."""
    built(repository)
    for path in bundle_path(repository, "01_sums").parent.iterdir():
        path.unlink()
    (repository / "assignments/01_sums/.OTTER_LOG").write_text("x")
    assert check(load_assignment(repository, "1"), repository) == ()


def test_a_stale_release_is_named(repository: Path, edit: Edit) -> None:
    """The finding names the file and the command."""
    built(repository)
    edit("double/question.py", "It works for arrays too.", "Arrays, too.")
    assert check(load_assignment(repository, "1"), repository) == (
        "found assignments/01_sums/01_sums.ipynb older than its source; "
        "wanted what solutions/01_sums says now; run: autograder build 01_sums",
    )


def test_missing_and_stray_files_are_named(repository: Path) -> None:
    """A release is exactly what build makes."""
    built(repository)
    folder = repository / "assignments/01_sums"
    (folder / "data/numbers.csv").unlink()
    (folder / "answers.txt").write_text("x")
    assert check(load_assignment(repository, "1"), repository) == (
        "found assignments/01_sums/data/numbers.csv missing; "
        "wanted what solutions/01_sums says now; run: autograder build 01_sums",
        "found assignments/01_sums/answers.txt, which build does not make; "
        "wanted generated files only; move it away",
    )


def test_a_leak_in_the_committed_release_is_named(repository: Path) -> None:
    """Someone ran the notebook with the solution and committed it."""
    built(repository)
    path = repository / "assignments/01_sums/01_sums.ipynb"
    path.write_text(path.read_text().replace("### Twice", "array_of_x = np.asarray(x)"))
    findings = check(load_assignment(repository, "1"), repository)
    assert "found a line of the solution of double in cell 4, source" in findings[0]


def test_builds_that_differ_are_named(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """check builds twice: whatever creeps in, a time say, shows."""
    built(repository)
    honest, calls = building.make_release, []

    def drifting(*arguments):
        calls.append(arguments)
        release = honest(*arguments)
        return replace(release, otter_zip=release.otter_zip + bytes(len(calls)))

    monkeypatch.setattr(building, "make_release", drifting)
    (finding,) = check(load_assignment(repository, "1"), repository)
    assert finding.startswith("found two builds of 01_sums that differ; wanted the same bytes; ")


def test_a_bundle_holds_what_a_grader_needs(repository: Path) -> None:
    """Checks in order, test files, limits, data, mutants: nothing else is read to grade."""
    assignment = load_assignment(repository, "1")
    bundle = load_bundle(built(repository) / "build/01_sums/bundle.zip")
    assert (bundle.slug, bundle.title, bundle.possible) == ("01_sums", "Sums", 3.5)
    assert bundle.limits == assignment.limits
    assert bundle.files == {"data/numbers.csv": b"1,2,3\n"}
    for ours, source in zip(bundle.questions, assignment.questions, strict=True):
        assert (ours.id, ours.names, ours.placeholder) == (
            source.id,
            source.names,
            source.placeholder,
        )
        assert [(c.name, c.hidden, c.points, c.hint, c.sentence) for c in ours.checks] == [
            (c.name, c.hidden, c.points, c.hint, c.sentence) for c in source.checks
        ]
        assert [f"def {c.name}(" in ours.test_file for c in ours.checks] == [True, True]
    mutants = [a for q in assignment.questions for a in q.attempts if not a.accepted]
    assert list(bundle.mutants) == mutants
    members = zip_members((repository / "build/01_sums/bundle.zip").read_bytes())
    assert members["reference/mathtx_ref/sums.py"].startswith(b"def reference_double")


def test_a_new_mutant_regrades_nobody(repository: Path, edit: Edit) -> None:
    """Mutants lie outside the digest, and yet the bundle is older than its source."""
    before = current_bundle(built(repository), "01_sums")
    edit("double/rejected/repeats.py", "Repeats a sequence", "Repeats a list")
    assert bundle_is_stale(repository, "01_sums")
    after = current_bundle(built(repository), "01_sums")
    assert after.digest == before.digest
    assert after.mutants != before.mutants


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("double/question.py", "np.array([1.5, -2.0])", "np.array([1.5, -3.0])"),
        ("double/question.py", "What is the type", "What may be the type"),
        ("assignment.toml", "call_cpu = 3", "call_cpu = 4"),
        ("data/numbers.csv", "3", "4"),
        ("../../mathtx_ref/sums.py", "x * 2", "2 * x"),
    ],
)
def test_what_decides_a_score_changes_the_digest(
    name: str, old: str, new: str, repository: Path, edit: Edit
) -> None:
    """Checks, hints, limits, data and reference regrade."""
    before = current_bundle(built(repository), "01_sums")
    edit(name, old, new)
    assert current_bundle(built(repository), "01_sums").digest != before.digest


def test_a_stale_bundle_is_refused_in_one_line(repository: Path, edit: Edit) -> None:
    """Contents count, not times."""
    built(repository)
    path = repository / "solutions/01_sums/intro.md"
    path.write_text(path.read_text())
    assert not bundle_is_stale(repository, "01_sums")
    edit("intro.md", "Two exercises", "2 exercises")
    with pytest.raises(StaleError) as refused:
        current_bundle(repository, "01_sums")
    assert str(refused.value) == (
        "found build/01_sums/bundle.zip older than its source; wanted one built from what "
        "solutions/01_sums says now; run: autograder build 01_sums"
    )
    assert refused.value.exit_code == 2


def test_a_missing_or_damaged_bundle_is_refused(repository: Path) -> None:
    """Whatever is wrong with the file, one line says so."""
    path = bundle_path(repository, "01_sums")
    assert bundle_is_stale(repository, "01_sums")
    with pytest.raises(UsageError, match=r"^found no bundle at .*; wanted one that build made; ru"):
        load_bundle(path)
    path.parent.mkdir(parents=True)
    for damaged in (
        b"",
        b"PK\x03\x04",
        zip_bytes({"x": b""}),
        zip_bytes({"bundle.json": b"[]"}),
        zip_bytes({"bundle.json": json.dumps({"format": 0}).encode()}),
    ):
        path.write_bytes(damaged)
        assert bundle_is_stale(repository, "01_sums")
        with pytest.raises(UsageError, match=r"^found a damaged bundle at .*; wanted one that bu"):
            load_bundle(path)
