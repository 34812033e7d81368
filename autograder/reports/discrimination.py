"""Whether a question tells those who know the rest from those who do not, and who ran out of time.

Discrimination is the corrected item-rest correlation: of a question's points with the points of all
other questions. A sound question is well above 0; one that is broken, or that asks for something
else than the rest, is near 0 or below.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import correlation

from autograder.model import QuestionResult, Verdict
from autograder.model.report import points_sum
from autograder.model.summary import Summary

FEWEST = 3
"""Two submissions always lie on a line."""
TOO_FEW = "fewer than 3 submissions"
ALL_THE_SAME = "everyone has the same points here"
REST_THE_SAME = "everyone has the same points elsewhere"

OUT_OF_TIME = ("of CPU time", "it gave no answer for")
"""How grading says that the processor's or the wall's clock ended a question."""


def discrimination(summaries: Sequence[Summary], question: str) -> tuple[float | None, str]:
    """The correlation, or None and why there is none.

    A submission without any answer is left out: it would make every question look telling.
    """
    pairs = list(_pairs(summaries, question))
    here, elsewhere = [one for one, _ in pairs], [rest for _, rest in pairs]
    if len(pairs) < FEWEST:
        return None, TOO_FEW
    if len(set(here)) == 1:
        return None, ALL_THE_SAME
    if len(set(elsewhere)) == 1:
        return None, REST_THE_SAME
    return correlation(here, elsewhere), ""


def _pairs(summaries: Iterable[Summary], question: str) -> Iterator[tuple[float, float]]:
    for summary in summaries:
        if not any(one.answered for one in summary.questions):
            continue
        for one in summary.questions:
            if one.id == question:
                others = (other.earned for other in summary.questions if other.id != question)
                yield one.earned, points_sum(others)


def ran_out_of_time(question: QuestionResult) -> bool:
    """Whether a check of it stopped because of time; what was never run for that did not."""
    return any(
        check.verdict is Verdict.ERRORED
        and any(word in said for word in OUT_OF_TIME for said in (check.message, question.note))
        for check in question.checks
    )
