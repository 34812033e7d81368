"""A class of submissions → reports, on any `concurrent.futures.Executor`.

Only this process writes results. A worker that dies takes nothing along: what it held is graded
again, alone, and only a submission that ends its worker alone as well becomes ungradable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.errors import AutograderError
from autograder.grading.crew import WORKER_DIED, Job, MakeExecutor, results
from autograder.grading.found import Found, Reader, Unreadable
from autograder.grading.pool import end_processes, ignore_interrupts, process_pool
from autograder.grading.read import digest_of, unread
from autograder.grading.results import ungradable
from autograder.grading.store import Store, report_digest
from autograder.grading.tasks import grade_found, grade_read
from autograder.model import Bundle, Report, Status, Submission

INTERRUPTED = "interrupted; what was graded is kept: run the same command again to go on"


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
    bundle = replace(bundle, mutants=())  # the diagnosis comes later, and elsewhere
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
                if kept is not None and not _is_retried(kept):
                    done(kept, reused=True)
                elif row.reason:
                    report = ungradable(unread(row, data, row.reason), bundle, digest, row.reason)
                    store.save(report)
                    done(report, reused=False)
                else:
                    yield _job(bundle, row, data, digest, allow_weak)

    with _ending_workers():
        for report in results(jobs(), workers, make_executor):
            store.save(report)
            done(report, reused=False)
    return sorted(reports.values(), key=lambda report: (report.student, report.submission))


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
    bundle = replace(bundle, mutants=())
    jobs = [
        _read_job(bundle, replace(submission, id=str(number)), only, allow_weak)
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


def _is_retried(report: Report) -> bool:
    """A worker's death may have been the machine's fault: worth another try in the next run."""
    return report.reason.startswith(WORKER_DIED.partition("{")[0])


def _job(bundle: Bundle, row: Found, data: bytes, digest: str, allow_weak: bool) -> Job:
    return Job(
        lambda executor: executor.submit(grade_found, bundle, row, data, allow_weak),
        lambda reason: ungradable(unread(row, data, reason), bundle, digest, reason),
    )


def _read_job(bundle: Bundle, submission: Submission, only: str, allow_weak: bool) -> Job:
    return Job(
        lambda executor: executor.submit(grade_read, bundle, submission, only, allow_weak),
        lambda reason: ungradable(submission, bundle, "", reason),
    )


@contextmanager
def _ending_workers() -> Iterator[None]:
    """Whatever ends the batch early ends its workers at once."""
    try:
        yield
    except KeyboardInterrupt:
        ignore_interrupts()
        end_processes()
        raise Interrupted(INTERRUPTED) from None
    except BaseException:
        end_processes()
        raise
