"""What `run_autograder` calls in Gradescope's container: one submission → results/results.json.

Without a required confinement layer nothing is graded and no results.json is written: Gradescope
then shows staff the reason, and no student a score that nobody earned.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import click

from autograder.authoring.bundle import load_bundle
from autograder.classroom.gradescope import results, several
from autograder.errors import AutograderError, ConfinementError, UsageError
from autograder.grading.batch import grade_all
from autograder.grading.found import Found
from autograder.grading.intake import find_submissions
from autograder.grading.store import Store, write_atomically
from autograder.model import Bundle, Report, Status
from autograder.sandbox.layers import missing
from autograder.sandbox.probe import probe

NOTHING = "nothing that could be a notebook was handed in; hand in the assignment's .ipynb file"


@click.command("gradescope")
@click.argument("base", type=click.Path(path_type=Path))
@click.option("--doctor", is_flag=True, help="Say which confinement layers work here.")
def command(base: Path, doctor: bool) -> None:
    """Grade BASE/submission with BASE/source/bundle.zip."""
    if doctor:
        _tell_layers()
        return
    started = time.monotonic()
    bundle = load_bundle(base / "source" / "bundle.zip")
    reports = _graded(bundle, base / "submission")
    gradable = [report for report in reports if report.status is not Status.UNGRADABLE]
    if len(gradable) > 1:
        content = several([report.filename for report in gradable])
    else:
        content = results((gradable or reports)[0], time.monotonic() - started)
    (base / "results").mkdir(exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    write_atomically(base / "results" / "results.json", text)
    for report in reports:
        click.echo(f"{report.filename}: {report.status}, {report.score} of {report.possible}")


def _graded(bundle: Bundle, submission: Path) -> list[Report]:
    """All that was handed in; what grading stores on the way is nobody's here."""
    with tempfile.TemporaryDirectory() as scratch:
        try:
            found = find_submissions(submission)
        except UsageError:  # an empty upload is a student's matter
            found = [Found("none", "", "", submission / "none", reason=NOTHING)]
        names = [summary.submission for summary in grade_all(bundle, found, Path(scratch))]
        store = Store(Path(scratch), bundle)
        stored = [store.load(name) for name in names]
        return [found[0] for found in stored if found is not None]


def _tell_layers() -> None:
    layers = probe()
    for layer in layers:
        state = "in force" if layer.active else "MISSING" if layer.required else "not here"
        click.echo(f"  {state:<9} {layer.name}: {layer.detail}")
    if lacking := missing(layers):
        names = ", ".join(layer.name for layer in lacking)
        raise ConfinementError(f"found no {names} in this container; wanted all required layers")


def main(arguments: Sequence[str] | None = None) -> None:
    """As `python -m autograder.cli.gradescope`: errors are one line, for staff."""
    try:
        command.main(args=arguments and list(arguments), standalone_mode=False)
    except AutograderError as error:
        click.echo(f"autograder: {error}", err=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
