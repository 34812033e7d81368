"""How far a batch is: a bar on a terminal, a plain line every few seconds elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from autograder.grading.batch import Progress
from autograder.model import Status
from autograder.reports.text import number

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

EVERY_SECONDS = 5.0
MINUTE = 60.0


@contextmanager
def telling(total: int, every: float = EVERY_SECONDS) -> Iterator[Callable[[Progress], None]]:
    """A function that is told each step; between them, too, it is said where the batch stands."""
    pace = Pace(total)
    if sys.stderr.isatty():
        with _bar() as bar:
            task = bar.add_task("grading", total=total, failed=0, pace="")

            def show(step: Progress) -> None:
                pace.count(step)
                said = pace.rest()
                bar.update(task, completed=pace.done, failed=pace.ungradable, pace=said)

            yield show
    else:
        ended = threading.Event()
        clock = threading.Thread(target=_tick, args=(pace, ended, every), daemon=True)
        clock.start()
        try:
            yield pace.count
        finally:
            ended.set()
            clock.join()
        click.echo(pace.line(), err=True)


def _bar() -> Bar:
    # A twentieth of a second that only a terminal needs.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]} ungradable{task.fields[pace]}"),
        console=Console(stderr=True),
        transient=True,
    )


def _tick(pace: Pace, ended: threading.Event, every: float) -> None:
    """One submission may take minutes: a line does not wait for it."""
    while not ended.wait(every):
        if pace.done < pace.total:
            click.echo(pace.line(), err=True)


class Pace:
    """Counts the steps; knows the rate and what is left."""

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.done = self.ungradable = 0
        self._kept = 0
        self._clock = clock
        self._started = clock()

    def count(self, step: Progress) -> None:
        """One more."""
        self.done = step.done
        self.ungradable += step.summary.status is Status.UNGRADABLE
        self._kept += step.reused

    def line(self) -> str:
        """Where it stands, in plain words."""
        said = f"graded {self.done} of {self.total}, {self.ungradable} ungradable"
        if self.done < self.total:
            return said + self.rest()
        kept = f", {self._kept} of them in an earlier run" if self._kept else ""
        return f"{said}, in {self._clock() - self._started:.1f} s{kept}"

    def rest(self) -> str:
        """Rate and time left; what an earlier run did says nothing of the speed of this one."""
        new, seconds = self.done - self._kept, self._clock() - self._started
        if not new or not seconds:
            return ""
        rate = new / seconds
        pace = f"{number(rate, 1)} a second" if rate >= 1 else f"{number(1 / rate, 1)} s each"
        left = (self.total - self.done) / rate
        time_left = f"{left:.0f} s" if left < 2 * MINUTE else f"{left / MINUTE:.0f} min"
        return f", {pace}, {time_left} left"
