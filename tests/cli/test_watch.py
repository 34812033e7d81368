"""`autograder watch`, as a process of its own: it follows saves, says errors, ends cleanly."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.authoring.tools.scaffold import new_assignment, new_question

PATIENCE = 60.0


class Watch:
    """The running command; `round()` is what it says until it waits for the next save."""

    def __init__(self, root: Path, *arguments: str) -> None:
        start = "from autograder.cli import main; main()"
        command = [sys.executable, "-c", start, "--root", str(root), "watch"]
        self.process = subprocess.Popen(
            [*command, *arguments, "--every", "0.1", "--workers", "1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def round(self) -> list[str]:
        """Lines up to the one that says it waits."""
        said = []
        while not (said and said[-1].startswith("-- ")):
            said.append(self.lines.get(timeout=PATIENCE))
        return said[:-1]

    def interrupt(self) -> tuple[int, str]:
        """Ctrl-C; the exit code and what is said last."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=PATIENCE)
        time.sleep(0.1)
        said = [self.lines.get() for _ in range(self.lines.qsize())]
        return code, said[-1] if said else ""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one assignment of two questions, one of them finished."""
    (tmp_path / "solutions").mkdir()
    folder = new_assignment(tmp_path, "01_more", "same", "More", 4)
    new_question(tmp_path, "1", "other", 4)
    (mutant,) = (folder / "same/rejected").glob("*.py")
    checks = "same_gives_the_example, same_holds_in_general"
    text = f'"""Adds one."""\n# caught by: {checks}\n\ndef same(x):\n    return x + 1\n'
    mutant.write_text(text)
    return tmp_path


@pytest.fixture
def watch(root: Path) -> Iterator[Watch]:
    """The command, ended whatever happens."""
    running = Watch(root, "1")
    yield running
    running.process.kill()
    running.process.wait()


def test_it_follows_saves_until_it_is_interrupted(watch: Watch, root: Path) -> None:
    """One line a question at once and after each save; an author's error does not end it."""
    first, *said = watch.round()
    assert first == "watching solutions/01_more and mathtx_ref/; Ctrl-C ends it"
    proved = "same: proved; 2 checks, right answers passed: 1, wrong ones caught: 1"
    assert said[0] == proved
    survivor = "other/rejected/todo_name_me_after_the_misconception: survives"
    assert said[1].startswith(f"other: not proved; {survivor}")
    assert said[1].endswith("(and 3 more: autograder verify)")
    assert "places say TODO, the first: solutions/01_more/intro.md" in said[2]
    assert len(said) == 3

    question = root / "solutions/01_more/same/question.py"
    text = question.read_text()
    question.write_text(text.replace("points=1", "point=1"))
    (broken,) = watch.round()
    assert "solutions/01_more/same/question.py:19: found the option point; wanted" in broken

    question.write_text(text.replace("return x  # TODO", "return x + 0.5"))
    wrong = watch.round()
    assert wrong[0].startswith("same: not proved; the solution does not pass same_gives_the_exa")

    question.write_text(text)
    assert watch.round()[0] == proved
    assert watch.interrupt() == (0, "watch ended")


def test_an_unknown_assignment_is_refused(root: Path) -> None:
    """In one line, as everywhere."""
    watch = Watch(root, "9")
    assert watch.process.wait(timeout=PATIENCE) == 2
    said = watch.lines.get(timeout=PATIENCE)
    assert said.startswith("autograder: found no assignment '9'; wanted one of: 01_more")
