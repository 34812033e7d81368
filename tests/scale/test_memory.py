"""A class of any size: what stays in memory of a submission is a summary."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

from autograder.cli.outputs import write_outputs
from autograder.grading.batch import Progress
from tests.scale.conftest import Folder

EARLY, LATE = 60, 260
MOST_BYTES = 8_000
"""of one submission; its report alone has more"""
PAGE_BYTES = 1_000
"""of the class page: a class of 10,000 must open in a browser"""


def test_what_a_submission_leaves_in_memory(folder: Folder, notebook: Callable[..., bytes]) -> None:
    """With reports, pages and the list of summaries written: a few kilobytes, no report."""
    folder.hand_in(LATE, notebook())
    taken: dict[int, int] = {}

    def look(step: Progress) -> None:
        if step.done in {EARLY, LATE}:
            taken[step.done] = tracemalloc.get_traced_memory()[0]

    tracemalloc.start()
    try:
        summaries = folder.grade(tell=look)
    finally:
        tracemalloc.stop()
    assert len(summaries) == LATE
    assert (taken[LATE] - taken[EARLY]) / (LATE - EARLY) < MOST_BYTES
    sizes = {}
    for count in (EARLY, LATE):
        write_outputs(folder.out, folder.bundle, summaries[:count])
        sizes[count] = (folder.out / "index.html").stat().st_size
    assert (sizes[LATE] - sizes[EARLY]) / (LATE - EARLY) < PAGE_BYTES


def test_what_is_equal_is_one_object(folder: Folder, notebook: Callable[..., bytes]) -> None:
    """The sentences of an assignment are in memory once, also when they come from the list."""
    folder.hand_in(3, notebook())
    for _ in range(2):
        first, *others = folder.grade()
        for other in others:
            assert other.layers is first.layers
            for mine, theirs in zip(first.questions, other.questions, strict=True):
                assert mine.outline is theirs.outline
                assert mine.verdicts is theirs.verdicts
