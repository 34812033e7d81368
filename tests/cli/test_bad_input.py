"""Whatever is asked for in vain: one line, what was found, what was wanted, what to do; exit 2."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BUNDLE = "build/01_sums/bundle.zip"
QUESTION = "solutions/01_sums/double/question.py"


def one_line(said: Any) -> str:
    """The one line on standard error; nothing else was said, and the exit code is 2."""
    code, out, err = said.code, said.out, said.err
    assert (code, out) == (2, ""), (code, out, err)
    assert err.count("\n") == 1, err
    assert err.startswith("autograder: ")
    assert "wanted" in err
    assert "found" in err
    assert err.count(";") >= 2, f"no advice in {err!r}"
    return str(err)


GRADE = ("grade", "1", "class", "--out", "out")
USAGE = {
    ("bogus",): "found no command 'bogus'; wanted one of: build, verify, grade, demo, doctor",
    ("build", "9"): "found no assignment '9'; wanted one of: 01_sums",
    ("verify", "sums"): "found no assignment 'sums'; wanted one of: 01_sums",
    ("grade", "", "class", "--out", "out"): "found no assignment ''; wanted one of: 01_sums",
    ("grade", "1"): "found missing argument 'SUBMISSIONS'; wanted: autograder grade [OPTIONS]",
    ("grade", "1", "class"): "found missing option '--out'; wanted: autograder grade [OPTIONS]",
    ("grade", "1", "class", "--out"): "found option '--out' requires an argument; wanted",
    ("grade", "1", "class", "--out", ""): "an empty text is no path; wanted: autograder grade",
    ("grade", "1", "", "--out", "out"): "an empty text is no path; wanted: autograder grade",
    (*GRADE, "extra"): "unexpected extra argument (extra); wanted: autograder grade",
    (*GRADE, "--workers", "0"): "invalid value for '--workers': 0 is not in the range x>=1; wanted",
    (*GRADE, "--workers", "two"): "'two' is not a valid integer range; wanted: autograder grade",
    (*GRADE, "--bogus"): "no such option '--bogus'",
    (*GRADE, "--shard", "3/2"): "found the shard '3/2'; wanted I/N with I up to N; give one like",
    (*GRADE, "--shard", "half"): "found the shard 'half'; wanted I/N with I up to N; give one",
    ("verify", "--workers", "-1"): "-1 is not in the range x>=1; wanted: autograder verify",
    ("demo", "more"): "unexpected extra argument (more); wanted: autograder demo [OPTIONS]; see",
    ("doctor", "more"): "unexpected extra argument (more); wanted: autograder doctor",
    ("--root", "/nowhere", "build"): "found no solutions/ in /nowhere; wanted the repository",
    ("grade", "1", "nobody", "--out", "out"): "found no nobody; wanted a folder of notebooks or a",
    ("grade", "1", "n" * 300, "--out", "out"): "(File name too long); wanted a place that can be",
    ("grade", "1", "class", "--out", "n" * 300): "(File name too long); wanted a",
}


@pytest.mark.parametrize("arguments", USAGE, ids=lambda arguments: " ".join(arguments)[:60])
def test_a_command_that_cannot_be_run(
    arguments: tuple[str, ...], command: Callable[..., Any]
) -> None:
    """A wrong command, argument, option or value; nothing is graded."""
    assert USAGE[arguments] in one_line(command(*arguments))
    assert not Path("out").exists()


def test_submissions_that_are_none(command: Callable[..., Any]) -> None:
    """An empty folder, a text file."""
    Path("empty").mkdir()
    Path("notes.txt").write_text("notes")
    said = one_line(command("grade", "1", "empty", "--out", "out"))
    assert "found no submission in empty; wanted notebooks (*.ipynb), Python files or zips" in said
    said = one_line(command("grade", "1", "notes.txt", "--out", "out"))
    assert "found notes.txt, no folder and no zip; wanted a folder of notebooks or a" in said


def test_an_out_folder_that_is_a_file(command: Callable[..., Any]) -> None:
    """The line names the file, also where it stands in the middle of the path."""
    Path("notes.txt").write_text("notes")
    for out in ("notes.txt", "notes.txt/deep/down"):
        said = one_line(command("grade", "1", "class", "--out", out))
        assert "found a file at notes.txt; wanted a folder for the results; name another" in said
    said = one_line(command("demo", "--out", "notes.txt"))
    assert "found a file at notes.txt; wanted a folder for the sample class; name another" in said
    assert Path("notes.txt").read_text() == "notes"


def test_results_of_another_assignment(repository: Path, command: Callable[..., Any]) -> None:
    """They are not overwritten, and the line names both."""
    Path("empty.ipynb").write_text("")
    command("grade", "1", "empty.ipynb", "--out", "out")
    before = Path("out/gradebook.csv").read_bytes()
    shutil.copytree("solutions/01_sums", "solutions/02_more")
    command("build", "2")
    said = one_line(command("grade", "2", "empty.ipynb", "--out", "out"))
    assert "found results of 01_sums in out; wanted an empty folder or one with results of" in said
    assert Path("out/gradebook.csv").read_bytes() == before


def test_a_place_that_is_no_sample_class(command: Callable[..., Any]) -> None:
    """`demo` deletes nothing that it did not make."""
    shutil.copytree("class", "mine/submissions")
    said = one_line(command("demo", "--out", "mine"))
    assert said.startswith(
        "autograder: found mine/submissions, which is no sample class; wanted a place"
    )
    assert Path("mine/submissions/jane.ipynb").exists()


def test_a_bundle_that_is_older_than_its_source(command: Callable[..., Any]) -> None:
    """Nobody is graded with yesterday's checks; the line says the command that helps."""
    with open(QUESTION, "a") as file:
        file.write("\n")
    said = one_line(command(*GRADE))
    assert "found build/01_sums/bundle.zip older than its source; wanted one built from" in said
    assert "run: autograder build 01_sums" in said


@pytest.mark.parametrize("damage", ["junk", "cut", "folder"])
def test_a_damaged_bundle(damage: str, command: Callable[..., Any]) -> None:
    """One that is no zip, half a zip, a folder."""
    data = Path(BUNDLE).read_bytes()
    Path(BUNDLE).unlink()
    if damage == "folder":
        Path(BUNDLE).mkdir()
    else:
        Path(BUNDLE).write_bytes(b"junk" if damage == "junk" else data[: len(data) // 2])
    said = one_line(command(*GRADE))
    assert "found a damaged bundle at" in said
    assert said.endswith("run: autograder build\n")


@pytest.mark.parametrize("arguments", [("build",), ("build", "--check"), ("verify",), GRADE])
def test_a_source_that_does_not_parse(
    arguments: tuple[str, ...], command: Callable[..., Any]
) -> None:
    """File and line, for every command that reads it; `grade` does when there is no bundle."""
    Path(BUNDLE).unlink()
    with open(QUESTION, "a") as file:
        file.write("def (\n")
    said = one_line(command(*arguments))
    assert f"autograder: {QUESTION}:" in said
    assert "found a syntax error (invalid syntax); wanted Python; correct the line" in said


def test_a_full_disk(command: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """What was graded is kept, and the line says how to go on."""

    def full(_descriptor: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    said = one_line(command(*GRADE))
    assert "found no way to write to out (No space left on device); wanted a folder with" in said
    assert "then run the same command again" in said


def test_a_folder_that_may_not_be_written(
    command: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the system refuses outside the results is one line, too."""

    def refuse(self: Path, *_args: object, **_options: object) -> None:
        raise PermissionError(13, os.strerror(13), str(self))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    Path(BUNDLE).unlink()
    said = one_line(command("build"))
    assert "(Permission denied); wanted a place that can be read and written; mend" in said
