"""Reports → gradebook.csv, feedback/*.html and index.html, beside the reports/*.json."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.errors import UsageError
from autograder.grading.store import write_atomically
from autograder.model import Bundle, Report
from autograder.reports import class_page, feedback, gradebook


def write_outputs(out: Path, bundle: Bundle, reports: Sequence[Report]) -> None:
    """Everything that is made from the reports; the gradebook last: then all is there."""
    pages = out / "feedback"
    try:
        pages.mkdir(exist_ok=True)
        for report in reports:
            write_atomically(pages / f"{report.submission}.html", feedback.render(report))
        write_atomically(out / "index.html", class_page.render(reports, bundle.title))
        questions = [question.id for question in bundle.questions]
        write_atomically(out / "gradebook.csv", gradebook.render(reports, questions))
    except OSError as error:
        raise UsageError(
            f"found no way to write to {out} ({error.strerror}); wanted room for the pages; make "
            "room and run the same command again: what was graded is kept in reports/"
        ) from None
