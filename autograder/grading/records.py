"""The results of a class in DIR, submission by submission: report, pages, summary.

Each is written as soon as it is known and then let go: what stays in memory is the summary. What
an earlier run wrote is confirmed by the files' digests alone, and made again where one is another.
"""

from __future__ import annotations

from pathlib import Path
from typing import Self

from autograder.errors import UsageError
from autograder.grading.doubts import worth_another_run
from autograder.grading.ledger import LEDGER, Entry, Ledger
from autograder.grading.names import clean
from autograder.grading.store import (
    NOT_WRITABLE,
    Store,
    digest_on_disk,
    file_digest,
    write_atomically,
)
from autograder.model import Bundle, Report
from autograder.model.summary import Summary
from autograder.reports.pages import RENDERERS, makers
from autograder.reports.summaries import Summarizer

FEEDBACK = "feedback"


class Records:
    """To be closed: then `summaries.txt` has one line a submission, unless others write too."""

    def __init__(self, out: Path, bundle: Bundle, *, shared: bool = False) -> None:
        self._store = Store(out, bundle)
        self._out = out
        self._shared = shared
        self._makers = makers()
        self._summarizer = Summarizer()
        self._ledger = Ledger(out / LEDGER, self._summarizer)
        try:
            (out / FEEDBACK).mkdir(exist_ok=True)
        except OSError as error:
            raise self._no_room(error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *exception: object) -> None:
        self._ledger.close()
        if kind is None and not self._shared:
            try:
                self._ledger.settle(self._store.submissions())
            except OSError as error:
                raise self._no_room(error) from None

    def confirmed(self, submission: str, digest: str, *, allow_weak: bool) -> Summary | None:
        """The summary of this very work if all its files are as an earlier run left them."""
        entry = self._ledger[submission]
        if entry is None or entry.summary.digest != digest or entry.makers != self._makers:
            return None
        if entry.summary.weak_sandbox and not allow_weak:
            return None
        same = self._store.digest(submission) == entry.report and all(
            digest_on_disk(self._page(submission, ending)) == entry.pages.get(ending)
            for ending in RENDERERS
        )
        return entry.summary if same else None

    def stored(self, submission: str) -> tuple[Report, str] | None:
        """The report as it lies there, whatever it was made from, and its file's digest."""
        return self._store.load(submission)

    def save(self, report: Report) -> Summary:
        """Write a new report and its pages."""
        return self.publish(report, self._store.save(report))

    def publish(self, report: Report, digest: str) -> Summary:
        """Make the pages of a report that is stored, where they are not there yet.

        One page that cannot be made must not cost the class its gradebook: the summary says why.
        """
        pages, wrong = {}, ""
        for ending, render in RENDERERS.items():
            path = self._page(report.submission, ending)
            try:
                text = render(report)
                pages[ending] = file_digest(text.encode())
            except Exception as error:
                wrong = f"{path.name}, {type(error).__name__}: {clean(str(error))}"
                continue
            if digest_on_disk(path) != pages[ending]:
                try:
                    write_atomically(path, text, lasting=False)
                except OSError as error:
                    raise self._no_room(error) from None
        summary = self._summarizer.of(report, wrong)
        if not wrong and not worth_another_run(report):
            self._ledger.add(Entry(summary, digest, pages, self._makers))
        return summary

    def _page(self, submission: str, ending: str) -> Path:
        return self._out / FEEDBACK / f"{submission}{ending}"

    def _no_room(self, error: OSError) -> UsageError:
        return UsageError(NOT_WRITABLE.format(out=self._out, why=error.strerror))
