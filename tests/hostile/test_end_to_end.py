"""Hostile submissions through the real command: each in its row, at nobody else's cost."""

from __future__ import annotations

import ast
import csv
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring import load_assignment
from autograder.authoring.notebook import filled_notebook
from autograder.model import Assignment
from autograder.sandbox import kernel
from tests.hostile.attacks import ATTACKS, MODULES
from tests.hostile.attacks.attack import Attack
from tests.hostile.attacks.secrets import TELL

REPOSITORY = Path(__file__).parents[2]
SLUG = "01_bilinear_forms"
WITNESS = "partial_left"
"""answered rightly by every hostile submission: an attack costs no other question"""
WITNESS_POINTS = 2.0
HONEST = ("a_honest", "z_honest")
MARK = "hostile-mark"
FOUND = "FOUND"
"""what an attack says where its student can read it when it has got at a secret"""
PR_SET_CHILD_SUBREAPER = 36
LIMITS = """
cell_cpu = 0.3
call_cpu = 0.3
submission_cpu = 5
wall_factor = 5
memory_mib = 320
file_mib = 8
"""


@dataclass(frozen=True)
class Graded:
    """Folders of one run of the command, and what it printed."""

    root: Path
    folder: Path
    out: Path
    said: str

    def report(self, name: str) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads((self.out / "reports" / f"{name}.json").read_text())
        return loaded

    def page(self, name: str) -> str:
        return (self.out / "feedback" / f"{name}.html").read_text()

    def row(self, name: str) -> list[str]:
        with open(self.out / "gradebook.csv", newline="") as file:
            return next(row for row in csv.reader(file) if row[0] == name)


# ---------------------------------------------------------------- the submissions


def functions(assignment: Assignment, question: str, body: str) -> str:
    """The question's answer cell with this body in its functions."""
    found = next(q for q in assignment.questions if q.id == question)
    tree = ast.parse(found.placeholder)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            lines = "\n".join(f"    {line}" for line in body.splitlines())
            node.body = ast.parse(f"def body():\n{lines}").body[0].body  # type: ignore[attr-defined]
    return ast.unparse(tree)


def submission(assignment: Assignment, answers: dict[str, str], attack: Attack) -> bytes:
    """The notebook with these answers and the attack's cells around them."""
    document: dict[str, Any] = json.loads(filled_notebook(assignment, answers))
    for place, name in ((3, "cell"), (len(document["cells"]) + 1, "after")):
        extra = {"cell_type": "code", "execution_count": None, "id": name, "metadata": {}}
        source = getattr(attack, name)
        if source:
            document["cells"].insert(place, extra | {"outputs": [], "source": source})
    if attack.edit is not None:
        attack.edit(document)
    return json.dumps(document).encode()


def write_honest(assignment: Assignment, folder: Path) -> None:
    right = {question.id: question.answer for question in assignment.questions}
    for name in HONEST:
        path = folder / f"{name}.ipynb"
        path.write_bytes(submission(assignment, right, Attack("Nothing.")))


def write_hostile(assignment: Assignment, folder: Path, places: dict[str, Path]) -> None:
    witness = next(q.answer for q in assignment.questions if q.id == WITNESS)
    for name, attack in ATTACKS.items():
        answers = {
            WITNESS: witness,
            attack.question: functions(assignment, attack.question, attack.body),
        }
        if name == "tells":
            answers["bilinear_terms"] = functions(assignment, "bilinear_terms", TELL)
        text = submission(assignment, answers, attack).decode()
        for place, path in places.items():
            text = text.replace(f"@{place}@", str(path))
        (folder / f"{name}.ipynb").write_text(text)


# ---------------------------------------------------------------- the command


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The assignment with limits so low that endless loops cost little."""
    root = tmp_path_factory.mktemp("repository")
    shutil.copytree(REPOSITORY / "solutions" / SLUG, root / "solutions" / SLUG)
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    settings = root / "solutions" / SLUG / "assignment.toml"
    settings.write_text(settings.read_text().partition("[limits]")[0] + f"[limits]\n{LIMITS}\n")
    (root / "tmp").mkdir()
    command(root, "build", SLUG)
    return root


def command(root: Path, *words: str) -> str:
    done = subprocess.run(
        [Path(sys.executable).with_name("autograder"), "--root", root, *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "STAFF_SECRET": "staff-secret", "TMPDIR": str(root / "tmp")},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def grade(root: Path, folder: Path, out: Path) -> Graded:
    said = command(root, "grade", SLUG, str(folder), "--out", str(out), "--workers", "2")
    return Graded(root, folder, out, said)


@pytest.fixture(scope="module")
def alone(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """The honest submissions without the others."""
    folder, out = tmp_path_factory.mktemp("class"), tmp_path_factory.mktemp("out") / "results"
    write_honest(load_assignment(repository, SLUG), folder)
    return grade(repository, folder, out)


@pytest.fixture(scope="module")
def graded(repository: Path, alone: Graded, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """One batch of them all, an honest submission first and last, and what it leaves behind."""
    folder, out = tmp_path_factory.mktemp("class"), tmp_path_factory.mktemp("out") / "results"
    assignment = load_assignment(repository, SLUG)
    write_honest(assignment, folder)
    places = {"CLASS": folder, "OUT": out, "ROOT": repository, "REPOSITORY": REPOSITORY}
    write_hostile(assignment, folder, places)
    kernel.prctl(PR_SET_CHILD_SUBREAPER, 1)  # who outlives the command becomes our child
    others, before = children(), snapshot(repository, folder)
    done = grade(repository, folder, out)
    deadline = time.monotonic() + 10
    while (left := children() - others) and time.monotonic() < deadline:
        time.sleep(0.05)
        os.waitpid(next(iter(left)), os.WNOHANG)
    kernel.prctl(PR_SET_CHILD_SUBREAPER, 0)
    assert not left
    assert snapshot(repository, folder) == before
    return done


def children() -> set[int]:
    """This process's own, by process id."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {int(pid) for task in tasks for pid in task.read_text().split()}


def snapshot(*folders: Path) -> dict[str, tuple[int, int, int]]:
    """Every file and folder with mode, size and time of change."""

    def entries() -> Iterator[tuple[str, tuple[int, int, int]]]:
        for folder in folders:
            for path in folder.rglob("*"):
                found = path.lstat()
                changed = 0 if path.is_dir() else found.st_mtime_ns
                yield str(path), (found.st_mode, found.st_size, changed)

    return dict(entries())


# ---------------------------------------------------------------- what must hold


def test_there_are_many_attacks_and_each_says_what_it_tries() -> None:
    """No two modules have one of the same name."""
    assert len(ATTACKS) == sum(len(module.ATTACKS) for module in MODULES) >= 100
    assert all(attack.tries.endswith(".") for attack in ATTACKS.values())


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gains_nothing_and_costs_one_question(graded: Graded, name: str) -> None:
    """Graded, no point in the attacked question, all points in the one that was answered."""
    found, attack = graded.report(name), ATTACKS[name]
    questions = found["questions"]
    earned = {key: question["earned"] for key, question in questions.items() if question["earned"]}
    wanted = {WITNESS: WITNESS_POINTS} | ({attack.question: attack.gain} if attack.gain else {})
    assert found["status"] == attack.status
    assert earned == wanted, (questions[attack.question], questions[WITNESS])


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_neighbour_keeps_every_point(graded: Graded, name: str) -> None:
    """Whoever is graded before or beside it."""
    found = graded.report(name)
    assert found["score"] == sum(question["possible"] for question in found["questions"].values())
    assert not found["limits_hit"]


def test_a_neighbours_results_are_the_same_without_the_attackers(
    graded: Graded, alone: Graded
) -> None:
    """Row, page and report of the honest, byte for byte but for the times."""
    for name in HONEST:
        assert alone.row(name) == graded.row(name)
        assert alone.page(name) == graded.page(name)
        assert alone.report(name) | {"times": {}} == graded.report(name) | {"times": {}}


@pytest.mark.parametrize("name", [*ATTACKS, *HONEST])
def test_a_page_tells_no_secret_and_does_nothing(graded: Graded, name: str) -> None:
    """No hidden check's name or message, no path or secret, no markup or control characters."""
    text = graded.page(name)
    for question in graded.report(name)["questions"].values():
        hidden = [check for check in question["checks"] if check["hidden"]]
        said = {check["message"] for check in hidden if "wanted" in check["message"]}
        assert not [check["name"] for check in hidden if check["name"] in text]
        assert not [message for message in said if message in text]
    for word in (FOUND, "staff-secret", str(REPOSITORY), "<script>alert", "<img src=x", "<b>E"):
        assert word not in text, word
    assert not [c for c in text if not c.isprintable() and c not in "\n\t"]


def test_what_an_attack_says_reaches_its_page(graded: Graded) -> None:
    """As text: else the search for secrets in the pages could find none."""
    assert "&lt;script&gt;alert(1)" in graded.page("writes_html")


def test_the_terminal_and_the_class_page_are_as_harmless(graded: Graded) -> None:
    """What the TA sees: no markup, no escape sequence, no secret of the environment."""
    for text in (graded.said, (graded.out / "index.html").read_text()):
        for word in (FOUND, "staff-secret", "<script>alert", "<img src=x", "\x1b]", "\x07"):
            assert word not in text, word


def test_no_public_check_tells_what_a_hidden_one_was_given(graded: Graded) -> None:
    """A function that remembers its arguments may not say them where its student can read it."""
    assert "nothing" in graded.page("tells")


def test_nothing_is_left_outside_the_scratch_folder(graded: Graded) -> None:
    """No mark in any folder that an attacker knows, no folder of the grader's, no core file."""
    tops = [Path("/"), Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), Path.home(), REPOSITORY]
    inner = [graded.root, graded.folder, graded.out, *map(Path, sys.path)]
    assert not [top for top in (*tops, *inner) if os.path.lexists(top / MARK)]
    assert not list(graded.out.rglob(f"{MARK}*"))
    assert not list((graded.root / "tmp").glob("autograder-*"))
    assert not [p for top in (*inner, Path.cwd()) for p in top.glob("core*") if p.is_file()]
