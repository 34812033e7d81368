"""What a student process does to itself ends that process, with a reason, and nothing else."""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import replace

import numpy as np
import pytest

from autograder.boundary.session import Session
from autograder.errors import ProcessDied
from autograder.model import CodeCell
from tests.boundary.conftest import LIMITS, Start


def dies(session: Session, name: str = "f") -> str:
    """The reason of its death in a call; later calls fail at once with the same words."""
    with pytest.raises(ProcessDied) as caught:
        session.proxy(name)()
    began = time.monotonic()
    for use in (session.proxy(name), lambda: session.run_cell(CodeCell(1, "")), session.proxy("g")):
        with pytest.raises(ProcessDied) as again:
            use()
        assert str(again.value) == str(caught.value) == session.death
    with pytest.raises(ProcessDied):
        session.defined(["f"])
    assert time.monotonic() - began < 0.1
    assert session.cpu_seconds > 0
    return str(caught.value)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("def f():\n    while True: pass", "stopped in f: it took more than 0.6 s of CPU time"),
        (
            "def f():\n    while True:\n        try:\n            n = 1\n"
            "            while n: pass\n        except BaseException: continue",
            "stopped in f: it took more than 0.6 s of CPU time",
        ),
        ("import os\ndef f(): os._exit(0)", "ended in f: "),
        ("import os\ndef f(): os.abort()", "ended in f: "),
        ("import os, signal\ndef f(): os.kill(os.getpid(), signal.SIGKILL)", ""),
        ("import os\ndef f(): os.closerange(0, 100)", "ended in f: "),
        ("import os\ndef f(): [os.dup2(os.open('/dev/null', 2), n) for n in range(64)]", ""),
        ("import gc, sys\ndef f():\n    sys.setrecursionlimit(30)\n    return [1]", ""),
    ],
    ids=["loop", "stubborn", "_exit", "abort", "kill", "close", "dup2", "recursion"],
)
def test_a_function_that_ends_its_process(start: Start, source: str, reason: str) -> None:
    """Endless, exiting, sleeping or mute: the reason names the function."""
    if "/dev/null" in source and not os.path.exists("/dev/null"):
        pytest.skip("needs /dev/null")
    try:
        said = dies(start(source))
    except pytest.fail.Exception:
        # Some of these harm nothing where the confinement forbids them.
        if reason:
            raise
    else:
        assert said.startswith(reason)


def test_a_cell_that_will_not_stop_is_stopped(start: Start) -> None:
    """The soft limit is swallowed; the hard one is not."""
    session = start()
    loop = "while True:\n  try:\n    n = 1\n    while n: sum([1])\n  except BaseException: continue"
    with pytest.raises(ProcessDied, match=r"stopped in cell 4: it took more than 1.25 s of CPU"):
        session.run_cell(CodeCell(4, loop))


def test_a_sleeper_is_waited_for_by_the_wall_clock(start: Start) -> None:
    """The session says that it was this clock, so that the grader may try again."""
    session = start(
        "import time\ndef f(): time.sleep(100)", limits=replace(LIMITS, call_cpu=0.2, wall_factor=2)
    )
    assert dies(session) == "stopped in f: it gave no answer for 0.4 s"
    assert session.backstop_struck


def test_the_whole_notebook_has_a_budget(start: Start) -> None:
    """Many short calls end as one long one would."""
    burn = "t = process_time()\n    while process_time() - t < 0.3: pass"
    session = start(
        f"from time import process_time\ndef f():\n    {burn}",
        limits=replace(LIMITS, submission_cpu=0.5),
    )
    session.proxy("f")()
    with pytest.raises(ProcessDied, match=r"the 0.5 s of CPU time for a whole notebook were used"):
        session.proxy("f")()


def test_a_death_in_a_nested_call_ends_the_outer_one(start: Start) -> None:
    """The check's function does not swallow it."""
    session = start("import os\ndef f(g): return g()\ndef end(): os._exit(1)")
    with pytest.raises(ProcessDied, match="ended in end"):
        session.proxy("f")(lambda: session.proxy("end")())


def test_a_check_that_swallows_a_death_changes_nothing(start: Start) -> None:
    """The first reason stays the reason."""
    session = start("import os\ndef f(g): return g()\ndef end(): os._exit(1)")

    def g() -> int:
        with contextlib.suppress(ProcessDied):
            session.proxy("end")()
        return 1

    with pytest.raises(ProcessDied, match="ended in end"):
        session.proxy("f")(g)


def test_a_check_that_is_stopped_amid_a_call_leaves_no_process_waiting(start: Start) -> None:
    """Nobody knows what that process would say next."""

    class Stop(BaseException):
        pass

    def g() -> None:
        raise Stop

    session = start("def f(g): return g()")
    with pytest.raises(Stop):
        session.proxy("f")(g)
    assert session.death == "stopped in f: the check ended amid a call"


def test_others_live_on(start: Start) -> None:
    """One process's end is nothing to the next."""
    first, second = start("import os\ndef f(): os._exit(1)"), start("def f(): return 1")
    dies(first)
    assert second.proxy("f")() == 1


@pytest.mark.parametrize(
    "patch",
    [
        "np.allclose = np.array_equal = lambda *a, **k: True\nnp.ndarray.__eq__",
        "import numpy; numpy.frombuffer = numpy.ndarray = numpy.dtype = None",
        "import msgpack; msgpack.packb = msgpack.Packer = msgpack.Unpacker = None",
        "import json, socket, struct, sys\nsocket.socket = json.dumps = None",
        "import sys\nfor name in [*sys.modules]:\n    if name != 'builtins': del sys.modules[name]",
        "import builtins as b\nb.print = b.open = b.abs = b.__import__ = None",
        "import linecache, traceback\nlinecache.cache.clear(); traceback.format_exc = None",
        "import gc\ngc.disable()\nimport signal\nsignal.signal(signal.SIGPROF, signal.SIG_IGN)",
        "sum = list = type = isinstance = 3",
    ],
)
def test_patching_gains_nothing_and_breaks_little(start: Start, patch: str) -> None:
    """An honest answer beside it is still read as it is, and a wrong one stays wrong."""
    session = start(patch, "def f(x): return x * 2")
    assert session.proxy("f")(np.arange(3)).tolist() == [0, 2, 4]
    assert not np.allclose(session.proxy("f")(1.0), 1.0)


def test_nothing_of_the_staffs_is_in_the_student_process(start: Start) -> None:
    """Neither the reference nor what grades, draws pages or writes tests is loaded or found."""
    f = start(
        """
import importlib, sys
def f(names):
    found = []
    for name in names:
        try:
            importlib.import_module(name)
            found.append(name)
        except ImportError:
            pass
    return found, sorted(name for name in sys.modules if name.startswith("autograder"))
"""
    ).proxy("f")
    staff = ["mathtx_ref", "pytest", "hypothesis", "otter.check", "nbformat", "jupytext"]
    staff += [
        f"autograder.{room}" for room in ("authoring", "grading", "reports", "validity", "cli")
    ]
    staff += ["autograder.boundary.session", "autograder.boundary.opaque", "tests.boundary"]
    found, loaded = f(staff)
    assert found == []
    heads = {name.split(".")[1] for name in loaded if "." in name}
    assert heads == {"boundary", "errors", "model", "sandbox"}


@pytest.mark.parametrize("name", ["len", "type", "id", "callable", "isinstance", "next", "max"])
def test_patched_builtins_at_worst_end_the_process(start: Start, name: str) -> None:
    """A value or the end of that process, and soon: nothing else comes of it."""
    session = start()
    cell = f"import builtins\ndef f(): return 2\nbuiltins.{name} = lambda *a: True"
    began = time.monotonic()
    with contextlib.suppress(ProcessDied):
        session.run_cell(CodeCell(1, cell))
        assert session.proxy("f")() == 2
    assert time.monotonic() - began < 4
