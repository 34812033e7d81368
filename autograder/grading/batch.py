"""A class of submissions → reports, on any `concurrent.futures.Executor`.

Only this process writes results. A worker that dies takes nothing along: what it held is graded
again, alone, then question by question, and only a question that ends its worker each time is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.errors import AutograderError
from autograder.grading.crew import Job, MakeExecutor, results
from autograder.grading.doubts import OUR_FAULT, worth_another_run
from autograder.grading.found import Found, Reader, Unreadable
from autograder.grading.jobs import read_job, submission_job
from autograder.grading.names import clean
from autograder.grading.pool import end_processes, ignore_interrupts, process_pool
from autograder.grading.read import digest_of, unread
from autograder.grading.results import ungradable
from autograder.grading.store import Store, report_digest
from autograder.model import Bundle, Report, Status, Submission
from autograder.reports.gradebook import in_order

INTERRUPTED = "interrupted; what was graded is kept: run the same command again to go on"
INTERRUPTED_FRESH = (
    "interrupted; what was graded is kept: run the same command without --fresh to go on "
    "(what was not graded again keeps its earlier result)"
)


class Interrupted(AutograderError):  # noqa: N818 - named like the event, it is no mistake
    """Ctrl-C; the exit code is the shell's for it."""

    exit_code = 130


@dataclass(frozen=True)
class Progress:
    """One more submission is done. `reused`: its report from an earlier run still holds."""

    report: Report
    done: int
    total: int
    reused: bool


Tell = Callable[[Progress], None]


def grade_all(
    bundle: Bundle,
    found: Sequence[Found],
    out: Path,
    *,
    workers: int = 1,
    fresh: bool = False,
    allow_weak: bool = False,
    tell: Tell = lambda progress: None,
    make_executor: MakeExecutor = process_pool,
) -> list[Report]:
    """Every submission's report, in the order of the gradebook, each stored as soon as it is known.

    What an earlier run stored is kept unless `fresh`. UsageError when `out` cannot be used,
    ConfinementError when student code cannot be confined, Interrupted after Ctrl-C.
    """
    store = Store(out, bundle)
    reports: dict[str, Report] = {}

    def done(report: Report, *, reused: bool) -> None:
        reports[report.submission] = report
        tell(Progress(report, len(reports), len(found), reused))

    def jobs() -> Iterator[Job]:
        with Reader() as reader:
            for row in found:
                row, data = _read(reader, row)
                digest = report_digest(row, digest_of(row, data), bundle)
                kept = None if fresh else store.reusable(row.id, digest, allow_weak=allow_weak)
                if kept is not None and not worth_another_run(kept):
                    done(kept, reused=True)
                elif row.reason:
                    report = ungradable(unread(row, data, row.reason), bundle, digest, row.reason)
                    store.save(report)
                    done(report, reused=False)
                else:
                    yield submission_job(bundle, row, data, digest, allow_weak)

    with _ending_workers(INTERRUPTED_FRESH if fresh else INTERRUPTED):
        for report in results(jobs(), workers, make_executor):
            store.save(report)
            done(report, reused=False)
    return in_order(reports.values())


def grade_submissions(
    bundle: Bundle,
    submissions: Iterable[tuple[Submission, str]],
    *,
    workers: int = 1,
    allow_weak: bool = False,
    make_executor: MakeExecutor = process_pool,
) -> list[Report]:
    """Reports of submissions that have been read already, in their order, storing nothing.

    Each comes with the question to grade, "" for all.
    """
    pairs = list(submissions)
    bundle = replace(bundle, mutants=(), accepted=())
    jobs = [
        read_job(bundle, replace(submission, id=str(number)), only, allow_weak)
        for number, (submission, only) in enumerate(pairs)
    ]
    with _ending_workers():
        reports = {int(r.submission): r for r in results(jobs, workers, make_executor)}
    return [replace(reports[n], submission=pair[0].id) for n, pair in enumerate(pairs)]


def exit_code(reports: Iterable[Report]) -> int:
    """0 when every submission was graded, 1 when some could not be."""
    return int(any(report.status is Status.UNGRADABLE for report in reports))


def _read(reader: Reader, row: Found) -> tuple[Found, bytes]:
    """The row with its bytes, or with the reason why there are none."""
    try:
        return row, reader.read(row)
    except Unreadable as reason:
        return replace(row, reason=str(reason)), b""
    except Exception as error:  # one strange file must not cost the class its grades
        reason_of_ours = OUR_FAULT.format(kind=type(error).__name__, text=clean(str(error)))
        return replace(row, reason=reason_of_ours), b""


@contextmanager
def _ending_workers(interrupted: str = INTERRUPTED) -> Iterator[None]:
    """Whatever ends the batch early ends its workers at once."""
    try:
        yield
    except KeyboardInterrupt:
        ignore_interrupts()
        end_processes()
        raise Interrupted(interrupted) from None
    except BaseException:
        end_processes()
        raise
