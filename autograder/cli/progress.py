"""How far a batch is: a bar on a terminal, a plain line every few seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from autograder.grading.batch import Progress
from autograder.model import Status

EVERY_SECONDS = 5.0


@contextmanager
def telling(total: int) -> Iterator[Callable[[Progress], None]]:
    """A function that is told each step."""
    lines = Lines()
    if sys.stderr.isatty():
        with _bar() as bar:
            task = bar.add_task("grading", total=total, failed=0)

            def show(step: Progress) -> None:
                lines.count(step)
                bar.update(task, completed=step.done, failed=lines.ungradable)

            yield show
    else:
        yield lines.tell


def _bar() -> Bar:
    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]} ungradable"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


class Lines:
    """Counts the steps, and says now and then where it stands."""

    def __init__(self) -> None:
        self.ungradable = 0
        self._kept = 0
        self._started = self._said = time.monotonic()

    def count(self, step: Progress) -> None:
        """One more."""
        self.ungradable += step.report.status is Status.UNGRADABLE
        self._kept += step.reused

    def tell(self, step: Progress) -> None:
        """One more, and a line if it is time for one."""
        self.count(step)
        now = time.monotonic()
        if step.done == step.total:
            kept = f", {self._kept} of them in an earlier run" if self._kept else ""
            rest = f"in {now - self._started:.1f} s{kept}"
        elif now - self._said >= EVERY_SECONDS:
            # What an earlier run did says nothing of the speed of this one.
            rate = max(step.done - self._kept, 1) / (now - self._started)
            rest = f"{(step.total - step.done) / rate:.0f} s left"
        else:
            return
        self._said = now
        click.echo(
            f"graded {step.done} of {step.total}, {self.ungradable} ungradable, {rest}", err=True
        )
