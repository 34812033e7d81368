"""`autograder grade` as a TA uses it: rows, exit codes, second runs, parts, odd paths."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.cli.grade import PART

HEAD = "student,submission,status,score,possible,double,average\n"


def answered(notebook: Path) -> bytes:
    """The notebook with its first question answered; its hidden check finds no reference here."""
    document = json.loads(notebook.read_text())
    for cell in document["cells"]:
        if "def double" in "".join(cell["source"]):
            cell["source"] = "def double(x):\n    return 2 * np.asarray(x)"
    return json.dumps(document).encode()


@pytest.fixture
def graded(repository: Path, command: Callable[..., Any]) -> Path:
    """A class of three, graded."""
    shutil.copy("class/jane.ipynb", "class/blank.ipynb")
    Path("class/jane.ipynb").write_bytes(answered(Path("class/blank.ipynb")))
    Path("class/cut.ipynb").write_bytes(Path("class/blank.ipynb").read_bytes()[:500])
    said = command("grade", "01", "class", "--out", "out", "--workers", "1")
    assert said.code == 1, said
    return repository


ROWS = f"""{HEAD}\
blank,blank,graded,0,3.5,0,0
cut,cut,ungradable,,3.5,,
jane,jane,graded,0.5,3.5,0.5,0
"""


def test_one_command_writes_everything_and_a_second_does_nothing(
    graded: Path, command: Callable[..., Any]
) -> None:
    """A row and a page for each, exit code 1 for the damaged one; then all is kept."""
    assert Path("out/gradebook.csv").read_text() == ROWS
    for name in ("blank", "cut", "jane"):
        assert json.loads(Path(f"out/reports/{name}.json").read_text())
        assert "<html" in Path(f"out/feedback/{name}.html").read_text()
        assert Path(f"out/feedback/{name}.md").read_text().startswith("# Feedback: ")
    assert "Worth a look" in Path("out/index.html").read_text()
    before = time.monotonic()
    said = command("grade", "1", "class", "--out", "out")
    assert time.monotonic() - before < 10  # 2 s are promised; a busy machine may lag
    assert said.code == 1
    assert "graded 3 of 3, 1 ungradable" in said.err
    assert "3 of them in an earlier run" in said.err
    assert said.out.splitlines() == [
        "01_sums: 2 graded, 1 ungradable; mean score 0.25 of 3.5",
        "gradebook: out/gradebook.csv",
        "class:     out/index.html",
        "feedback:  out/feedback/",
    ]
    assert Path("out/gradebook.csv").read_text() == ROWS


def test_parts_of_a_class_make_the_whole(graded: Path, command: Callable[..., Any]) -> None:
    """Each part says how the whole gradebook is made; then nothing is graded again."""
    for part in ("1/2", "2/2"):
        said = command("grade", "1", "class", "--out", "parts", "--shard", part)
        assert PART.format(part=part) in said.out
    said = command("grade", "1", "class", "--out", "parts")
    assert "3 of them in an earlier run" in said.err
    assert Path("parts/gradebook.csv").read_text() == ROWS


def test_paths_with_spaces_letters_and_dashes(command: Callable[..., Any]) -> None:
    """In the class, in its files and in the results; a single notebook is a class, too."""
    odd = Path("a class – ü")
    odd.mkdir()
    shutil.copy("class/jane.ipynb", odd / "-rf é (1).ipynb")
    said = command("grade", "1", odd, "--out", "o u t ü")
    assert said.code == 0, said
    row = "'-rf é,'-rf é (1),graded,0,3.5,0,0\n"
    assert Path("o u t ü/gradebook.csv").read_text() == HEAD + row
    shutil.copytree(odd, "-dash")
    said = command("grade", "--out", "-out", "1", "--", "-dash/-rf é (1).ipynb")
    assert said.code == 0, said
    assert Path("-out/gradebook.csv").read_text() == HEAD + row


def test_a_missing_bundle_is_built(command: Callable[..., Any]) -> None:
    """And said so."""
    shutil.rmtree("build")
    said = command("grade", "1", "class", "--out", "out")
    assert said.code == 0, said
    assert said.err.startswith("01_sums: there was no bundle, it was built\n")


def test_ctrl_c_ends_soon_and_the_next_run_goes_on(repository: Path) -> None:
    """One line, exit code 130, within two seconds; then the same command finishes the class."""
    jane = answered(repository / "class/jane.ipynb")
    slow = jane.replace(b"2 * np", b"sum(0 * i for i in range(5_000_000)) + 2 * np")
    (repository / "class/slow.ipynb").write_bytes(slow)
    tail = ["--root", str(repository), "grade", "1", "class", "--out", "out"]
    program = [sys.executable, "-c", "from autograder.cli import main; main()", *tail]
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        program, cwd=repository, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    )
    while not (repository / "out/reports/jane.json").exists() and process.poll() is None:
        time.sleep(0.02)
    before = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert time.monotonic() - before < 10  # 2 s are promised; a busy machine may lag
    assert (process.returncode, out) == (130, "")
    (line,) = [line for line in err.splitlines() if not line.startswith("graded ")]
    assert line.endswith("run the same command again to go on")
    done = subprocess.run(program, cwd=repository, capture_output=True, text=True, timeout=60)
    assert "2 ungradable" not in done.stderr
    rows = (repository / "out/gradebook.csv").read_text()
    assert [row.split(",")[2] for row in rows.splitlines()[1:]] == ["graded", "graded"]
