"""assert_close and assert_scalar: what passes, what does not, and every message."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from mathtx_ref.checking import DEFAULT_RTOL, assert_close, assert_scalar

EPS = float(np.finfo(float).eps)
MessageOf = Callable[[Callable[[], Any]], str]


class TestAssertClose:
    def test_only_plain_numbers_pass(
        self, message_of: MessageOf, no_numbers: tuple[Any, ...]
    ) -> None:
        """Whatever is no plain real number fails, alone and inside a list."""
        for value in no_numbers:
            for call in (
                lambda value=value: assert_close(value, 1.0),
                lambda value=value: assert_close([value], [1.0]),
                lambda value=value: assert_close((1.0, value), [1.0, 1.0]),
                lambda value=value: assert_scalar(value),
            ):
                assert "wanted real numbers" in message_of(call)

    @pytest.mark.parametrize(
        "value",
        [
            1,
            1.0,
            np.float64(1),
            np.float32(1),
            np.int8(1),
            np.longdouble(1),
            np.array(1.0),
            np.array(1),
        ],
    )
    def test_scalars_of_every_kind_pass(self, value: Any) -> None:
        """A Python number, a numpy scalar and a 0-d array are one number."""
        assert_close(value, 1.0)
        assert_close(value, np.array(1.0))
        assert assert_scalar(value) == 1.0

    @pytest.mark.parametrize(
        "value",
        [
            np.array([[1, 2], [3, 4]]),
            np.array([[1, 2], [3, 4]], ">f4"),
            np.array([[1, 3], [2, 4]], np.uint8).T,
            np.arange(1.0, 9.0).reshape(2, 4)[:, :2] + [[0, 0], [-2, -2]],
            [[1, 2.0], (np.float64(3), np.int64(4))],
            ([1, 2], np.array([3, 4])),
            [[np.array(1), 2], [3, 4]],
        ],
    )
    def test_arrays_of_every_kind_pass(self, value: Any) -> None:
        """Arrays of every numeric dtype and layout, and nested lists, are one array."""
        assert_close(value, [[1, 2], [3, 4]])

    @given(arrays(float, array_shapes(min_dims=0, min_side=0), elements=st.floats(-1e100, 1e100)))
    def test_a_value_is_close_to_itself(self, value: Any) -> None:
        """An array, its copy and its nested list pass with no tolerance at all."""
        assert_close(value, value, rtol=0)
        if value.size:
            assert_close(value.tolist(), value, rtol=0)

    @given(
        st.floats(1e-100, 1e100),
        st.sampled_from((-1, 1)),
        st.sampled_from((1e-12, 1e-8, 1e-3)),
    )
    def test_the_bound_is_sharp(self, size: float, sign: int, rtol: float) -> None:
        """Nine tenths of the allowed error pass and eleven tenths fail, at every size."""
        assert_close(size * (1 + 0.9 * rtol * sign), size, rtol=rtol)
        for wrong in (size * (1 + 1.1 * rtol * sign), -size):
            with pytest.raises(AssertionError):
                assert_close(wrong, size, rtol=rtol)

    @pytest.mark.parametrize("seed", range(5))
    def test_default_tolerance_passes_any_order_of_summation(self, seed: int) -> None:
        """With scale = |x|ᵀ|A||y| even sums that cancel to nothing pass, however they are added."""
        rng = np.random.default_rng(seed)
        A, x, y = rng.standard_normal((60, 50)), rng.standard_normal(60), rng.standard_normal(50)
        y -= (x @ A @ y) / ((x @ A) @ (x @ A)) * (x @ A)  # now xᵀAy = 0 up to rounding
        scale = abs(x) @ abs(A) @ abs(y)
        one_by_one = sum(sorted((A * np.outer(x, y)).ravel().tolist()))
        assert_close(one_by_one, math.fsum((A * np.outer(x, y)).ravel()), scale=scale)
        assert_close(x @ (A @ y), (x @ A) @ y, scale=scale)
        assert math.isclose(DEFAULT_RTOL, 4096 * EPS)

    def test_scale_broadcasts_to_the_expected_shape(self) -> None:
        """A scale of one number or one row serves the whole array; a larger one is a mistake."""
        assert_close([[1.0, 1e-9]], [[1.0, 0.0]], rtol=1e-8, scale=1)
        assert_close(np.zeros((2, 2)), [[1e-9, 1e-9]] * 2, rtol=1e-8, scale=[1, 1])
        with pytest.raises(ValueError, match="broadcast"):
            assert_close(1.0, 1.0, scale=[1, 1])

    def test_nothing_is_added_for_small_values(self, message_of: MessageOf) -> None:
        """0 is not close to 6e-15 unless atol says so."""
        message_of(lambda: assert_close(0.0, 6e-15))
        message_of(lambda: assert_close(1e-300, 0.0))
        assert_close(0.0, 6e-15, atol=1e-14)
        assert_close(-0.0, 0.0)

    @pytest.mark.parametrize(
        ("actual", "expected"),
        [
            ([[1.0]], 1.0),
            ([1.0], 1.0),
            (np.ones((1, 1)), 1.0),
            (1.0, [1.0]),
            (1.0, [1.0, 1.0]),
            (np.ones((5, 5)), np.ones(5)),
            (np.ones((5, 1)), np.ones(5)),
            (np.ones((1, 5)), np.ones((5, 5))),
            ([], 0.0),
            ([], np.zeros((0, 3))),
            (np.zeros((3, 0)), np.zeros((0, 3))),
            (np.zeros(0), [1.0]),
            ([[1.0, 1.0], [1.0]], np.ones((2, 2))),
            ([1.0, [1.0]], [1.0, 1.0]),
            ([[1.0], [1.0, 1.0]], np.ones((2, 1))),
        ],
    )
    def test_nothing_is_stretched(self, message_of: MessageOf, actual: Any, expected: Any) -> None:
        """The shape must be the expected one, for empty arrays, single entries and lists too."""
        assert "shape" in message_of(lambda: assert_close(actual, expected))

    @pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf, 10**400, np.float32("inf")])
    def test_values_that_are_not_finite_fail(self, message_of: MessageOf, bad: Any) -> None:
        """NaN and inf fail whatever the tolerance."""
        assert "wanted a finite number" in message_of(lambda: assert_close(bad, 1.0, atol=1e308))
        message_of(lambda: assert_close([0.0, bad], [0.0, 0.0], atol=1e308))

    @pytest.mark.parametrize(
        "options",
        [{"expected": math.nan}, {"expected": math.inf}, {"expected": 1.0, "rtol": math.inf}],
    )
    def test_a_bad_expectation_is_the_checks_mistake(self, options: dict[str, Any]) -> None:
        """An expected value or tolerance that is not finite would judge nothing: ValueError."""
        with pytest.raises(ValueError, match="assert_close got NaN or inf"):
            assert_close(1.0, **options)

    def test_endless_and_shared_lists_end(self, message_of: MessageOf) -> None:
        """A list that holds itself, or doubles at each level, is refused at once."""
        endless: list[Any] = []
        endless.append(endless)
        doubling: Any = [1.0, 1.0]
        for _ in range(60):
            doubling = [doubling, doubling]
        for value in (endless, doubling):
            message_of(lambda value=value: assert_close(value, 1.0))
            message_of(lambda value=value: assert_close(value, np.ones((2, 2))))

    def test_the_value_is_not_changed(self) -> None:
        """The judged array keeps its bytes."""
        value = np.array([1, 2])
        assert_close(value, [1, 2])
        assert value.tolist() == [1, 2]
        assert value.dtype == np.int64

    @pytest.mark.parametrize(
        ("actual", "expected", "message"),
        [
            (np.ones((5, 5)), np.ones(5), "f(x) has shape (5, 5), wanted shape (5,)"),
            (np.ones((1, 1)), 1.0, "f(x) has shape (1, 1), wanted a number"),
            (1.0, np.ones(5), "f(x) is a number, wanted shape (5,)"),
            (
                [[1], [1, 2]],
                np.ones((2, 1)),
                "f(x) is a list of rows of unequal shapes, wanted an array",
            ),
            (None, 1.0, "f(x) is or holds None, wanted real numbers"),
            (True, 1.0, "f(x) is or holds True, wanted real numbers"),
            ("1", 1.0, "f(x) is or holds a value of type str, wanted real numbers"),
            (object(), 1.0, "f(x) is or holds a value of type object, wanted real numbers"),
            (
                np.ones(2, complex),
                [1, 1],
                "f(x) is or holds an array of complex128 of shape (2,), wanted real numbers",
            ),
            (math.nan, 1.0, "f(x) is nan, wanted a finite number"),
            (
                [[1, 2], [math.inf, 0]],
                np.ones((2, 2)),
                "f(x) is inf at [1, 0], wanted a finite number",
            ),
            (434, 433.0, "f(x) is 434.0, wanted 433.0 (off by 1, allowed 3.9e-10)"),
            ([1.0, 2.0], [1.0, 3.0], "f(x) is 2.0 at [1], wanted 3.0 (off by 1, allowed 2.7e-12)"),
            ([5.0, 1.0], [3.0, 0.0], "f(x) is 1.0 at [1], wanted 0.0 (off by 1, allowed 0)"),
        ],
    )
    def test_messages(
        self, message_of: MessageOf, actual: Any, expected: Any, message: str
    ) -> None:
        """One line: what was found, where, and what was wanted."""
        assert message_of(lambda: assert_close(actual, expected, what="f(x)")) == message


class TestAssertScalar:
    def test_returns_the_number(self) -> None:
        """The value comes back as a float, NaN and inf included: closeness is judged elsewhere."""
        assert type(assert_scalar(np.array(3))) is float
        assert math.isnan(assert_scalar(math.nan))
        assert assert_scalar(10**400) == math.inf

    def test_messages(self, message_of: MessageOf) -> None:
        """A vector of one entry is no number."""
        assert (
            message_of(lambda: assert_scalar(np.ones(1), "c"))
            == "c has shape (1,), wanted a number"
        )
        assert message_of(lambda: assert_scalar({}, "c")) == (
            "c is or holds a value of type dict, wanted real numbers"
        )
