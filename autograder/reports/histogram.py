"""The distribution of scores as bars with their places in a drawing; the template draws them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.reports.text import number

STEPS = (0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100)
MAX_BARS = 15

WIDTH, HEIGHT = 640, 230
SIDE, TOP, BOTTOM = 20, 32, 34
"""Room around the bars: for half a label, for a count, for the labels."""
GAP = 4


@dataclass(frozen=True)
class Bar:
    """Scores from `low` up to, but not including, `high`; the last bar includes it."""

    low: float
    high: float
    count: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Histogram:
    """`edges` are places and scores between the bars; `text` says in words what the bars show."""

    bars: tuple[Bar, ...]
    edges: tuple[tuple[float, float], ...]
    text: str
    width: int = WIDTH
    height: int = HEIGHT
    floor: int = HEIGHT - BOTTOM


def histogram(scores: Sequence[float], possible: float) -> Histogram:
    """At most 15 bars of a round width from 0 to the possible points."""
    top = max(possible, *scores) or 1
    step = next((s for s in STEPS if top / s <= MAX_BARS + 1e-9), top / MAX_BARS)
    count = max(1, math.ceil(top / step - 1e-9))
    slot = (WIDTH - 2 * SIDE) / count
    edges = [(SIDE + index * slot, min(index * step, top)) for index in range(count + 1)]
    held = [0] * count
    for score in scores:
        # a sum of points may lie a rounding error below the edge that it means
        held[min(max(int(score / step + 1e-9), 0), count - 1)] += 1
    bars = []
    for (x, low), (_, high), number_held in zip(edges, edges[1:], held, strict=False):
        height = (HEIGHT - TOP - BOTTOM) * number_held / max(held)
        y = HEIGHT - BOTTOM - height
        bars.append(Bar(low, high, number_held, x + GAP / 2, y, slot - GAP, height))
    return Histogram(tuple(bars), tuple(edges), _in_words(bars))


def _in_words(bars: Sequence[Bar]) -> str:
    return "; ".join(
        f"{number(bar.low, 2)} to {number(bar.high, 2)} points: {bar.count}"
        for bar in bars
        if bar.count
    )
