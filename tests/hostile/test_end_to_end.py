"""Hostile submissions through the real command: each in its row, at nobody else's cost."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring import load_assignment
from autograder.authoring.notebook import filled_notebook
from autograder.model import Assignment
from autograder.sandbox import kernel

REPOSITORY = Path(__file__).parents[2]
SLUG = "01_bilinear_forms"
WITNESS = "partial_left"
"""answered rightly by every hostile submission: an attack costs no other question"""
WITNESS_POINTS = 2.0
PR_SET_CHILD_SUBREAPER = 36
LIMITS = "cell_cpu = 0.5\ncall_cpu = 0.5\nsubmission_cpu = 6\nmemory_mib = 512"


@dataclass(frozen=True)
class Attack:
    """`body` stands in every function of `question`; `cell` runs first. It earns `gain` there."""

    body: str
    cell: str = ""
    question: str = "bilinear"
    gain: float = 0.0


FLOOD = """
import msgpack, os, struct, threading
def flood():
    for number in range(10_000):
        body = msgpack.packb(["return", number, 0, 433.0, 0])
        os.write(3, struct.pack("!I", len(body)) + body)
"""
PATCHES = """
import builtins, msgpack, socket, sys
for name in ("allclose", "isclose", "array_equal"):
    setattr(np, name, lambda *a, **k: True)
np.shape = lambda *a: ()
builtins.abs = lambda *a: 0
builtins.AssertionError = type("Calm", (Exception,), {})
for name, module in list(sys.modules.items()):
    if name.startswith(("mathtx", "otter", "autograder.grading")): raise SystemExit
    if name.startswith("autograder.boundary"):
        for part in ("check_content", "get_traced_memory"):
            if hasattr(module, part): setattr(module, part, lambda *a: True)
"""
LIAR = """
class Liar(float):
    __module__ = "numpy"
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    __lt__ = __le__ = __gt__ = __ge__ = __eq__
    def __float__(self): return 433.0
    def __sub__(self, other): return 0.0
    def __abs__(self): return 0.0
    shape = ()
"""
SEARCH = """
import gc, sys
def search():
    for name in ("mathtx_ref", "mathtx_ref.bilinear", "otter", "autograder.grading.checks"):
        try: return __import__(name, fromlist=["bilinear"]).bilinear
        except ImportError: pass
    frame = sys._getframe()
    while frame:
        for value in (*frame.f_locals.values(), *frame.f_globals.values()):
            if "reference" in str(getattr(value, "__module__", "")): return value
        frame = frame.f_back
    return next(o for o in gc.get_objects() if getattr(o, "__module__", 0) == "mathtx_ref.bilinear")
"""
READ = """
def read():
    import glob, os
    found = []
    places = ["/proc/1/environ", "/proc/self/mem", "/etc/passwd", "/root", "/home", "/work", "/tmp"]
    for place in places + glob.glob("/student-files/*") + [os.path.expanduser("~/.bashrc")]:
        for use in (os.listdir, lambda path: open(path).read()):
            try: found.append(use(place))
            except OSError: pass
    return found
"""
FORM = "matrix_of_form"
NEVER = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"

ATTACKS = {
    # points for wrong answers
    "lies": Attack("return Liar()", LIAR),
    "liar_in_an_array": Attack("return np.array(Liar(), dtype=object)", LIAR),
    "patches": Attack("return 0.0", PATCHES),
    "floods": Attack("threading.Thread(target=flood).start()\nreturn 0.0", FLOOD),
    "answers_before": Attack("return 0.0", FLOOD + "flood()"),
    "searches": Attack("return search()(A, x, y)", SEARCH),
    "stops_iteration": Attack("raise StopIteration"),
    "gives_back": Attack("return A"),
    "wipes_arguments": Attack("for a in (A, x, y): a[...] = 0\nreturn 0.0"),
    "wipes_lists": Attack("del A[:], x[:], y[:]\nreturn 433"),
    "an_int_too_long": Attack("return 1 << 10**7"),
    "nan": Attack("return np.full((), np.nan)"),
    "structured": Attack("return np.zeros((), [('value', float)])"),
    "calls_forged": Attack("return f.__closure__[0].cell_contents", question=FORM),
    # reading what is not for it
    "reads": Attack("return [] if not read() else 433", READ),
    # harm
    "endless": Attack(NEVER),
    "endless_in_c": Attack("a = np.ones((4000, 4000), np.int8)\nreturn a @ a"),
    "endless_del": Attack(
        "return Endless()", "class Endless:\n    def __del__(self):\n        while True: pass"
    ),
    "endless_attribute": Attack(
        "return Endless()",
        "class Endless:\n    def __getattribute__(self, name):\n        while True: pass",
    ),
    "endless_cell": Attack("return 0.0", NEVER),
    "endless_exit": Attack(
        "raise SystemExit", "import atexit\n@atexit.register\ndef stay():\n    while True: pass"
    ),
    "threads": Attack(
        "import threading\nwhile True: threading.Thread(target=print, args=('x' * 99,)).start()"
    ),
    "forks": Attack("import os\nwhile True: os.fork()"),
    "memory": Attack("return [bytearray(1 << 24) for _ in range(1000)]"),
    "files": Attack("for n in range(10**5): open(str(n), 'w').write('x' * 10**6)"),
    "descriptors": Attack("import os\nwhile True: os.dup(0)"),
    "exits": Attack("import os\nos._exit(0)"),
    "kills": Attack("import os, signal\nos.kill(-1, signal.SIGKILL)\nos.kill(1, 9)\nos.abort()"),
    "crashes": Attack("import ctypes\nctypes.string_at(0)"),
    "hangs_up": Attack("import os\nos.closerange(0, 100)\nreturn 0.0"),
    "half_a_frame": Attack("import os\nos.write(3, b'\\0\\0\\1\\0abc')\nwhile True: pass"),
    "prints": Attack("while True: print('x' * 10**6, flush=True)"),
    "recursion": Attack("import sys\nsys.setrecursionlimit(10**9)\nreturn bilinear(A, x, y)"),
    "returns_too_much": Attack("return np.zeros(10**8)"),
    "returns_a_deep_list": Attack("a = []\nfor _ in range(10**5): a = [a]\nreturn a"),
    "calls_for_ever": Attack("while True: f(np.ones(3), np.ones(3))", question=FORM),
    "multiplies_texts": Attack(
        "try: f(['a' * 10**5] * 3, [10**7] * 3)\nexcept MemoryError: pass\n"
        "return f(['a' * 10**5] * 3, [10**8] * 3)",
        question=FORM,
    ),
}
LEAK = Attack("if np.shape(A) == (3, 3): SEEN.append(x)\nreturn 0.0", "SEEN = []")
"""only a hidden check has such a matrix"""
TELL = "raise ValueError(f'TOLD {len(SEEN)}')"


def functions(assignment: Assignment, question: str, body: str) -> str:
    """The question's answer cell with this body in its functions."""
    found = next(q for q in assignment.questions if q.id == question)
    tree = ast.parse(found.placeholder)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            lines = "\n".join(f"    {line}" for line in body.splitlines())
            node.body = ast.parse(f"def body():\n{lines}").body[0].body  # type: ignore[attr-defined]
    return ast.unparse(tree)


def submission(assignment: Assignment, answers: dict[str, str], cell: str) -> bytes:
    """The notebook with these answers and a cell before them all."""
    document: dict[str, Any] = json.loads(filled_notebook(assignment, answers))
    extra = {"cell_type": "code", "execution_count": None, "id": "extra", "metadata": {}}
    document["cells"].insert(3, extra | {"outputs": [], "source": cell})
    return json.dumps(document).encode()


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


def command(root: Path, *words: str) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("autograder"), "--root", root, *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "STAFF_SECRET": "staff-secret", "TMPDIR": str(root / "tmp")},
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def graded(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The out folder after one batch of them all, an honest submission first and last."""
    folder, out = tmp_path_factory.mktemp("class"), tmp_path_factory.mktemp("out") / "results"
    assignment = load_assignment(repository, SLUG)
    right = {question.id: question.answer for question in assignment.questions}
    witness = {WITNESS: right[WITNESS]}
    for name in ("a_honest", "z_honest"):
        (folder / f"{name}.ipynb").write_bytes(submission(assignment, right, ""))
    told = {"bilinear_terms": functions(assignment, "bilinear_terms", TELL)}
    for name, attack in (ATTACKS | {"tells": LEAK}).items():
        answers = {attack.question: functions(assignment, attack.question, attack.body)}
        answers |= told if attack is LEAK else {}
        path = folder / f"{name}.ipynb"
        path.write_bytes(submission(assignment, witness | answers, attack.cell))
    kernel.prctl(PR_SET_CHILD_SUBREAPER, 1)  # who outlives the command becomes our child
    before = children()
    command(repository, "grade", SLUG, str(folder), "--out", str(out), "--workers", "2")
    deadline = time.monotonic() + 10
    while (left := children() - before) and time.monotonic() < deadline:
        time.sleep(0.05)
        os.waitpid(next(iter(left)), os.WNOHANG)
    kernel.prctl(PR_SET_CHILD_SUBREAPER, 0)
    assert not left
    assert not list((repository / "tmp").glob("autograder-*"))
    return out


def children() -> set[int]:
    """This process's own, by process id."""
    tasks = Path("/proc/self/task").glob("*/children")
    return {int(pid) for task in tasks for pid in task.read_text().split()}


def report(out: Path, name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((out / "reports" / f"{name}.json").read_text())
    return loaded


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gains_nothing_and_costs_one_question(graded: Path, name: str) -> None:
    """Graded, no point in the attacked question, all points in the one that was answered."""
    found = report(graded, name)
    questions = found["questions"]
    earned = {key: question["earned"] for key, question in questions.items() if question["earned"]}
    assert found["status"] == "graded"
    attack = ATTACKS[name]
    wanted = {WITNESS: WITNESS_POINTS} | ({attack.question: attack.gain} if attack.gain else {})
    assert earned == wanted, questions[attack.question]


@pytest.mark.parametrize("name", ["a_honest", "z_honest"])
def test_an_honest_neighbour_keeps_every_point(graded: Path, name: str) -> None:
    """Whoever is graded before or beside it."""
    found = report(graded, name)
    assert found["score"] == sum(question["possible"] for question in found["questions"].values())
    assert not found["limits_hit"]


def test_no_page_shows_what_a_hidden_check_said(graded: Path) -> None:
    """Nor its name, nor an address or a path of the grader's."""
    for page in (graded / "feedback").glob("*.html"):
        text = page.read_text()
        for question in report(graded, page.stem)["questions"].values():
            hidden = [check for check in question["checks"] if check["hidden"]]
            shown = [check["name"] for check in hidden if check["name"] in text]
            said = {check["message"] for check in hidden if "wanted" in check["message"]}
            assert not shown, page.stem
            assert not [message for message in said if message in text], page.stem
        assert "staff-secret" not in text
        assert str(REPOSITORY) not in text


def test_no_public_check_tells_what_a_hidden_one_was_given(graded: Path) -> None:
    """A function that remembers its arguments may not say them where its student can read it."""
    assert "TOLD 0" in (graded / "feedback" / "tells.html").read_text()
