"""Which values are the same, and which calls come to the same."""

from __future__ import annotations

import numpy as np
import pytest

from autograder.boundary.opaque import Opaque
from autograder.diagnosis.agreement import TOLERANCE, agree, rounding, same
from autograder.diagnosis.outcomes import Outcome, outcome_of
from autograder.diagnosis.recording import Call

NAN, INF = float("nan"), float("inf")
ALIKE = [
    (1, 1.0),
    (np.float32(0.5), np.array(0.5)),
    (2**70, float(2**70)),
    (True, np.bool_(True)),
    (0.1 + 0.2, 0.3),
    (NAN, np.nan),
    ([NAN, INF, -INF], np.array([NAN, INF, -INF])),
    ([[1, 2], [3, 4]], np.array([[1.0, 2.0], [3.0, 4.0]])),
    ((1.0, np.ones(2)), [1.0, [1, 1]]),
    ({"a": 1.0, "b": [1]}, {"a": 1, "b": (1.0,)}),
    (np.array([1.0, 1e-12]), np.array([1.0, 0.0])),
    (np.array([1e200, 1e200]), np.array([1e200, 1e200 * (1 + 1e-12)])),
    (1e-300, 1e-300 * (1 + 1e-12)),
    (np.zeros((0, 3)), np.ones((0, 3))),
    (None, None),
    ("a", "a"),
]
DIFFERENT = [
    (1, True),
    (1.0, 1 + 1e-8),
    (1.0, np.float32(1) + np.float32(1e-6)),
    (1.0, [1.0]),
    (1.0, 1.0 + 0j),
    (NAN, 0.0),
    (INF, -INF),
    (INF, 1e308),
    (0.0, 1e-300),
    (np.ones(2), np.ones((2, 1))),
    (np.ones(2), np.array([True, True])),
    ([[1, 2], [3]], np.ones(3)),
    ((1e9, 1.0), (1e9, 1.1)),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    (2**63, 2**63 + 2**40),
    ("a", b"a"),
    (None, 0),
    (Opaque("Matrix"), Opaque("Matrix")),
    (np.array([object()]), np.array([object()])),
    (len, len),
]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_alike(a: object, b: object) -> None:
    """Rounding, the width of a type and what holds the numbers make no difference."""
    assert same(a, b)
    assert same(b, a)


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different(a: object, b: object) -> None:
    """Kind, shape and value do, and what is no plain value is like nothing."""
    assert not same(a, b)
    assert not same(b, a)


def test_what_holds_itself_is_like_nothing() -> None:
    """A value of endless depth ends the comparison, not the grader."""
    loop: list[object] = []
    loop.append(loop)
    assert not same(loop, loop)


def test_exceptions_by_class_and_values_by_effects() -> None:
    """The nearest built-in class counts, not the text; so does what became of the arguments."""

    class MyError(ValueError):
        pass

    def refuse(x):
        raise MyError("text")

    def refuse_too(x):
        raise ValueError("another text")

    def fail(x):
        raise IndexError

    def keep(x):
        return 1.0

    def spoil(x):
        x[0] = 5.0
        return 1.0

    call = Call("f", (np.zeros(2),), {})
    refused, too, failed, kept, spoilt = (
        outcome_of(call, {"f": f}) for f in (refuse, refuse_too, fail, keep, spoil)
    )
    assert agree(refused, too)
    assert not agree(refused, failed)
    assert not agree(refused, kept)
    assert not agree(kept, spoilt)
    assert agree(spoilt, outcome_of(call, {"f": spoil}))
    assert call.args[0].tolist() == [0, 0]


def test_how_much_is_drawn_is_no_difference() -> None:
    """A Generator that was used differs from one that was not, and from no other."""
    call = Call("f", (np.random.default_rng(1),), {})
    once, twice, never = (
        outcome_of(call, {"f": f})
        for f in (lambda rng: rng.random() < 2, lambda rng: rng.random(9)[0] < 2, lambda rng: True)
    )
    assert agree(
        Outcome(value=True, effects=once.effects), Outcome(value=True, effects=twice.effects)
    )
    assert once.effects != never.effects


def test_right_answers_say_what_rounding_does() -> None:
    """Where they differ by rounding the tolerance is wider; where they differ in kind it is not."""
    near, far = np.array([1.0, 1 + 1e-8]), np.array([2.0, 1.0])
    outcomes = [Outcome(value=value) for value in (np.ones(2), near, far, [1.0], "one")]
    assert rounding(outcomes) == pytest.approx(1e-7)
    assert agree(outcomes[0], outcomes[1], rounding(outcomes))
    assert rounding([outcomes[0], outcomes[2], Outcome("ValueError")]) == TOLERANCE
    assert rounding([Outcome("ValueError")]) == rounding([]) == TOLERANCE
