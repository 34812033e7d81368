"""`autograder diff` on two real gradings: reasons from the digests, files written, refusals."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
CHECK = "solutions/01_sums/double/question.py"


def answer(name: str, body: str) -> None:
    document = json.loads(Path("assignments/01_sums/01_sums.ipynb").read_text())
    for cell in document["cells"]:
        if "def double" in "".join(cell["source"]):
            cell["source"] = f"def double(x):\n    return {body}"
    Path(f"class/{name}.ipynb").write_text(json.dumps(document))


@pytest.fixture
def regraded(repository: Path, command: Run) -> Path:
    """Ann hands in again, a check changes for all, Bob's mark is given by hand, Jane is gone."""
    answer("ann", "3 * x")
    answer("bob", "x + x")
    command("grade", "1", "class", "--out", "old", "--workers", "1")
    answer("ann", "2 * x")
    Path("class/jane.ipynb").unlink()
    source = Path(CHECK).read_text()
    Path(CHECK).write_text(source.replace("double(3) == 6,", "double(3) == double(1) * 4,"))
    command("build", "1")
    Path("new").mkdir()
    Path("new/marks.csv").write_text("student,question,marks,by\nbob,average,1.25,tom\n")
    command("grade", "1", "class", "--out", "new", "--workers", "1")
    return repository


def test_reasons_and_files(regraded: Path, command: Run) -> None:
    """The table says through what and why; the CSV has it all; nobody falls where that is asked."""
    said = command("diff", "old", "new", "--csv", "moved.csv", "--never-lower")
    assert said.code == 0, said
    assert "double: doubles_three passed → failed (−0.5)" in said.out
    assert "average: no mark → 1.25 by tom (+1.25)" in said.out
    assert "because the checks changed and marked by hand" in said.out
    assert "2 submissions in both: 1 up, 0 down, 1 unchanged; 0 new, 1 missing" in said.out
    assert Path("moved.csv").read_text() == (
        "student,submission,before,after,change,question,check,was,is,points,why\n"
        "bob,bob,0.5,1.25,0.75,double,doubles_three,passed,failed,-0.5,"
        "the checks changed; marked by hand\n"
        "bob,bob,0.5,1.25,0.75,average,by hand,no mark,1.25 by tom,1.25,"
        "the checks changed; marked by hand\n"
        "jane,jane,0,,,,,,,,missing submission\n"
    )
    assert Path("new/never_lower.csv").read_text() == (
        "student,submission,status,score,possible,double,average\n"
        "ann,ann,graded,0,3.5,0,0\n"
        "bob,bob,graded,1.75,3.5,0.5,1.25\n"
        "jane,jane,graded,0,3.5,0,0\n"
    )
    receipts = Path("new/never_lower_receipts.csv").read_text()
    assert "bob,bob,double,0.5,0,0.5,the older grading is better\n" in receipts
    assert Path("new/gradebook.csv").read_text() == (
        "student,submission,status,score,possible,double,average\n"
        "ann,ann,graded,0,3.5,0,0\n"
        "bob,bob,graded,1.25,3.5,0,1.25\n"
    )
    same = command("diff", "old", "old")  # nothing moved, and no table
    assert same.out == "3 submissions in both: 0 up, 0 down, 3 unchanged; 0 new, 0 missing\n"
    assert Path("new/receipts.csv").read_text() == (
        "student,submission,question,earned,marks,by,when,comment\nbob,bob,average,0,1.25,tom,,\n"
    )


def test_what_cannot_be_compared(repository: Path, command: Run) -> None:
    """A folder without results, two assignments: one line."""
    shutil.copytree("class", "old/reports")
    said = command("diff", "old", "nowhere")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("autograder: found no results in nowhere; wanted a folder that")
