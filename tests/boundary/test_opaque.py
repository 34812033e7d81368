"""What stands for a student's odd value cannot be mistaken for an answer."""

from __future__ import annotations

import math
import operator
from typing import Any

import numpy as np
import pytest

from autograder.boundary.opaque import Opaque
from autograder.boundary.proxy import ReturnedFunction

VALUE = Opaque("MyFloat")
TEXT = "a value of type MyFloat cannot be judged; return a plain number or array"


@pytest.mark.parametrize("other", [1.0, VALUE, None, "MyFloat", np.ones(3), np.float64(1), [1]])
def test_it_equals_nothing_and_differs_from_nothing(other: Any) -> None:
    """From either side: `if value != wanted: raise` must not let it pass, nor `assert a != b`."""
    for pair in ((VALUE, other), (other, VALUE)):
        assert operator.eq(*pair) is False
        with pytest.raises(TypeError, match="cannot be judged"):
            operator.ne(*pair)


USES: list[Any] = [bool, int, float, complex, len, list, hash, abs, round, math.sqrt]
USES += [operator.index, operator.neg, lambda v: v + 1, lambda v: 1 + v, lambda v: v < 1]
USES += [lambda v: v[0], lambda v: 1 in v, lambda v: f"{v:.3f}", lambda v: {v: 1}]
USES += [np.asarray, np.array, np.float64, np.ndim, np.isfinite, np.sum]
USES += [lambda v: v @ np.eye(2), lambda v: np.eye(2) @ v, lambda v: np.ones(2) - v]
USES += [lambda v: np.allclose(v, 1), lambda v: np.array_equal(v, 1), lambda v: math.isclose(v, 1)]
USES += [lambda v: np.testing.assert_allclose(v, 1)]


@pytest.mark.parametrize("use", USES)
def test_every_use_is_a_type_error(use: Any) -> None:
    """Conversions, comparisons, arithmetic and numpy's functions refuse it."""
    with pytest.raises(TypeError):
        use(VALUE)


@pytest.mark.parametrize("use", [float, bool, len, hash, np.asarray, lambda v: v + 1])
def test_the_error_says_what_to_return(use: Any) -> None:
    """The words name the type and what would be judged."""
    with pytest.raises(TypeError, match=TEXT):
        use(VALUE)


def test_it_has_no_attributes() -> None:
    """`.shape` is missing, in the same words."""
    with pytest.raises(AttributeError, match=TEXT):
        _ = VALUE.shape  # type: ignore[attr-defined]


def test_its_type_name_is_data() -> None:
    """A long name is cut, control characters and surrogates are replaced."""
    assert repr(Opaque("a" * 500)) == f"<a value of type {'a' * 59}…>"
    assert repr(Opaque("x\x1b[31m\ud800")) == "<a value of type x\ufffd[31m\ufffd>"


def test_a_returned_function_is_as_inert() -> None:
    """It can be called, which is all."""
    function = ReturnedFunction("function")
    assert callable(function)
    assert not callable(VALUE)
    for use in (bool, lambda odd: odd != odd):
        with pytest.raises(TypeError, match="a value of type function cannot be judged"):
            use(function)
