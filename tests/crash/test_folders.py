"""Folders that change under the grader's hands, and two graders in one folder."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.crash.place import PATIENCE_SECONDS, Place, nobody_left


@pytest.fixture
def own(place: Place, tmp_path: Path) -> Place:
    """With a copy of the class that may be changed."""
    shutil.copytree(place.folder, tmp_path / "class")
    return replace(place, folder=tmp_path / "class")


def stopped_at(place: Place, reports: int) -> subprocess.Popen[str]:
    """The command, standing still after so many reports."""
    process = place.start("--workers", "1")
    place.wait_for_reports(reports, process)
    os.kill(process.pid, signal.SIGSTOP)
    return process


def go_on(process: subprocess.Popen[str]) -> tuple[int, str]:
    os.kill(process.pid, signal.SIGCONT)
    _, err = process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode, "".join(
        line for line in err.splitlines(keepends=True) if not line.startswith("graded ")
    )


def test_two_graders_in_one_folder(place: Place, undisturbed: Place) -> None:
    """The second is told in one line, a part of a sharded run as well; the first goes on."""
    first = stopped_at(place, 1)
    for more in ([], ["--shard", "1/2"], ["--fresh"]):
        second = place.grade(*more)
        assert second.returncode == 2
        assert second.stderr == (
            f"autograder: found another `autograder grade` at work in {place.out}; wanted it for "
            "this one; wait until that one has ended, or name another folder with --out\n"
        )
    assert go_on(first) == (1, "")
    assert place.gradebook() == undisturbed.gradebook()


def test_parts_at_the_same_time(place: Place, undisturbed: Place) -> None:
    """Both parts of a class work in one folder; then the whole is there without more grading."""
    parts = [place.start("--shard", f"{part}/2", "--workers", "1") for part in (1, 2)]
    for part in parts:
        _, err = part.communicate(timeout=PATIENCE_SECONDS)
        assert part.returncode in {0, 1}, err
    whole = place.grade()
    assert "7 of them in an earlier run" in whole.stderr
    assert place.gradebook() == undisturbed.gradebook()
    assert place.left_over() == []


def test_the_results_are_deleted(place: Place) -> None:
    """One line, and nothing is put there again."""
    process = stopped_at(place, 1)
    shutil.rmtree(place.out)
    code, said = go_on(process)
    assert code == 2
    assert said.count("\n") == 1
    assert said.startswith("autograder: found no way to write to")
    assert nobody_left(place)
    assert not place.out.exists()


def test_submissions_are_replaced_and_deleted(own: Place, undisturbed: Place) -> None:
    """What is gone gets a row with the reason, what is new is graded as it is when it is read."""
    process = stopped_at(own, 1)
    blank = next((own.folder / "ines").glob("*.ipynb")).read_bytes()
    next((own.folder / "sven").glob("*.ipynb")).write_bytes(blank)
    shutil.rmtree(own.folder / "quinn")
    assert go_on(process) == (1, "")
    rows = {row.partition(",")[0]: row for row in own.gradebook().decode().splitlines()}
    assert rows["quinn"].split(",")[2] == "ungradable"
    (report,) = (own.out / "reports").glob("quinn*")
    assert "No such file or directory" in report.read_text()
    assert rows["sven"].split(",")[2:4] == ["graded", "0"]
    for name in ("quinn", "sven"):
        shutil.copytree(undisturbed.folder / name, own.folder / name, dirs_exist_ok=True)
    again = own.grade()
    assert "5 of them in an earlier run" in again.stderr
    assert own.gradebook() == undisturbed.gradebook()


def test_the_class_is_deleted(own: Place) -> None:
    """Rows with the reason; without the folder a next run says that it is not there."""
    process = stopped_at(own, 1)
    shutil.rmtree(own.folder)
    assert go_on(process) == (1, "")
    rows = own.gradebook().decode().splitlines()[1:]
    assert len(rows) == 7
    before = own.gradebook()
    second = own.grade()
    assert second.returncode == 2
    assert second.stderr.count("\n") == 1
    assert own.gradebook() == before


def test_a_report_that_was_tampered_with_is_made_again(place: Place, undisturbed: Place) -> None:
    """Cut, nested deep, no text: nothing stops the batch."""
    shutil.copytree(undisturbed.out, place.out)
    first, second, third, *_ = place.reports()
    first.write_bytes(first.read_bytes()[:-9])
    second.write_text("[" * 100_000)
    third.write_bytes(b"\xff\xfe")
    again = place.grade()
    assert again.returncode == 1, again.stderr
    assert "4 of them in an earlier run" in again.stderr
    assert place.gradebook() == undisturbed.gradebook()


def test_a_full_standard_output(place: Place, undisturbed: Place) -> None:
    """The results are there, and the exit code says that not everything was said."""
    shutil.copytree(undisturbed.out, place.out)
    with open("/dev/full", "w") as full:
        process = place.start(stdout=full)
        _, err = process.communicate(timeout=60)
    assert process.returncode != 0
    assert "Traceback" not in err
    assert place.gradebook() == undisturbed.gradebook()
