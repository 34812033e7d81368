"""`autograder doctor`: each layer in a sentence, what to do about a missing one, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.cli.doctor import INSTALL, OPTIONAL, READY, REFUSED, advice
from autograder.sandbox import layers

FORBIDDING = Path(__file__).parents[1] / "sandbox" / "forbidding.py"
NAMESPACES = "unshare,setns,mount,umount2,pivot_root,mount_setattr"
LANDLOCK = "landlock_create_ruleset"
WORKING = dict.fromkeys(layers.ALL, "")


def doctor(forbidden: str = "") -> subprocess.CompletedProcess[str]:
    """The real command, where the kernel refuses the calls named."""
    wall = [sys.executable, str(FORBIDDING), forbidden] if forbidden else []
    command = [*wall, str(Path(sys.executable).with_name("autograder")), "doctor"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_each_layer_has_its_line() -> None:
    """Name, state and a sentence; on a machine that offers all, it is ready."""
    done = doctor()
    lines = done.stdout.splitlines()
    for name in layers.ALL:
        (line,) = [line for line in lines if f" {name}: " in line]
        assert line.startswith(("  in force  ", "  not here  ", "  MISSING   ")), line
        assert len(line.partition(": ")[2].split()) >= 6, line
    assert (done.returncode == 0) == (lines[-1] == READY)
    assert done.stderr == ""


def test_a_missing_required_layer_is_explained() -> None:
    """Which, what it needs, what the command will do; exit code 3."""
    done = doctor(LANDLOCK)
    assert done.returncode == 3
    assert "  MISSING   Landlock: Landlock needs Linux 5.13 or newer" in done.stdout
    last = done.stdout.splitlines()[-1]
    assert last.startswith("Not ready to grade: ")
    assert "Landlock" in last
    assert "--allow-weak-sandbox" in last
    assert "Traceback" not in done.stdout + done.stderr


def test_a_container_without_namespaces_is_explained() -> None:
    """They are not required; what they leave open is said, and why they are not here."""
    done = doctor(NAMESPACES)
    for name in layers.NAMESPACES:
        (line,) = [line for line in done.stdout.splitlines() if f" {name}: " in line]
        assert line.startswith("  not here  "), line
        assert line.endswith("(unshare: Operation not permitted)"), line
    assert OPTIONAL in done.stdout.splitlines()


def test_words_and_codes_for_every_state() -> None:
    """Ready, a package missing, a layer missing, both; the worst decides about the code."""
    whole = layers.describe(WORKING, root=True)
    assert advice(whole, [])[0][-1] == READY
    assert advice(whole, [])[1] == 0
    lines, code = advice(whole, ["numpy"])
    assert (lines[-1], code) == (INSTALL.format(names="numpy"), 1)
    weak = layers.describe(WORKING | {"user": "other users may not pass /home"}, root=True)
    lines, code = advice(weak, ["numpy"])
    assert (lines[-1], code) == (REFUSED.format(names="user"), 3)
    assert INSTALL.format(names="numpy") in lines


@pytest.mark.parametrize("name", layers.ALL)
def test_no_layer_is_missing_without_a_word(name: str) -> None:
    """What is lost or what to do, then what the kernel said."""
    found = layers.describe(WORKING | {name: "the reason"}, root=True)
    (line,) = [line for line in advice(found, [])[0] if f" {name}: " in line]
    assert not line.startswith("  in force")
    assert line.endswith("(the reason)")
    assert len(line.split()) >= 8


@pytest.mark.parametrize(("system", "advised"), [("darwin", "Docker Desktop"), ("win32", "WSL 2")])
def test_other_systems_are_told_where_to_go(system: str, advised: str) -> None:
    """One line with the container or WSL way, exit code 3, no traceback."""
    code = (
        "import sys, subprocess, autograder.cli.doctor as doctor\n"
        "here = sys.platform\n"
        f"sys.platform = {system!r}\n"
        "import importlib, autograder.sandbox.platforms as platforms\n"
        "importlib.reload(platforms)\n"
        "import autograder.sandbox.process as process\n"
        "process.require_linux = platforms.require_linux\n"
        "sys.platform = here\n"
        "doctor.command([])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env=os.environ
    )
    assert done.returncode == 3, done
    assert f"  found {system}, but student code can be confined on Linux only" in done.stdout
    assert advised in done.stdout
    assert "Traceback" not in done.stderr
