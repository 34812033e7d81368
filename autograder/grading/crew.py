"""Jobs through an executor: a bounded number in flight, none lost, whatever becomes of the workers.

What was in flight when a worker died is asked again, one job at a time; a job that ends its worker
alone as well is asked piece by piece, and only what does it then is given up. What may have been
the machine's fault is asked again alone, too: a busy machine must cost nobody points.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass

from autograder.errors import AutograderError, ConfinementError, UsageError
from autograder.grading.doubts import (
    PATIENCE,
    WORKER_DIED,
    NoPlace,
    doubtful,
    is_death_of_server,
    killed_from_outside,
    no_place,
)
from autograder.model import Bundle, Report

__all__ = ["PATIENCE", "WORKER_DIED", "Crew", "Job", "MakeExecutor", "results"]

AHEAD = 2
"""Jobs in flight per worker: enough to keep it busy, few enough to hold in memory."""
KILLS = 3
"""Tries alone of a job whose student process is killed, or cannot be had, each time."""

MakeExecutor = Callable[[int, Bundle], Executor]
"""For so many workers, each of which is given the bundle once. A cluster says by a property
`places` how many work at a time; its workers come and go."""


@dataclass(frozen=True)
class Job:
    """What a worker is asked, and the report if it never answers.

    `pieces` are jobs whose reports, `joined`, say the same.
    """

    ask: Callable[[Executor], Future[Report]]
    give_up: Callable[[str], Report]
    pieces: Callable[[], Sequence[Job]] = tuple
    join: Callable[[Sequence[Report], str], Report] | None = None


class Crew:
    """An executor that is made when first needed, and made again when it broke."""

    def __init__(self, workers: int, make_executor: Callable[[int], Executor]) -> None:
        if workers < 1:
            raise UsageError(f"found {workers} workers, wanted 1 or more; give --workers 1")
        self._workers = workers
        self._make = make_executor
        self._executor: Executor | None = None

    @property
    def places(self) -> int:
        """How many jobs are worked on at a time."""
        places: int = getattr(self._executor, "places", self._workers)
        return places

    def ask(self, job: Job) -> Future[Report]:
        """The job's report to be; a future with the reason when the executor is broken."""
        try:
            if self._executor is None:
                self._executor = self._make(self._workers)
            return job.ask(self._executor)
        except (BrokenExecutor, EOFError, OSError) as error:
            # The last two: the server that forks the workers died, and is started again.
            if isinstance(error, OSError) and not is_death_of_server(error):
                raise no_place(error) from None
            self.dismiss(wait_for_it=False)
            failed: Future[Report] = Future()
            failed.set_exception(error)
            return failed

    def answer(self, future: Future[Report]) -> Report | Exception:
        """The report, or what became of it; an error that concerns every job is raised."""
        try:
            return future.result()
        except (ConfinementError, NoPlace) as error:
            return error  # a full disk, no process to be had: alone it may go well
        except AutograderError:
            raise
        except BrokenExecutor as error:
            self.dismiss(wait_for_it=False)
            return error
        except Exception as error:  # a cluster's way to say that its worker died
            return error

    def dismiss(self, *, wait_for_it: bool = True, cancel: bool = False) -> None:
        """Let the workers go. `cancel`: nobody wants to know any more what was asked."""
        if self._executor is not None:
            self._executor.shutdown(wait=wait_for_it, cancel_futures=cancel)
            self._executor = None


def results(
    jobs: Iterable[Job], bundle: Bundle, workers: int, make_executor: MakeExecutor
) -> Iterator[Report]:
    """The reports as they come."""
    crew = Crew(workers, lambda count: make_executor(count, bundle))
    try:
        yield from _results(crew, jobs)
    except BaseException:
        crew.dismiss(wait_for_it=False, cancel=True)
        raise
    crew.dismiss()


def _results(crew: Crew, jobs: Iterable[Job]) -> Iterator[Report]:
    queue = iter(jobs)
    pending: dict[Future[Report], Job] = {}
    again: deque[Job] = deque()
    unlucky: deque[Job] = deque()
    while True:
        while not unlucky and len(pending) < AHEAD * crew.places and (job := next(queue, None)):
            pending[crew.ask(job)] = job
        if pending:
            for future in wait(pending, return_when=FIRST_COMPLETED).done:
                job = pending.pop(future)
                report = crew.answer(future)
                if isinstance(report, Exception):
                    unlucky.append(job)
                elif doubtful(report):
                    again.append(job)
                else:
                    yield report
        elif unlucky or again:
            yield _alone(crew, (unlucky or again).popleft())
        else:
            return


def _alone(crew: Crew, job: Job) -> Report:
    """The report of a job that nothing disturbs; what ends its worker costs that piece of it."""
    report = crew.answer(crew.ask(job))
    for _ in range(KILLS - 1):
        if isinstance(report, ConfinementError | NoPlace):
            pass  # its zygote may have been killed, or the disk was full for a moment
        elif isinstance(report, Exception) or not killed_from_outside(report):
            break
        report = crew.answer(crew.ask(job))
    if not isinstance(report, Exception):
        return report
    if isinstance(report, ConfinementError | NoPlace):
        raise report
    reason = WORKER_DIED.format(kind=type(report).__name__)
    if job.join is not None:
        return job.join([_alone(crew, piece) for piece in job.pieces()], reason)
    report = crew.answer(crew.ask(job))  # whoever kills our processes is not likely to go on
    return job.give_up(reason) if isinstance(report, Exception) else report
