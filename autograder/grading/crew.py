"""Jobs through an executor: a bounded number in flight, none lost, whatever becomes of the workers.

What was in flight when a worker died is asked again, one job at a time, and only a job that fails
alone as well is given up. What the wall clock stopped is asked again alone, too: a busy machine
must cost nobody points.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass

from autograder.errors import AutograderError, UsageError
from autograder.model import Report

WORKER_DIED = "it ended the grader's own process twice ({kind}); run it again, or mark it by hand"
PATIENCE = "it gave no answer for"
"""How the boundary says that the wall-clock backstop struck."""
AHEAD = 2
"""Jobs in flight per worker: enough to keep it busy, few enough to hold in memory."""

MakeExecutor = Callable[[int], Executor]


@dataclass(frozen=True)
class Job:
    """What a worker is asked, and the report if it never answers."""

    ask: Callable[[Executor], Future[Report]]
    give_up: Callable[[str], Report]


class Crew:
    """An executor that is made when first needed, and made again when it broke."""

    def __init__(self, workers: int, make_executor: MakeExecutor) -> None:
        if workers < 1:
            raise UsageError(f"found {workers} workers, wanted 1 or more; give --workers 1")
        self._workers = workers
        self._make = make_executor
        self._executor: Executor | None = None

    def ask(self, job: Job) -> Future[Report]:
        """The job's report to be; a future with the reason when the executor is broken."""
        if self._executor is None:
            self._executor = self._make(self._workers)
        try:
            return job.ask(self._executor)
        except (BrokenExecutor, EOFError, OSError) as error:
            # The last two: the server that forks the workers died, and is started again.
            self.dismiss(wait_for_it=False)
            failed: Future[Report] = Future()
            failed.set_exception(error)
            return failed

    def answer(self, future: Future[Report]) -> Report | Exception:
        """The report, or what became of it; an error that concerns every job is raised."""
        try:
            return future.result()
        except AutograderError:
            raise
        except BrokenExecutor as error:
            self.dismiss(wait_for_it=False)
            return error
        except Exception as error:  # a cluster's way to say that its worker died
            return error

    def dismiss(self, *, wait_for_it: bool = True) -> None:
        """Let the workers go."""
        if self._executor is not None:
            self._executor.shutdown(wait=wait_for_it)
            self._executor = None


def results(jobs: Iterable[Job], workers: int, make_executor: MakeExecutor) -> Iterator[Report]:
    """The reports as they come."""
    crew = Crew(workers, make_executor)
    queue = iter(jobs)
    pending: dict[Future[Report], Job] = {}
    alone: deque[Job] = deque()
    unlucky: deque[Job] = deque()
    while True:
        while not unlucky and len(pending) < AHEAD * workers and (job := next(queue, None)):
            pending[crew.ask(job)] = job
        if pending:
            for future in wait(pending, return_when=FIRST_COMPLETED).done:
                job = pending.pop(future)
                report = crew.answer(future)
                if isinstance(report, Exception):
                    unlucky.append(job)
                elif workers > 1 and _lost_patience(report):
                    alone.append(job)
                else:
                    yield report
        elif unlucky or alone:
            job = (unlucky or alone).popleft()
            report = crew.answer(crew.ask(job))
            if isinstance(report, Exception):
                report = job.give_up(WORKER_DIED.format(kind=type(report).__name__))
            yield report
        else:
            crew.dismiss()
            return


def _lost_patience(report: Report) -> bool:
    return any(PATIENCE in hit for hit in report.limits_hit)
