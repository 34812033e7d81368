"""`autograder grade` for every kind of grader: right answers earn all, attacks reach nothing."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring import build, load_assignment
from autograder.authoring.notebook import filled_notebook
from autograder.sandbox import identity

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
SLUG = "01_bilinear_forms"
ORDINARY_USER = 65_432
NAMESPACES = "unshare,setns,mount,umount2,pivot_root,mount_setattr"
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to be each kind of grader")

# Every try that succeeds is remembered; the last cell then spoils the answers.
ATTACK = """
import ctypes, os, socket, subprocess
reached = []
def attack(name, action):
    try:
        action()
    except (OSError, ImportError):
        return
    reached.append(name)
attack("the bundle", lambda: open("@ROOT@/build/@SLUG@/bundle.zip", "rb"))
attack("the source", lambda: os.listdir("@ROOT@/solutions"))
attack("the class", lambda: os.listdir("@ROOT@/class"))
attack("the reference", lambda: __import__("mathtx_ref"))
attack("a password file", lambda: open("/etc/passwd"))
attack("a file outside", lambda: open("@ROOT@/open/file", "w"))
attack("a process", os.fork)
attack("a program", lambda: subprocess.run(["/bin/true"]))
attack("a socket", lambda: socket.socket())
attack("the parent", lambda: os.kill(os.getppid() or -1, 9))
"""
SPOIL = """
if reached:
    for name in list(globals()):
        if callable(globals()[name]) and name != "get_ipython": globals()[name] = None
"""


def with_attack(notebook: bytes, root: Path) -> bytes:
    """The notebook with the attack before and its consequence after everything else."""
    document: dict[str, Any] = json.loads(notebook)
    empty = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": []}
    before = ATTACK.replace("@ROOT@", str(root)).replace("@SLUG@", SLUG)
    document["cells"].insert(3, empty | {"id": "before", "source": before})
    document["cells"].append(empty | {"id": "after", "source": SPOIL})
    return json.dumps(document).encode()


@pytest.fixture(scope="module")
def root() -> Iterator[Path]:
    """An assignment, built, and a class of two, in a folder that everybody may use."""
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        root = Path(folder)
        shutil.copytree(REPOSITORY / "solutions" / SLUG, root / "solutions" / SLUG)
        shutil.copy(REPOSITORY / "pyproject.toml", root)
        assignment = load_assignment(root, SLUG)
        build(assignment, root)
        right = filled_notebook(assignment, {q.id: q.answer for q in assignment.questions})
        for name in ("class", "open"):
            (root / name).mkdir()
        (root / "class/right.ipynb").write_bytes(right)
        (root / "class/attack.ipynb").write_bytes(with_attack(right, root))
        for path in (root, *root.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
        yield root


def grade(root: Path, out: str, *options: str, walls: list[str]) -> tuple[int, str]:
    """Exit code and all that was said, by the real command behind the walls given."""
    script = str(Path(sys.executable).with_name("autograder"))
    words = [script, "--root", str(root), "grade", SLUG, str(root / "class")]
    done = subprocess.run(
        [*walls, sys.executable, *words, "--out", str(root / "open" / out), *options],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return done.returncode, done.stdout + done.stderr


def as_user(user: int) -> list[str]:
    return [sys.executable, str(HERE / "passable.py"), str(user)]


def refusing(calls: str) -> list[str]:
    return [sys.executable, str(HERE / "forbidding.py"), calls]


def in_force(root: Path, out: str, submission: str) -> set[str]:
    report = json.loads((root / "open" / out / "reports" / f"{submission}.json").read_text())
    return {layer["name"] for layer in report["layers"] if layer["active"]}


def scores(root: Path, out: str) -> dict[str, bool]:
    """Submission → whether it has all points."""
    with open(root / "open" / out / "gradebook.csv", newline="") as book:
        rows = list(csv.DictReader(book))
    return {row["submission"]: row["score"] == row["possible"] for row in rows}


MACHINES = {
    "root": ([], True),
    "root in a container": ([*as_user(0), *refusing(NAMESPACES)], False),
    "ordinary user": (as_user(ORDINARY_USER), True),
    "ordinary user in a container": ([*as_user(ORDINARY_USER), *refusing(NAMESPACES)], False),
}


@AS_ROOT
@pytest.mark.parametrize("machine", MACHINES)
def test_a_right_answer_earns_all_and_an_attack_reaches_nothing(root: Path, machine: str) -> None:
    """With namespaces or without; the report says which layers were in force."""
    walls, namespaces = MACHINES[machine]
    code, said = grade(root, machine, "--workers", "1", walls=walls)
    assert code == 0, said
    assert scores(root, machine) == {"right": True, "attack": True}, said
    layers = in_force(root, machine, "attack")
    assert {"Landlock", "limits", "no new privileges", "system calls"} <= layers
    assert ("file view" in layers) == ("processes" in layers) == namespaces
    assert ("user" in layers) == (not machine.startswith("ordinary"))
    assert not (root / "open/file").exists()


@AS_ROOT
def test_root_with_a_private_python_in_a_container_is_refused(root: Path) -> None:
    """It could not change its user: exit code 3, the folder and the command that opens it."""
    blocked = identity.unreachable([sys.base_prefix])
    if not blocked:
        pytest.skip("this Python is in a public place, so there is nothing to refuse")
    code, said = grade(root, "refused", walls=refusing(NAMESPACES))
    assert code == 3, said
    assert f"run `chmod o+x {blocked}`" in said
    assert "--allow-weak-sandbox" in said
    assert "Traceback" not in said


@AS_ROOT
def test_a_weak_sandbox_is_named_in_every_output(root: Path) -> None:
    """Refused first; on request it grades, and terminal, report, feedback and class page say so."""
    walls = refusing("landlock_create_ruleset")
    code, said = grade(root, "weak", walls=walls)
    assert code == 3, said
    assert "Landlock needs Linux 5.13" in said
    code, said = grade(root, "weak", "--workers", "1", "--allow-weak-sandbox", walls=walls)
    assert code == 0, said
    assert "Graded with a weak sandbox" in said
    out = root / "open/weak"
    for name in ("right", "attack"):
        assert json.loads((out / f"reports/{name}.json").read_text())["weak_sandbox"] is True
        assert "Graded in a weak sandbox." in (out / f"feedback/{name}.html").read_text()
    assert "Weak sandbox." in (out / "index.html").read_text()
    assert scores(root, "weak")["right"]
