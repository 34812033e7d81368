"""What `autograder grade` costs: cold is a whole command, warm what one more submission adds."""

from __future__ import annotations

import contextlib
import os
import statistics
import sys
import time
import traceback
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from autograder.boundary.session import Session, start_zygote
from autograder.cli.grade import grade_found
from autograder.grading.intake import find_submissions
from autograder.grading.read import read_submission
from autograder.grading.run import grade_submission
from autograder.model import Bundle
from benchmarks.cost import Cost, Run, measured, measured_command
from benchmarks.watch import Watch

GRADE = "import sys; from autograder.cli.main import main; sys.argv[0] = 'autograder'; main()"


@dataclass(frozen=True)
class Place:
    """The repository and a folder of this run's own."""

    root: Path
    folder: Path


def grade_command(
    place: Place, slug: str, submissions: Path, out: Path, workers: int, *, fresh: bool = False
) -> Run:
    """The command itself, from its start to its end; it must grade everything."""
    command = [sys.executable, "-c", GRADE, "grade", slug, str(submissions)]
    command += ["--out", str(out), "--workers", str(workers)] + ["--fresh"] * fresh
    log = place.folder / "log.txt"
    run = measured_command(command, str(place.root), str(log), Watch(out / "reports"))
    if run.code:
        said = log.read_text(errors="replace")
        raise SystemExit(f"bench: grading {slug} ended with exit code {run.code}:\n{said}")
    return run


def warm(
    bundle: Bundle,
    submissions: Path,
    folder: Path,
    workers: int,
    sizes: tuple[int, int],
) -> Cost:
    """What one submission adds: the same work as the command's, for many less for a few."""
    found = find_submissions(submissions)
    few, many = sizes
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "log.txt"

    def grade(size: int) -> None:
        out = folder / f"out-{workers}-{size}"
        with _told_to(log):
            grade_found(bundle, found[:size], out, workers=workers, fresh=True)

    costs = []
    for size in (few, many):
        run = measured(partial(grade, size))
        if run.code:
            said = log.read_text(errors="replace")
            raise SystemExit(f"bench: grading {bundle.slug} ended with {run.code}:\n{said}")
        costs.append(run.cost)
    return (costs[1] - costs[0]) / (many - few)


def share(bundle: Bundle, submissions: Path, questions: Collection[str], rounds: int) -> Cost:
    """What some questions' checks add to a submission in a warm worker, all cells being run."""
    row = find_submissions(submissions)[0]
    submission = read_submission(row, bundle, row.path.read_bytes())
    rest = tuple(q for q in bundle.questions if q.id not in questions)
    spent: dict[int, list[float]] = {}
    with start_zygote(bundle.limits, bundle.files, False) as zygote:
        for _ in range(rounds):
            for kept in (bundle.questions, rest):
                asked = replace(bundle, questions=kept, mutants=(), accepted=())
                before = time.process_time()
                report = grade_submission(submission, asked, lambda: Session(zygote, bundle.limits))
                mine = time.process_time() - before
                spent.setdefault(len(kept), []).append(mine + report.times["cpu"])
    added = statistics.median(spent[len(bundle.questions)]) - statistics.median(spent[len(rest)])
    return Cost(added, added)


@contextlib.contextmanager
def _told_to(log: Path) -> Iterator[None]:
    """In a fork: what is printed from here on, and what its workers print, goes to a file."""
    sys.stdout.flush()
    sys.stderr.flush()
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(descriptor, 1)
    os.dup2(descriptor, 2)
    try:
        yield
    except Exception:
        traceback.print_exc()
        raise
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
