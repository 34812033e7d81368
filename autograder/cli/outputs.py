"""Summaries → gradebook.csv and index.html, beside the reports and pages of every submission."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from autograder.cli.book import write_book
from autograder.errors import UsageError
from autograder.grading.names import clean
from autograder.grading.store import write_atomically
from autograder.model import Bundle
from autograder.model.summary import Summary
from autograder.reports import class_page

CLASS_PAGE = "index.html"
NO_ROOM = (
    "found no way to write to {out} ({why}); wanted room for the pages; make "
    "room and run the same command again: what was graded is kept in reports/"
)
NO_PAGES = (
    "found {count} of {total} pages that could not be made (the first: {first}); "
    "wanted all; the gradebook is whole, tell the makers of this program"
)


def write_outputs(
    out: Path,
    bundle: Bundle,
    summaries: Sequence[Summary],
    roster: Sequence[tuple[str, Sequence[str]]] = (),
) -> None:
    """What the class has together; the gradebook last: then all is there.

    `roster`: what the class held against its roster shows, headings with names.

    UsageError when something is not there, and then the gradebook may still be.
    """
    failed = [summary.no_page for summary in summaries if summary.no_page]
    try:
        try:
            text = class_page.render(summaries, bundle.title, roster)
        except Exception as error:  # one page must not cost the class its gradebook
            failed.append(f"{CLASS_PAGE}, {type(error).__name__}: {clean(str(error))}")
        else:
            write_atomically(out / CLASS_PAGE, text, lasting=False)
        write_book(out, summaries, [question.id for question in bundle.questions])
    except OSError as error:
        raise UsageError(NO_ROOM.format(out=out, why=error.strerror)) from None
    if failed:
        total = len(summaries) + 1
        raise UsageError(NO_PAGES.format(count=len(failed), total=total, first=failed[0]))
