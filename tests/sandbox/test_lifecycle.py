"""Starting, ending, dying and starting again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder.errors import ConfinementError, UsageError
from autograder.model import Limits

HERE = Path(__file__).parent


def eventually(condition: Callable[[], bool], seconds: float = 10) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def test_a_process_that_ends_says_how(zygote: Any, new_student: Any) -> None:
    """Its exit code, CPU time and peak memory in numbers; no words of the code's own choice."""
    student = new_student(zygote.spawn())
    student.send("import sys; sys.exit(3)")
    assert student.receive() is None
    end = student.process.wait(10)
    assert (end.code, end.signal) == (3, None)
    assert end.description == "ended by itself"
    assert 0 < end.cpu_seconds < 5
    assert 10 < end.peak_mib < 500
    student.process.close()


def test_a_crash_names_its_signal(zygote: Any, new_student: Any) -> None:
    """A segmentation fault is told apart from an exit."""
    student = new_student(zygote.spawn())
    student.send("import ctypes; ctypes.string_at(0)")
    assert student.receive() is None
    end = student.process.wait(10)
    assert end.signal == signal.SIGSEGV
    assert end.description == "crashed (Segmentation fault)"
    student.process.close()


def test_a_signal_of_the_codes_own_choice_is_not_named(zygote: Any, new_student: Any) -> None:
    """It is refused, or not told: which of sixty signals it was could tell a hidden input."""
    student = new_student(zygote.spawn())
    student.send("import signal; signal.raise_signal(signal.SIGUSR1)")
    if student.receive() is None:
        end = student.process.wait(10)
        assert end.signal == signal.SIGUSR1
        assert end.description == "crashed (a signal)"
    student.process.close()


def test_cpu_time_is_measured_while_it_runs(student: Any) -> None:
    """The clock counts the child's work, not its sleep."""
    before = student.process.cpu_seconds()
    student.run("import time; time.sleep(0.1)")
    slept = student.process.cpu_seconds()
    student.run(
        "import time\nend = time.process_time() + 0.1\nwhile time.process_time() < end: pass"
    )
    worked = student.process.cpu_seconds()
    assert slept - before < 0.05
    assert 0.1 <= worked - slept < 0.3


def test_waiting_has_a_limit(student: Any) -> None:
    """A process that still runs is a TimeoutError."""
    with pytest.raises(TimeoutError, match=r"still runs after 0\.05 s"):
        student.process.wait(0.05)


def test_an_endless_loop_ends_with_the_cpu_limit(make_zygote: Any, new_student: Any) -> None:
    """The kernel stops it even when nobody watches."""
    with make_zygote(limits=Limits(submission_cpu=0)) as zygote:
        student = new_student(zygote.spawn())
        student.send("while True: pass")
        assert student.receive() is None
        end = student.process.wait(10)
        assert end.signal == signal.SIGKILL
        assert end.description == "was stopped after 2 s of CPU time"


def test_a_zygote_that_dies_takes_its_children_and_is_replaced(
    zygote: Any, new_student: Any, gone: Any
) -> None:
    """SIGKILL of the zygote costs the running processes, not the next one."""
    first = new_student(zygote.spawn())
    os.kill(zygote.pid, signal.SIGKILL)
    assert first.receive() is None
    assert first.process.wait(10).description == "ended with its zygote"
    assert eventually(lambda: gone(first.process.pid))
    second = new_student(zygote.spawn())
    assert second.run("answer = 6 * 7") == 42
    first.process.close()
    second.process.close()


@pytest.mark.parametrize("mode", ["every layer", "namespaces refused"])
def test_nothing_outlives_the_trusted_process(mode: str, gone: Any, tmp_path: Path) -> None:
    """After SIGKILL of the trusted process the zygote, its children and its folder vanish."""
    command = [sys.executable, str(HERE / "orphan.py"), str(HERE / "entry.py"), mode]
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as trusted:
        assert trusted.stdout is not None
        pids = json.loads(trusted.stdout.readline())
        assert list(tmp_path.iterdir())
        trusted.kill()
    assert eventually(lambda: all(map(gone, pids)))
    assert eventually(lambda: not list(tmp_path.iterdir()))


def test_closing_leaves_nothing(
    make_zygote: Any, new_student: Any, gone: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    """Neither processes nor folders, also with children at work."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with make_zygote() as zygote:
        student = new_student(zygote.spawn())
        student.send("import time; time.sleep(600)")
        pids = [zygote.pid, student.process.pid]
    assert eventually(lambda: all(map(gone, pids)))
    assert not list(tmp_path.iterdir())
    student.process.kill()  # no harm afterwards
    student.process.close()


def test_five_hundred_spawns_leak_nothing(make_zygote: Any, descriptors: Any) -> None:
    """No descriptor, no process, and the last is as quick as the first."""
    with make_zygote(entry="autograder.sandbox.zygote", packages=(), files={}) as zygote:
        zygote.spawn().close()
        before = descriptors()
        for _ in range(500):
            student = zygote.spawn()
            student.close()
        student.wait(10)
        assert descriptors() == before
        children = Path(f"/proc/{zygote.pid}/task/{zygote.pid}/children")
        if children.exists():
            assert len(children.read_text().split()) <= 1


def test_the_hash_seed_is_fixed(make_zygote: Any, tmp_path: Path) -> None:
    """Sets of strings have the same order in each zygote."""
    text = (
        "import sys\n"
        "from autograder.sandbox.zygote import serve\n"
        "serve(int(sys.argv[1]), lambda s, *_: s.sendall(str(hash('order')).encode()))\n"
    )
    found = set()
    for _ in range(2):
        with make_zygote(entry=entry_script(tmp_path, text)) as zygote:
            student = zygote.spawn()
            found.add(student.socket.recv(100))
            student.close()
    assert len(found) == 1


def entry_script(folder: Path, text: str) -> str:
    path = folder / "entry.py"
    path.write_text(text)
    return str(path)


def test_an_entry_that_fails_is_named(make_zygote: Any, tmp_path: Path) -> None:
    """The last line of what it said is in the message."""
    entry = entry_script(tmp_path, "raise RuntimeError('numpy is broken')")
    with make_zygote(entry=entry) as zygote, pytest.raises(ConfinementError) as caught:
        zygote.spawn()
    assert str(caught.value) == (
        "the process that forks student processes did not start: "
        "RuntimeError: numpy is broken. Run `autograder doctor`"
    )


def test_an_entry_with_threads_is_refused(make_zygote: Any, tmp_path: Path) -> None:
    """Because a fork of several threads is not safe."""
    text = (
        "import sys, threading, time\n"
        "from autograder.sandbox.zygote import serve\n"
        "threading.Thread(target=time.sleep, args=(600,), name='history', daemon=True).start()\n"
        "serve(int(sys.argv[1]), print)\n"
    )
    with (
        make_zygote(entry=entry_script(tmp_path, text)) as zygote,
        pytest.raises(ConfinementError, match=r"found 2 threads in the zygote \(history\)"),
    ):
        zygote.spawn()


def test_a_missing_package_is_named(make_zygote: Any) -> None:
    """With the command that installs it."""
    with (
        make_zygote(packages=("no-such-package",)) as zygote,
        pytest.raises(ConfinementError, match="pip install no-such-package"),
    ):
        zygote.spawn()


@pytest.mark.parametrize("name", ["../x", "/x", "a/b/c", "a/../b", "", "."])
def test_a_file_name_that_leads_elsewhere_is_refused(make_zygote: Any, name: str) -> None:
    """A shipped file lies in the working folder or one below."""
    with pytest.raises(UsageError, match="wanted a plain name in at most one folder"):
        make_zygote(files={name: b""})
