"""SIGKILL and its milder sisters at random moments: run again, and the gradebook is the same."""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import subprocess
import time

from tests.crash.place import PATIENCE_SECONDS, Place, nobody_left, victims, wait_until

SEED = 20_251_124
TO_THE_GRADER = [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP]
EARLY, WRITING, KILLS = 3, 4, 12
CREW = ("worker", "student", "zygote", "forkserver", "student", "zygote", "worker")


def assert_complete(
    place: Place,
    undisturbed: Place,
    done: subprocess.CompletedProcess[str],
) -> None:
    """The exit code, the gradebook, a page for everyone, and nothing that is half."""
    assert done.returncode == 1, done.stderr
    assert place.gradebook() == undisturbed.gradebook()
    pages = {path.stem for path in (place.out / "feedback").glob("*.html")}
    assert pages == {path.stem for path in undisturbed.reports()}
    assert pages == {path.stem for path in (place.out / "feedback").glob("*.md")}
    assert (place.out / "index.html").stat().st_size
    assert place.left_over() == []


def test_twelve_kills_in_a_row(place: Place, undisturbed: Place) -> None:
    """While it starts, grades or writes: nobody is left, nothing whole is damaged or done again."""
    chance = random.Random(SEED)
    print(f"seed {SEED}")
    whole: dict[str, bytes] = {}
    for kill in range(KILLS):
        began = time.monotonic()
        process = place.start("--workers", "2")
        aim(place, process, chance, kill)
        number = chance.choice(TO_THE_GRADER)
        everybody = chance.random() < 0.5
        reports, seconds = len(place.reports()), time.monotonic() - began
        print(f"{kill}: {number.name}, group {everybody}, {reports} reports, {seconds:.1f} s")
        with contextlib.suppress(ProcessLookupError):  # it was through before
            (os.killpg if everybody else os.kill)(process.pid, number)
        _, err = process.communicate(timeout=20)
        assert process.returncode in {-number, 1}, err  # 1: it was through before
        assert nobody_left(place)
        now = {path.name: path.read_bytes() for path in place.reports()}
        assert whole.items() <= now.items()
        whole = now
    assert_complete(place, undisturbed, place.grade())
    assert whole.items() <= {path.name: path.read_bytes() for path in place.reports()}.items()


def aim(place: Place, process: subprocess.Popen[str], chance: random.Random, kill: int) -> None:
    """Wait for the moment: in its start, amid the grading, amid the writing of pages."""
    if kill < EARLY:
        time.sleep(chance.uniform(0, 1.5))
    elif kill < KILLS - WRITING:
        place.wait_for_reports(len(place.reports()) + chance.randint(1, 3), process)
        time.sleep(chance.uniform(0, 0.1))
    else:
        began = time.time()
        pages = place.out / "feedback"
        wait_until(
            lambda: process.poll() is not None or (pages.exists() and pages.stat().st_mtime > began)
        )
        time.sleep(chance.uniform(0, 0.04))


def test_kills_among_the_crew(place: Place, undisturbed: Place) -> None:
    """Workers, zygotes, student processes and the server die; nobody loses a point for good."""
    chance = random.Random(SEED)
    print(f"seed {SEED}")
    process = place.start("--workers", "2")
    killed = []
    for number, kind in enumerate(CREW):
        place.wait_for_reports(number, process)
        time.sleep(chance.uniform(0, 0.2))
        wait_until(lambda kind=kind: victims(process.pid, kind) or process.poll() is not None)
        if found := victims(process.pid, kind):
            killed.append(kind)
            with contextlib.suppress(ProcessLookupError):
                os.kill(chance.choice(found), signal.SIGKILL)
    _, err = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == 1, err
    same = place.gradebook() == undisturbed.gradebook()
    print(f"killed: {killed}, the same gradebook at once: {same}")
    assert len(killed) >= 4
    assert "Traceback" not in err
    assert nobody_left(place)
    # Who was hit again and again, alone at last, may have lost a question: the next run mends it.
    assert_complete(place, undisturbed, place.grade())


def test_a_kill_while_it_is_done_afresh(place: Place, undisturbed: Place) -> None:
    """An interrupted --fresh keeps every earlier result that it did not come to."""
    shutil.copytree(undisturbed.out, place.out)
    before = {path.name: path.stat().st_mtime_ns for path in place.reports()}
    process = place.start("--fresh", "--workers", "1")
    wait_until(
        lambda: (
            any(p.stat().st_mtime_ns != before[p.name] for p in place.reports())
            or process.poll() is not None
        )
    )
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "run the same command without --fresh to go on" in err
    assert place.gradebook() == undisturbed.gradebook()
    again = place.grade()
    assert "7 of them in an earlier run" in again.stderr
    assert_complete(place, undisturbed, again)


def test_a_student_process_that_is_suspended(place: Place, undisturbed: Place) -> None:
    """A machine that stands still makes the backstop strike; the second try earns everything."""
    process = place.start("--workers", "1")
    for _ in range(2):
        wait_until(lambda: victims(process.pid, "student") or process.poll() is not None)
        time.sleep(0.2)  # within its first hundredths it is not confined yet: a minute's patience
        for pid in victims(process.pid, "student")[-1:]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGSTOP)
        time.sleep(0.5)
    out, err = process.communicate(timeout=PATIENCE_SECONDS)
    assert_complete(
        place, undisturbed, subprocess.CompletedProcess([], process.returncode, out, err)
    )
