"""The examples of docs/scale.md: their own commands, with a batch system's variables."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from autograder.authoring import filled_notebook
from autograder.model import Assignment

EXAMPLES = Path(__file__).parents[2] / "docs" / "scale"
COMMAND = f"""\
#!/bin/sh
exec {shlex.quote(sys.executable)} -c '
import sys
from autograder.cli.main import main
sys.argv[0] = "autograder"
main()
' "$@"
"""
TELLING = '#!/bin/sh\necho "$@"\nexit "${CODE:-0}"\n'


def script(folder: Path, text: str) -> Path:
    """An `autograder` to call."""
    path = folder / "autograder"
    path.write_text(text)
    path.chmod(0o755)
    return path


def slurm(folder: Path, command: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The job script as Slurm would run it, for two parts."""
    environment = {**os.environ, "AUTOGRADER": str(command), **variables}
    return subprocess.run(
        ["sh", str(EXAMPLES / "slurm.sh"), "01", "class", "results", "2"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_slurm_parts_make_the_whole(built: Path, assignment: Assignment, tmp_path: Path) -> None:
    """Two array tasks and the merging step: the gradebook of a run that nobody divided.

    One submission is damaged: its part is done all the same.
    """
    root = tmp_path / "repository"
    shutil.copytree(built, root)
    (root / "class").mkdir()
    solved = filled_notebook(assignment, {q.id: q.answer for q in assignment.questions})
    for name, data in (("ada", solved), ("ben", filled_notebook(assignment, {})), ("cut", b"{")):
        (root / f"class/{name}.ipynb").write_bytes(data)
    command = script(tmp_path, COMMAND)
    early = slurm(root, command)
    assert early.returncode == 2
    assert early.stderr.count("\n") == 1
    assert "found 0 whole parts in results, wanted 2" in early.stderr
    for task in ("0", "1"):
        said = slurm(root, command, SLURM_ARRAY_TASK_ID=task)
        assert said.returncode == 0, said.stderr
    said = slurm(root, command)
    assert said.returncode == 0, said.stderr
    undivided = [str(command), "grade", "01", "class", "--out", "undivided", "--workers", "1"]
    assert subprocess.run(undivided, cwd=root, check=False, capture_output=True).returncode == 1
    whole = (root / "results/whole/gradebook.csv").read_bytes()
    assert whole == (root / "undivided/gradebook.csv").read_bytes()
    assert whole.count(b"\n") == 4


@pytest.mark.parametrize(("code", "expected"), [("0", 0), ("1", 0), ("2", 2), ("3", 3)])
def test_slurm_tasks_from_one(tmp_path: Path, code: str, expected: int) -> None:
    """Part 2 of 2 by --array=1-2, with Slurm's number of CPUs; real failures stay failures."""
    command = script(tmp_path, TELLING)
    task = {"SLURM_ARRAY_TASK_ID": "2", "SLURM_CPUS_PER_TASK": "4", "CODE": code}
    said = slurm(tmp_path, command, **task)
    wanted = "grade 01 class --out results/part-2 --shard 2/2 --workers 4"
    assert said.stdout.strip() == wanted
    assert (said.returncode == 0) is (expected == 0)


def job(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((EXAMPLES / name).read_text())
    assert found["apiVersion"] == "batch/v1"
    assert found["kind"] == "Job"
    return found


def container(name: str) -> dict[str, Any]:
    (only,) = job(name)["spec"]["template"]["spec"]["containers"]
    return dict(only)


def test_the_job_is_an_indexed_one() -> None:
    """The fields that batch/v1 wants of an Indexed Job; as many parts as completions."""
    spec = job("kubernetes.yaml")["spec"]
    assert spec["completionMode"] == "Indexed"
    assert 0 < spec["parallelism"] <= spec["completions"]
    assert spec["template"]["spec"]["restartPolicy"] == "Never"
    assert container("kubernetes.yaml")["env"] == [
        {"name": "PARTS", "value": str(spec["completions"])}
    ]


@pytest.mark.parametrize("name", ["kubernetes.yaml", "kubernetes-merge.yaml"])
def test_pods_have_no_rights(name: str) -> None:
    """No root, no capability, no service account; every mount has its volume."""
    pod = job(name)["spec"]["template"]["spec"]
    assert pod["automountServiceAccountToken"] is False
    assert pod["securityContext"]["runAsNonRoot"] is True
    own = container(name)
    assert own["securityContext"]["allowPrivilegeEscalation"] is False
    assert own["securityContext"]["capabilities"] == {"drop": ["ALL"]}
    volumes = {volume["name"] for volume in pod["volumes"]}
    assert {mount["name"] for mount in own["volumeMounts"]} <= volumes


@pytest.mark.parametrize(("code", "succeeds"), [("0", True), ("1", True), ("3", False)])
def test_the_pods_commands(tmp_path: Path, code: str, succeeds: bool) -> None:
    """Index 0 of 8 grades part 0/8 into a folder of its own; the last step merges all parts."""
    path = f"{script(tmp_path, TELLING).parent}:{os.environ['PATH']}"
    environment = {"PATH": path, "JOB_COMPLETION_INDEX": "0", "PARTS": "8", "CODE": code}
    graded, merged = (
        subprocess.run(
            [*own["command"], *own["args"]],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        for own in (container("kubernetes.yaml"), container("kubernetes-merge.yaml"))
    )
    shard = "grade 01 /class/submissions --out /class/results/part-0 --shard 0/8 --workers 2"
    assert graded.stdout.strip() == shard
    assert merged.stdout.strip() == "merge /class/results/part-* --out /class/results/whole"
    assert (graded.returncode == 0) is succeeds
    assert (merged.returncode == 0) is succeeds
