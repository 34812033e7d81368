"""Ctrl-C at a terminal: soon over, in one line, with nobody left."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import random
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.crash.place import PATIENCE_SECONDS, Place, nobody_left, victims, wait_until

SEED = 7
CTRL_C = b"\x03"
LONG_C_CALL = "import numpy as np\na = np.ones((3000, 3000), int)\nfor _ in range(99): a @ a"


class Terminal:
    """The command at a terminal of its own."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            words = place.words("--workers", "2")
            os.execve(words[0], words, place.environment)
        self.said = b""
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def press(self, keys: bytes) -> None:
        os.write(self._master, keys)

    def wait(self) -> int:
        """Until it hangs up; its exit code."""
        self._reader.join(PATIENCE_SECONDS)
        os.close(self._master)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self) -> None:
        """All the time: who writes to a terminal that nobody reads has to wait."""
        with contextlib.suppress(OSError):  # it hung up
            while chunk := os.read(self._master, 4096):
                self.said += chunk


def assert_over(terminal: Terminal, presses: int) -> None:
    before = time.monotonic()
    for _ in range(presses):
        with contextlib.suppress(OSError):  # it has ended already
            terminal.press(CTRL_C)
        time.sleep(0.03 if presses > 1 else 0)
    code = terminal.wait()
    assert time.monotonic() - before < 10  # 2 s are promised; a busy machine may lag
    said = terminal.said.decode()
    assert code == 130, said
    assert "Traceback" not in said
    assert said.count("run the same command again to go on") == 1
    assert nobody_left(terminal.place)


@pytest.fixture
def slow(place: Place, tmp_path: Path) -> Place:
    """A class whose student processes are in one long call of C most of the time."""
    folder = tmp_path / "class"
    folder.mkdir()
    for name in ("ada", "hugo", "quinn"):
        (source,) = (place.folder / name).glob("*.ipynb")
        document = json.loads(source.read_text())
        cell = {"cell_type": "code", "execution_count": None, "id": "c", "metadata": {}}
        document["cells"].insert(1, cell | {"outputs": [], "source": LONG_C_CALL})
        (folder / f"{name}.ipynb").write_text(json.dumps(document))
    return replace(place, folder=folder)


def test_ctrl_c_during_a_long_call_of_c(slow: Place) -> None:
    """However often it is pressed."""
    terminal = Terminal(slow)
    wait_until(lambda: victims(terminal.pid, "student"))
    assert_over(terminal, 3)


@pytest.mark.parametrize("attempt", range(2))
def test_ctrl_c_while_it_starts(place: Place, attempt: int) -> None:
    """Whatever is being imported, here or in the server that forks the workers."""
    moment = random.Random(SEED + attempt).uniform(0, 1.5)
    print(f"seed {SEED + attempt}: after {moment:.2f} s")
    terminal = Terminal(place)
    wait_until(place.out.exists)
    time.sleep(moment)
    assert_over(terminal, 1)
