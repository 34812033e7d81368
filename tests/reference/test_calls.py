"""Judging truth values and calls: errors, changed arguments, numbers of calls, memory and time."""

from __future__ import annotations

import math
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from mathtx_ref.checking import (
    assert_bool,
    assert_raises_value_error,
    assert_unchanged,
    count_calls,
    measure,
)

MessageOf = Callable[[Callable[[], Any]], str]


class TestAssertBool:
    @pytest.mark.parametrize("kind", [bool, np.bool_, np.array])
    @pytest.mark.parametrize("truth", [True, False])
    def test_bools_of_every_kind(self, message_of: MessageOf, kind: Any, truth: bool) -> None:
        """bool, numpy's bool and a 0-d bool array are judged by their value."""
        assert_bool(kind(truth), truth)
        message = message_of(lambda: assert_bool(kind(truth), not truth, "is_bilinear(f, 2)"))
        assert message == f"is_bilinear(f, 2) is {truth}, wanted {not truth}"

    @pytest.mark.parametrize(
        ("value", "found"),
        [
            (1, "1"),
            (0, "0"),
            (1.0, "1.0"),
            (None, "None"),
            ("True", "a value of type str"),
            (np.int64(1), "a value of type int64"),
            (np.array([True]), "an array of bool of shape (1,)"),
            (np.array(1), "an array of int64 of shape ()"),
            ([True], "a value of type list"),
            (object(), "a value of type object"),
        ],
    )
    def test_truthy_values_are_no_bools(
        self, message_of: MessageOf, value: Any, found: str
    ) -> None:
        """Neither 1 nor [True] nor an object that agrees is a truth value."""
        for truth in (True, False):
            assert message_of(lambda t=truth: assert_bool(value, t, "it")) == (
                f"it is {found}, wanted {truth}"
            )


def raising(error: BaseException) -> Callable[..., Any]:
    def f(*args: Any, **kwargs: Any) -> Any:
        raise error

    return f


class TestAssertRaisesValueError:
    @pytest.mark.parametrize(
        "error", [ValueError("no"), np.linalg.LinAlgError("singular"), UnicodeError()]
    )
    def test_value_errors_pass(self, error: Exception) -> None:
        """ValueError and its subclasses are what is wanted."""
        assert_raises_value_error(raising(error), 1, key=2)

    @pytest.mark.parametrize(
        "error", [TypeError("no"), IndexError(), AssertionError(), Exception()]
    )
    def test_other_errors_fail(self, message_of: MessageOf, error: Exception) -> None:
        """Another exception is named, an AssertionError of the student's too."""
        message = message_of(lambda: assert_raises_value_error(raising(error), what="f(0)"))
        assert message == f"f(0) raised {type(error).__name__}, wanted ValueError"

    @pytest.mark.parametrize(
        ("value", "found"),
        [
            (None, "None"),
            (433.0, "433.0"),
            (-7, "-7"),
            (10**400, "an int of 1329 bits"),
            (np.ones((2, 3)), "an array of float64 of shape (2, 3)"),
            (ValueError("returned"), "a value of type ValueError"),
            (object(), "a value of type object"),
        ],
    )
    def test_a_returned_value_fails(self, message_of: MessageOf, value: Any, found: str) -> None:
        """What was returned instead is said in words."""
        message = message_of(lambda: assert_raises_value_error(lambda: value, what="f(0)"))
        assert message == f"f(0) returned {found}, wanted ValueError"

    def test_values_that_cannot_be_printed(self, message_of: MessageOf, liar: Any) -> None:
        """A lying object is named by its true class, a long integer by its length."""
        call = assert_raises_value_error
        assert message_of(lambda: call(lambda: liar, what="f")) == (
            "f returned a value of type Agrees, wanted ValueError"
        )
        assert message_of(lambda: assert_bool(liar, True, "f")) == (
            "f is a value of type Agrees, wanted True"
        )
        assert message_of(lambda: call(lambda: 10**5000, what="f")) == (
            "f returned an int of 16610 bits, wanted ValueError"
        )

    def test_arguments_are_passed_on(self) -> None:
        """Positional and keyword arguments reach the function."""
        seen: list[Any] = []

        def f(*args: Any, **kwargs: Any) -> None:
            seen.append((args, kwargs))
            raise ValueError

        assert_raises_value_error(f, 1, 2, f=3, what="f")
        assert seen == [((1, 2), {"f": 3})]

    def test_names_of_classes_stay_on_one_line(self, message_of: MessageOf) -> None:
        """A class may be called anything; the message stays one short line."""
        odd = type("line\nbreak " + "x" * 100, (Exception,), {})
        message = message_of(lambda: assert_raises_value_error(raising(odd()), what="f"))
        assert message == "f raised " + ("line break " + "x" * 100)[:60] + ", wanted ValueError"


class TestAssertUnchanged:
    def test_returns_the_value(self) -> None:
        """A function that only reads passes, and its value comes back."""
        x = np.array([1.0, math.nan])
        assert (
            assert_unchanged(lambda a, b, k: b[0] + k["one"], x, [1, (2.0, math.nan)], k={"one": x})
            is not None
        )

    @pytest.mark.parametrize(
        "change",
        [
            lambda a: a.__setitem__(0, 5.0),
            lambda a: a.sort(),
            lambda a: a.__imul__(-1),
            lambda a: setattr(a, "shape", (3, 1)),
            lambda a: a.view(np.int64).__iadd__(1),
            lambda a: a.fill(math.nan),
        ],
    )
    def test_changed_arrays_are_found(
        self, message_of: MessageOf, change: Callable[[Any], Any]
    ) -> None:
        """Values, order, sign, shape and single bits count."""
        assert (
            message_of(lambda: assert_unchanged(lambda x, y: change(y), 1, np.array([3.0, 0, 1])))
            == "the call changed its argument 2, wanted it unchanged"
        )

    @pytest.mark.parametrize(
        ("arg", "change"),
        [
            ([1, 2], lambda a: a.append(3)),
            ([[1, 2], [3]], lambda a: a[0].reverse()),
            ([np.zeros(2)], lambda a: a[0].fill(1)),
            ({"A": np.zeros(2)}, lambda a: a["A"].fill(1)),
            ({"A": 1}, lambda a: a.clear()),
            ([1], lambda a: a.__setitem__(0, object())),
            ([1], lambda a: a.__setitem__(0, 1.0)),
        ],
    )
    def test_changed_containers_are_found(
        self, message_of: MessageOf, arg: Any, change: Callable[[Any], Any]
    ) -> None:
        """Lists and dicts are compared entry by entry, by keyword too."""
        message = message_of(
            lambda: assert_unchanged(lambda *, idx: change(idx), idx=arg, what="f")
        )
        assert message == "f changed its argument idx, wanted it unchanged"

    def test_errors_pass_through(self) -> None:
        """What the function raises is not judged here."""
        with pytest.raises(KeyError):
            assert_unchanged(raising(KeyError()), np.zeros(2))


class TestCountCalls:
    def test_counts_every_call(self) -> None:
        """Calls that raise count, values and arguments pass through, counters are independent."""
        f, g = count_calls(divmod), count_calls(divmod)
        assert f.calls == 0
        assert f(7, 2) == (3, 1)
        with pytest.raises(ZeroDivisionError):
            f(1, 0)
        assert (f.calls, g.calls) == (2, 0)


class TestMeasure:
    def test_peak_bytes_and_seconds(self) -> None:
        """A temporary array counts though only its sum is returned, and work costs CPU time."""
        value, peak, seconds = measure(
            lambda n, *, fill: float(np.full(n, fill).sum()), 10**6, fill=1
        )
        assert value == 1e6
        assert 8e6 <= peak < 9e6
        assert 0 < seconds < 5

    def test_what_was_there_before_does_not_count(self) -> None:
        """A second, smaller call has its own peak."""
        before = np.ones(10**6)
        assert measure(np.ones, 10**5)[1] < 1e6
        assert measure(before.sum)[1] < 1e5

    def test_a_remote_function_measures_itself(self) -> None:
        """Where f has `__measure__`, its answer is taken."""

        class Remote:
            def __measure__(self, *args: Any, **kwargs: Any) -> Any:
                return (args, kwargs), 5, 0.25

        assert measure(Remote(), 1, k=2) == (((1,), {"k": 2}), 5, 0.25)

    def test_tracing_ends_when_the_call_raises(self) -> None:
        """An error passes through and leaves nothing switched on."""
        with pytest.raises(KeyError):
            measure(raising(KeyError()))
        assert not tracemalloc.is_tracing()
