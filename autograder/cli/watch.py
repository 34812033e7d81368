"""`autograder watch`: builds and verifies on every save, one line a question."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from autograder.authoring import (
    build,
    bundle_path,
    current_bundle,
    find_assignment,
    load_assignment,
)
from autograder.authoring.assignment import LEFT_BY_TOOLS
from autograder.authoring.built import read_from
from autograder.authoring.checks import REFERENCE
from autograder.authoring.tools.scaffold import places_to_fill
from autograder.cli.main import repository
from autograder.errors import AutograderError
from autograder.grading.batch import grade_submissions
from autograder.validity.remembered import FILE, remembering, surroundings
from autograder.validity.verify import Proof, QuestionProof, verify

SETTLED = 0.1
"""seconds without a change after which a save is over"""
Seen = frozenset[tuple[str, int, int]]


@click.command("watch")
@click.argument("assignment")
@click.option("--every", default=0.5, show_default=True, help="Seconds between two looks.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes; by default one a core.")
@click.pass_context
def command(ctx: click.Context, assignment: str, every: float, workers: int | None) -> None:
    """Build and verify ASSIGNMENT whenever one of its files is saved; Ctrl-C ends it."""
    root = repository(ctx)
    slug = find_assignment(root, assignment)
    click.echo(f"watching solutions/{slug} and {REFERENCE}/; Ctrl-C ends it")
    try:
        for _ in _saves(root, slug, every):
            for line in _round(root, slug, workers or os.cpu_count() or 1):
                click.echo(line)
            click.echo(time.strftime("-- %H:%M:%S, waiting for the next save"))
    except KeyboardInterrupt:
        click.echo("\nwatch ended")


def _saves(root: Path, slug: str, every: float) -> Iterator[None]:
    """At once, and after each change; a save in several steps is waited for."""
    done: Seen | None = None
    while True:
        now = _look(root, slug)
        time.sleep(SETTLED)
        if now != done and now == _look(root, slug):
            done = now
            yield
        else:
            time.sleep(every)


def _look(root: Path, slug: str) -> Seen:
    """Every source's path, size and time; times are compared, never ordered."""
    seen = set()
    for folder in (root / "solutions" / slug, root / REFERENCE):
        for path in folder.rglob("*"):
            try:
                stat = path.stat()
            except OSError:  # an editor's temporary file is gone again
                continue
            if path.is_file() and not LEFT_BY_TOOLS & set(path.parts):
                seen.add((str(path), stat.st_mtime_ns, stat.st_size))
    return frozenset(seen)


def _round(root: Path, slug: str, workers: int) -> Iterator[str]:
    """What there is to say; an author's error is said and ends the round."""
    grade = partial(grade_submissions, workers=workers)
    try:
        source = read_from(root, slug)
        assignment = load_assignment(root, slug)
        build(assignment, root, source=source)
        memory = bundle_path(root, slug).with_name(FILE)
        remembered = remembering(grade, memory, surroundings(root))
        proof = verify(assignment, current_bundle(root, slug), remembered)
    except AutograderError as error:
        yield from str(error).splitlines()
        return
    except OSError as error:  # a file vanished while it was read: the next look sees it
        yield f"found no way to read {error.filename}; wanted a file that stays; save it again"
        return
    for question in proof.questions:
        yield _line(question, proof)
    places = places_to_fill(root / "solutions" / slug, root)
    if places:
        yield f"{len(places)} places say TODO, the first: {places[0]}"


def _line(question: QuestionProof, proof: Proof) -> str:
    mine = f"{question.question}:"
    findings = [f for f in proof.findings if f.startswith(mine)] + list(question.findings)
    if not findings:
        checks = question.public + question.hidden
        return (
            f"{question.question}: proved; {checks} checks, "
            f"right answers passed: {question.accepted}, wrong ones caught: {question.mutants}"
        )
    more = f" (and {len(findings) - 1} more: autograder verify)" if len(findings) > 1 else ""
    return f"{question.question}: not proved; {findings[0].removeprefix(mine).strip()}{more}"
