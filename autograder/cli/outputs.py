"""Reports → gradebook.csv, feedback/*.{html,md} and index.html, beside the reports/*.json."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from autograder.cli.book import write_book
from autograder.errors import UsageError
from autograder.grading.names import clean
from autograder.grading.store import write_atomically
from autograder.model import Bundle, Report
from autograder.reports import class_page, feedback, feedback_markdown

NO_ROOM = (
    "found no way to write to {out} ({why}); wanted room for the pages; make "
    "room and run the same command again: what was graded is kept in reports/"
)
NO_PAGES = (
    "found {count} of {total} pages that could not be made (the first: {name}, {kind}: {text}); "
    "wanted all; the gradebook is whole, tell the makers of this program"
)


def write_outputs(
    out: Path,
    bundle: Bundle,
    reports: Sequence[Report],
    roster: Sequence[tuple[str, Sequence[str]]] = (),
) -> None:
    """Everything that is made from the reports; the gradebook last: then all is there.

    `roster`: what the class held against its roster shows, headings with names.

    UsageError when something is not there, and then the gradebook may still be.
    """
    questions = [question.id for question in bundle.questions]
    pages: list[tuple[Path, Callable[[], str]]] = [
        (out / "feedback" / f"{report.submission}.html", partial(feedback.render, report))
        for report in reports
    ]
    pages += [
        (out / "feedback" / f"{report.submission}.md", partial(feedback_markdown.render, report))
        for report in reports
    ]
    pages.append((out / "index.html", lambda: class_page.render(reports, bundle.title, roster)))
    failed: list[tuple[str, Exception]] = []
    try:
        (out / "feedback").mkdir(exist_ok=True)
        for path, render in pages:
            try:
                text = render()
            except Exception as error:  # one page must not cost the class its gradebook
                failed.append((path.name, error))
            else:
                write_atomically(path, text)
        write_book(out, reports, questions)
    except OSError as error:
        raise UsageError(NO_ROOM.format(out=out, why=error.strerror)) from None
    if failed:
        name, first = failed[0]
        kind, said = type(first).__name__, clean(str(first))
        raise UsageError(
            NO_PAGES.format(count=len(failed), total=len(pages), name=name, kind=kind, text=said)
        )
