"""The same attacks for other graders: root with Python in a public place, and an ordinary user."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ORDINARY_USER = 65_432


@pytest.mark.skipif(os.geteuid() != 0, reason="these tests already run as an ordinary user")
@pytest.mark.parametrize("user", [0, ORDINARY_USER], ids=["root", "ordinary user"])
def test_attacks_fail_for_every_kind_of_grader(user: int, tmp_path: Path) -> None:
    """With namespaces and without, whoever grades."""
    assert util.find_spec("pytest")
    environment = {
        "HOME": "/nonexistent",
        "LOGNAME": f"grader-{user}",  # pytest puts its folder under this name
        "PATH": os.environ["PATH"],
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    tests = [str(HERE / "test_attacks_on_files.py"), str(HERE / "test_attacks_on_processes.py")]
    pytest_command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(
        [sys.executable, str(HERE / "passable.py"), str(user), *pytest_command],
        capture_output=True,
        text=True,
        env=environment,
        cwd=HERE.parents[1],
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root changes user")
def test_root_without_namespaces_changes_user_where_python_is_public() -> None:
    """All that is required is in force in a container that forbids namespaces."""
    code = (
        "from autograder.model import Limits\n"
        "from autograder.sandbox.layers import NAMESPACES\n"
        "from autograder.sandbox.process import Zygote\n"
        "entry = 'autograder.sandbox.zygote'\n"
        "with Zygote(entry, packages=(), limits=Limits(), without=NAMESPACES) as zygote:\n"
        "    print(*sorted(layer.name for layer in zygote.layers if layer.active), sep=',')\n"
    )
    done = subprocess.run(
        [sys.executable, str(HERE / "passable.py"), "0", sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip().split(",") == [
        "Landlock",
        "capabilities",
        "inspection",
        "limits",
        "no new privileges",
        "system calls",
        "user",
    ]
