"""`autograder grade --cluster`: other machines work, this one writes; the bytes are the same."""

from __future__ import annotations

import os
import pickle
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring.installed import installed_digest
from autograder.errors import ConfinementError, UsageError
from autograder.grading.batch import INTERRUPTED, Progress, grade_all
from autograder.grading.cluster import cluster_executor
from autograder.grading.found import Found
from autograder.grading.intake import find_submissions
from autograder.grading.jobs import Jobs
from autograder.model import Bundle
from autograder.reports import gradebook
from tests.cluster.machines import GIVEN, Cluster, at_work, wait_until
from tests.crash.place import PATIENCE_SECONDS, Place, same_but_times

HERE = Path(__file__).parent
FORBIDDING = HERE.parent / "sandbox" / "forbidding.py"


def grade(place: Place, *more: str) -> subprocess.CompletedProcess[str]:
    return place.grade("--cluster", *more)


def results_in(school: Place, out: Path) -> Place:
    return replace(school, out=out)


def test_the_same_results_as_on_this_machine(
    cluster: Cluster, alone: Place, tmp_path: Path
) -> None:
    """Gradebook and reports are those of a local run; each worker was given the bundle once."""
    place = results_in(alone, tmp_path / "out")
    given = [machine.said(GIVEN) for machine in cluster.machines[1:]]
    done = grade(place, cluster.address)
    assert done.returncode == 1, done.stderr
    assert place.gradebook() == alone.gradebook()
    assert same_but_times(place.out) == same_but_times(alone.out)
    assert [m.said(GIVEN) for m in cluster.machines[1:]] == [count + 1 for count in given]
    wait_until(lambda: not at_work())
    said = (place.out / "reports" / "yara__nb.json").read_text()
    opened = re.search(r"open: (\[.*?\])", said)
    assert opened
    assert opened[1].replace("(", "[").replace(")", "]") == (
        "[[0, False], [1, False], [2, False], [3, True]]"
    )


def test_interrupted_and_run_again(cluster: Cluster, alone: Place, tmp_path: Path) -> None:
    """After Ctrl-C the workers stop at once, and the next run does what is missing."""
    place = results_in(alone, tmp_path / "out")
    process = place.start("--cluster", cluster.address)
    place.wait_for_reports(2, process)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 130
    assert said.splitlines()[-1] == f"autograder: {INTERRUPTED}"
    assert "Traceback" not in said
    assert 2 <= len(place.reports()) < 13
    wait_until(lambda: not at_work())
    assert grade(place, cluster.address).returncode == 1
    assert place.gradebook() == alone.gradebook()


def test_machines_that_come_and_go(
    cluster: Cluster, alone: Place, bundle: Bundle, tmp_path: Path
) -> None:
    """One is killed and another joins amid the work: nothing is lost, nothing comes twice."""
    seen: list[Progress] = []
    victim = cluster.worker("--no-nanny")

    def tell(progress: Progress) -> None:
        seen.append(progress)
        if len(seen) == 2:
            victim.stop(signal.SIGKILL)
            late.append(cluster.worker("--no-nanny"))

    late: list[Any] = []
    found = find_submissions(alone.folder)
    make = cluster_executor(cluster.address, installed_digest)
    reports = grade_all(bundle, found, tmp_path / "out", tell=tell, make_executor=make)
    text = gradebook.render(reports, [question.id for question in bundle.questions])
    assert text.encode() == alone.gradebook()
    assert sorted(p.summary.submission for p in seen) == sorted(row.id for row in found)
    assert victim.said(GIVEN) == late[0].said(GIVEN) == 1
    late[0].stop()


class Sent(Executor):
    """Keeps what would be sent."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.bytes = pickle.dumps((fn, args, kwargs))
        return Future()


def test_a_job_names_the_bundle(bundle: Bundle) -> None:
    """With a job goes the submission, and nothing of the tests or mutants."""
    sent = Sent()
    job = Jobs.of(bundle, allow_weak=False).submission(
        Found("ada", "ada", "ada.ipynb", Path("ada.ipynb")), b"{}", "digest"
    )
    for one in (job, *job.pieces()):
        one.ask(sent)
        assert len(sent.bytes) < 1000 < len(pickle.dumps(bundle)) / 10


def test_a_worker_of_another_version(cluster: Cluster, bundle: Bundle) -> None:
    """It would judge otherwise: the run is refused in one line, which names the worker."""
    make = cluster_executor(cluster.address, version=_process)
    with pytest.raises(
        UsageError, match=r"^found another version .* on worker tcp://127.*; wanted"
    ):
        make(1, bundle)


_process: Callable[[], str] = os.getpid  # type: ignore[assignment] # differs from process to process


def test_a_worker_that_cannot_confine(cluster: Cluster, bundle: Bundle, tmp_path: Path) -> None:
    """Nothing is graded, with the exit code of a machine that cannot."""
    forbidding = (sys.executable, str(FORBIDDING), "landlock_create_ruleset")
    worker = cluster.worker("--no-nanny", before=forbidding)
    make = cluster_executor(cluster.address, installed_digest)
    with pytest.raises(ConfinementError, match=r"^worker tcp://127.* not be confined .*Landlock"):
        make(1, bundle)
    worker.stop()


def test_no_scheduler_and_no_worker(school: Place, tmp_path: Path) -> None:
    """One line each, within seconds: nobody there, nobody who speaks so, nobody to work."""
    place = results_in(school, tmp_path / "out")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        free = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        closed = grade(place, free)
    assert closed.returncode == 2
    assert closed.stderr == (
        f"autograder: found no Dask scheduler at {free} ([Errno 111] Connection refused); wanted "
        "one that answers within 5 s; start it with: dask scheduler; or correct the address\n"
    )
    for word in ("tcp://nonsense", "udp://127.0.0.1:1", "tls://127.0.0.1:1"):
        done = grade(place, word)
        assert done.stderr.splitlines()[-1].startswith(
            f"autograder: found no Dask scheduler at {word} ("
        )
        assert "Traceback" not in done.stderr
    empty = Cluster(tmp_path)
    try:
        empty.scheduler()
        done = grade(place, empty.address)
    finally:
        empty.stop()
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        f"autograder: found no worker with the scheduler at {empty.address}; wanted one within "
        f"5 s; start one on each machine: dask worker {empty.address}"
    )


def test_both_kinds_of_workers_and_no_dask(school: Place, tmp_path: Path) -> None:
    """What cannot go together, and what is not installed, is told before anything is read."""
    place = results_in(school, tmp_path / "out")
    both = grade(place, "tcp://127.0.0.1:1", "--workers", "2")
    assert both.stderr == (
        "autograder: found both --workers and --cluster; wanted one of them: a cluster's workers "
        "are as many as were started; leave --workers out\n"
    )
    start = "import sys; sys.modules['distributed'] = None; from autograder.cli import main; main()"
    words = [sys.executable, "-c", start, *place.words("--cluster", "tcp://127.0.0.1:1")[1:]]
    without = subprocess.run(words, capture_output=True, text=True, check=False)
    assert without.returncode == 2
    assert without.stderr == (
        "autograder: found no Dask in this Python; wanted it for --cluster; "
        "run: pip install 'mathtx[cluster]'\n"
    )
