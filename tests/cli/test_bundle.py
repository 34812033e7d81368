"""The Gradescope zip, run for real in a folder laid out like /autograder."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def script(home: Path, name: str) -> subprocess.CompletedProcess[str]:
    """Run one of the zip's scripts as the platform does, but for the folder and the packages."""
    given = {
        "AUTOGRADER_HOME": str(home),
        "AUTOGRADER_PYTHON": sys.executable,
        # No network in a test: pip's part is left out, this interpreter's packages are used.
        "AUTOGRADER_PACKAGES": sysconfig.get_path("purelib"),
    }
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    place = home / ("run_autograder" if name == "run_autograder" else f"source/{name}")
    return subprocess.run(
        [place], cwd=home, env=kept | given, capture_output=True, text=True, timeout=120
    )


@pytest.fixture
def home(repository: Path, command: Run, tmp_path: Path) -> Path:
    """/autograder after the image was built: unzipped, the script copied, set up."""
    said = command("bundle", "1", "--gradescope", "--out", "upload.zip")
    assert said.code == 0, said
    assert said.out.startswith("01_sums: upload.zip written (")
    base = tmp_path / "autograder"
    for folder in ("source", "submission", "results"):
        (base / folder).mkdir(parents=True)
    subprocess.run(
        [sys.executable, "-m", "zipfile", "-e", "upload.zip", base / "source"], check=True
    )
    for name in ("setup.sh", "run_autograder"):
        (base / "source" / name).chmod(0o755)
    shutil.copy(base / "source/run_autograder", base)
    done = script(base, "setup.sh")
    assert done.returncode == 0, done.stderr
    assert "packages are taken from AUTOGRADER_PACKAGES, pip is skipped" in done.stdout
    assert "in force  system calls" in done.stdout
    return base


def hand_in(home: Path, name: str, body: str) -> None:
    document = json.loads(Path("assignments/01_sums/01_sums.ipynb").read_text())
    for cell in document["cells"]:
        if "def double" in "".join(cell["source"]):
            cell["source"] = f"def double(x):\n    {body}"
    (home / "submission" / name).write_text(json.dumps(document))


def graded(home: Path) -> dict[str, Any]:
    done = script(home, "run_autograder")
    assert done.returncode == 0, done.stderr
    content: dict[str, Any] = json.loads((home / "results/results.json").read_text())
    return content


def test_a_submission_is_graded_in_the_container(home: Path) -> None:
    """By the zip's own engine and reference; then a hostile one, two, none, and no bundle."""
    hand_in(home, "my notebook.ipynb", "return np.asarray(x) + x")
    content = graded(home)
    tests = {test["number"]: test for test in content["tests"]}
    assert {number: test["score"] for number, test in tests.items()} == {
        "1.1": 0.5,
        "1.2": 1.5,
        "2.1": 0,
        "2.2": 0,
    }
    assert tests["1.1"]["visibility"] == "visible"
    assert tests["1.2"]["visibility"] == "after_published"
    assert content["output"].startswith("Graded: my notebook.ipynb")

    # what a container gives away: the tests and the place of the results
    hand_in(
        home,
        "my notebook.ipynb",
        f"open({str(home / 'results/results.json')!r}, 'w').write('{{\"score\": 99}}')",
    )
    content = graded(home)
    assert sum(test["score"] for test in content["tests"]) == 0
    assert (
        "PermissionError" in content["tests"][0]["output"]
        or "No such file" in (content["tests"][0]["output"])
    )

    hand_in(home, "copy.ipynb", "return 2 * x")
    content = graded(home)
    assert (content["score"], "tests" in content) == (0, False)
    assert "several notebooks of this assignment were handed in" in content["output"]

    for path in (home / "submission").iterdir():
        path.unlink()
    content = graded(home)
    assert content["score"] == 0
    assert "nothing that could be a notebook was handed in" in content["output"]

    # a kernel without Landlock: the zip's own engine asks with a call that no kernel has
    (home / "results/results.json").unlink()
    hand_in(home, "a.ipynb", "return 2 * x")
    (kernel,) = (home / "venv").rglob("autograder/sandbox/kernel.py")
    engine = kernel.read_text()
    assert "(444, 444)" in engine
    kernel.write_text(engine.replace("(444, 444)", "(4444, 4444)"))
    done = script(home, "run_autograder")
    assert done.returncode == 3
    assert done.stderr.startswith("autograder: the student process would not be confined enough")
    assert done.stderr.count("\n") == 1
    assert not (home / "results/results.json").exists(), "no score that nobody earned"
    kernel.write_text(engine)

    (home / "source/bundle.zip").write_bytes(b"junk")
    done = script(home, "run_autograder")
    assert done.returncode == 2
    assert done.stderr.startswith("autograder: found a damaged bundle at ")
    assert not (home / "results/results.json").exists()


def test_the_zip_has_the_documented_layout(repository: Path, command: Run) -> None:
    """Both scripts at its root and executable, pins, no test of ours; the same bytes again."""
    command("bundle", "1", "--gradescope")
    path = Path("build/01_sums/gradescope.zip")
    first = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        for name in ("setup.sh", "run_autograder"):
            assert archive.getinfo(name).external_attr >> 16 & stat.S_IXUSR
            assert archive.read(name).startswith(b"#!/usr/bin/env bash\n")
        pins = archive.read("requirements.txt").decode().splitlines()
    assert all(pin.count("==") == 1 for pin in pins)
    assert {"numpy", "otter-grader", "msgpack"} <= {pin.partition("==")[0] for pin in pins}
    assert not any(pin.startswith("mathtx") for pin in pins)
    assert "bundle.zip" in names
    assert "engine/autograder/cli/gradescope.py" in names
    assert not any("/tests/" in name or name.endswith(".pyc") for name in names)
    command("bundle", "1", "--gradescope")
    assert path.read_bytes() == first


def test_a_bundle_for_nobody(command: Run) -> None:
    """The line says which platform there is, and what makes the other bundle."""
    said = command("bundle", "1")
    assert (said.code, said.out) == (2, "")
    assert "found no platform to bundle for; wanted --gradescope; the bundle that" in said.err
