"""Difficulty and discrimination of all questions as a drawing: a row each, the template draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autograder.reports.class_statistics import QuestionStatistics
from autograder.reports.text import number, signed

WIDTH, ROW, TOP, BOTTOM = 640, 34, 40, 34
LABEL = 40
"""Room for the question's number."""
LEFT, MIDDLE, RIGHT = (LABEL, 270), 496, (374, 618)
"""Where the means lie, and −1 … 1 with 0 in the middle."""


@dataclass(frozen=True)
class PlotRow:
    """A question: a bar for its mean, a dot for its discrimination unless there is none."""

    label: str
    y: float
    width: float
    dot: float | None


@dataclass(frozen=True)
class QuestionPlot:
    """`text` says in words what the drawing shows."""

    rows: tuple[PlotRow, ...]
    text: str
    height: int
    left: tuple[int, int] = LEFT
    middle: int = MIDDLE
    right: tuple[int, int] = RIGHT
    width: int = WIDTH
    top: int = TOP

    @property
    def axis(self) -> tuple[tuple[int, str], ...]:
        """Places and what they mean."""
        means = tuple(zip(self.left, ("0 %", "100 %"), strict=True))
        return (*means, (self.right[0], "−1"), (self.middle, "0"), (self.right[1], "1"))

    @property
    def floor(self) -> int:
        return self.height - BOTTOM


def question_plot(questions: Sequence[QuestionStatistics]) -> QuestionPlot:
    """In the assignment's order."""
    rows = tuple(
        PlotRow(
            label=str(question.number),
            y=TOP + (place + 0.5) * ROW,
            width=question.share * (LEFT[1] - LEFT[0]),
            dot=_place(question.discrimination),
        )
        for place, question in enumerate(questions)
    )
    text = "; ".join(_in_words(question) for question in questions)
    return QuestionPlot(rows, text, TOP + ROW * len(rows) + BOTTOM)


def _place(value: float | None) -> float | None:
    return None if value is None else MIDDLE + value * (RIGHT[1] - MIDDLE)


def _in_words(question: QuestionStatistics) -> str:
    value = question.discrimination
    telling = f"none ({question.undefined})" if value is None else signed(value)
    mean = number(question.share * 100, 0)
    return f"question {question.number}: mean {mean} %, discrimination {telling}"
