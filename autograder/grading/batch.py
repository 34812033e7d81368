"""A class of submissions → reports, on any `concurrent.futures.Executor`.

Only this process writes results. A worker that dies takes nothing along: what it held is graded
again, alone, then question by question, and only a question that ends its worker each time is lost.
A report is written and let go; what is kept of each is its summary.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.errors import AutograderError
from autograder.grading.bench import without_diagnosis
from autograder.grading.crew import Job, MakeExecutor, results
from autograder.grading.doubts import OUR_FAULT, worth_another_run
from autograder.grading.found import Found, Reader, Unreadable
from autograder.grading.jobs import Jobs
from autograder.grading.names import clean
from autograder.grading.pool import end_processes, ignore_interrupts, process_pool
from autograder.grading.read import digest_of, read_submission, unread
from autograder.grading.records import Records
from autograder.grading.results import ungradable
from autograder.grading.store import report_digest
from autograder.grading.units import (
    changed,
    joined_with,
    may_be_joined,
    question_job,
    question_keys,
    with_keys,
)
from autograder.model import Bundle, Report, Status, Submission
from autograder.model.summary import Summary
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

    summary: Summary
    done: int
    total: int
    reused: bool


Tell = Callable[[Progress], None]


@dataclass(frozen=True)
class Settings:
    """What a run was asked for. `around`: see `question_keys`."""

    fresh: bool = False
    allow_weak: bool = False
    around: str = ""


def grade_all(
    bundle: Bundle,
    found: Sequence[Found],
    out: Path,
    *,
    workers: int = 1,
    fresh: bool = False,
    allow_weak: bool = False,
    around: str = "",
    shared: bool = False,
    tell: Tell = lambda progress: None,
    make_executor: MakeExecutor = process_pool,
) -> list[Summary]:
    """Every submission's summary, in the order of the gradebook; report and pages are in `out`.

    What an earlier run stored is kept unless `fresh`; with `around`, question by question.
    `shared`: others write to `out` at the same time. UsageError when `out` cannot be used,
    ConfinementError when student code cannot be confined, Interrupted after Ctrl-C.
    """
    with (
        Records(out, bundle, shared=shared) as records,
        _ending_workers(INTERRUPTED_FRESH if fresh else INTERRUPTED),
    ):
        run = _Run(bundle, records, Settings(fresh, allow_weak, around), len(found), tell)
        for report in results(run.jobs(found), bundle, workers, make_executor):
            run.take(report)
        if run.again:  # what could not be put together of an old report and a new one
            whole = [row for row in found if row.id in run.again]
            jobs = run.jobs(whole, anew=True)
            for report in results(jobs, bundle, workers, make_executor):
                run.take(report)
    return in_order(run.summaries.values())


class _Run:
    """A class on its way: what is asked, and what came of it."""

    def __init__(
        self, bundle: Bundle, records: Records, settings: Settings, total: int, tell: Tell
    ) -> None:
        self.summaries: dict[str, Summary] = {}
        self.again: set[str] = set()
        self._bundle, self._records, self._settings = bundle, records, settings
        self._work = Jobs.of(bundle, allow_weak=settings.allow_weak)
        self._keys = question_keys(bundle, settings.around)
        self._total, self._tell = total, tell
        self._halves: dict[str, Report] = {}
        """old reports of submissions of which one question is under way"""

    def jobs(self, found: Sequence[Found], *, anew: bool = False) -> Iterator[Job]:
        """What there is to grade, all of it if `anew`; what there is not is told at once."""
        anew = anew or self._settings.fresh
        with Reader() as reader:
            for row in found:
                row, data = _read(reader, row)
                digest = report_digest(row, digest_of(row, data), self._bundle)
                if not anew and self._is_kept(row, digest):
                    continue
                if row.reason:
                    unreadable = unread(row, data, row.reason)
                    self.take(ungradable(unreadable, self._bundle, digest, row.reason))
                    continue
                part = None if anew else self._part(row, data, digest)
                yield part or self._work.submission(row, data, digest)

    def take(self, report: Report) -> None:
        """A report came: store it, or ask for the whole where it cannot be put together."""
        half = self._halves.pop(report.submission, None)
        joined = joined_with(half, report, self._bundle) if half else report
        if joined is None:
            self.again.add(report.submission)
        else:
            self._done(self._records.save(with_keys(joined, self._keys)), reused=False)

    def _done(self, summary: Summary, *, reused: bool) -> None:
        self.summaries[summary.submission] = summary
        self._tell(Progress(summary, len(self.summaries), self._total, reused))

    def _is_kept(self, row: Found, digest: str) -> bool:
        """Whether an earlier run's report holds; its pages are made where they are missing."""
        weak = self._settings.allow_weak
        summary = self._records.confirmed(row.id, digest, allow_weak=weak)
        if summary is None and (stored := self._records.stored(row.id)):
            report, _ = stored
            if report.digest == digest and self._may_count(report):
                summary = self._records.publish(*stored)
        if summary is not None:
            self._done(summary, reused=True)
        return summary is not None

    def _may_count(self, report: Report) -> bool:
        confined = self._settings.allow_weak or not report.weak_sandbox
        return confined and not worth_another_run(report)

    def _part(self, row: Found, data: bytes, digest: str) -> Job | None:
        """The one question that changed since an earlier report; None where all is to be graded.

        The same engine has read and graded these very bytes before, so they may be read here.
        """
        stored = self._records.stored(row.id) if len(self._keys) > 1 else None
        if stored is None or not self._may_count(stored[0]):
            return None
        asked = changed(stored[0], digest, self._keys)
        if len(asked) != 1:
            return None
        cells = read_submission(row, self._bundle, data).cells
        if not may_be_joined(stored[0], cells, self._bundle):
            return None
        self._halves[row.id] = stored[0]
        return question_job(self._work, row, data, digest, asked[0])


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
    bundle = without_diagnosis(bundle)
    work = Jobs.of(bundle, allow_weak=allow_weak)
    jobs = [
        work.read(replace(submission, id=str(number)), only)
        for number, (submission, only) in enumerate(pairs)
    ]
    with _ending_workers():
        reports = {int(r.submission): r for r in results(jobs, bundle, workers, make_executor)}
    return [replace(reports[n], submission=pair[0].id) for n, pair in enumerate(pairs)]


def exit_code(summaries: Iterable[Summary]) -> int:
    """0 when every submission was graded, 1 when some could not be."""
    return int(any(summary.status is Status.UNGRADABLE for summary in summaries))


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
