"""How far a batch is: a bar on a terminal, a plain line every few seconds elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from autograder.grading.batch import Progress as Step
from autograder.model import Status

EVERY_SECONDS = 5.0


@contextmanager
def telling(total: int) -> Iterator[Callable[[Step], None]]:
    """A function that is told each step."""
    if sys.stderr.isatty():
        with _bar() as bar:
            task = bar.add_task("grading", total=total, failed=0)
            failed = 0

            def show(step: Step) -> None:
                nonlocal failed
                failed += step.report.status is Status.UNGRADABLE
                bar.update(task, completed=step.done, failed=failed)

            yield show
    else:
        yield _line_teller()


def _bar() -> Progress:
    from rich.console import Console

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]} ungradable"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def _line_teller() -> Callable[[Step], None]:
    started = said = time.monotonic()
    ungradable = 0

    def show(step: Step) -> None:
        nonlocal said, ungradable
        ungradable += step.report.status is Status.UNGRADABLE
        now = time.monotonic()
        if now - said < EVERY_SECONDS and step.done < step.total:
            return
        said = now
        rate = step.done / max(now - started, 1e-9)
        left = (step.total - step.done) / rate
        click.echo(
            f"graded {step.done} of {step.total}, {ungradable} ungradable, "
            f"{rate:.1f} a second, {left:.0f} s left",
            err=True,
        )

    return show
