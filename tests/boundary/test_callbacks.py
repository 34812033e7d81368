"""A check's function can be called by the student's code."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.boundary.callbacks import DEPTH
from autograder.errors import CodecError
from tests.boundary.conftest import Start


class ChecksOwnError(ValueError):
    pass


def fails(*_: Any) -> None:
    raise ChecksOwnError("from the check")


def test_it_gets_values_and_returns_values(start: Start) -> None:
    """By position and by name, with types."""
    f = start("def f(g): return g(np.eye(2), k=(1, 'a')), type(g(1, k=2)).__name__").proxy("f")
    seen: list[Any] = []

    def g(a: Any, *, k: Any) -> Any:
        seen.append((a, k))
        return np.float32(3)

    assert f(g) == (np.float32(3), "float32")
    assert seen[0][0].tolist() == [[1, 0], [0, 1]]
    assert seen[0][1] == (1, "a")


def test_what_it_changes_is_changed_in_the_students_process(start: Start) -> None:
    """A form that overwrites its arguments, a function that draws from a Generator."""
    f = start(
        """
def f(g):
    x, items, rng = np.arange(3.0), [1], np.random.default_rng(5)
    g(x, items, rng)
    return x, items, rng.random()
"""
    ).proxy("f")

    def g(x: Any, items: Any, rng: Any) -> None:
        x *= 0
        items.append(2)
        rng.random(2)

    x, items, draw = f(g)
    assert x.tolist() == [0, 0, 0]
    assert items == [1, 2]
    assert draw == np.random.default_rng(5).random(3)[2]


def test_it_gets_the_same_array_as_one(start: Start) -> None:
    """g(x, x) shares here what it shares there."""
    f = start("def f(g):\n    x = np.ones(2)\n    return g(x, x)").proxy("f")
    assert f(lambda a, b: a is b) is True


def test_it_gets_views_as_values_and_read_only_as_read_only(start: Start) -> None:
    """A row of a matrix; changes go back into the matrix."""
    f = start("def f(g):\n    A = np.zeros((2, 2))\n    g(A[:, 1])\n    return A").proxy("f")

    def g(x: Any) -> None:
        x += 1

    assert f(g).tolist() == [[0, 1], [0, 1]]
    f = start("def f(g):\n    return g(np.broadcast_to(1.0, 3))").proxy("f")
    assert f(lambda x: bool(x.flags.writeable)) is False


def test_its_exception_can_be_handled_by_the_student(start: Start) -> None:
    """With the built-in class it has."""
    f = start(
        "def f(g):\n    try:\n        g(1)\n    except ValueError as e:\n        return str(e)"
    ).proxy("f")
    assert f(fails) == "from the check"


def test_its_exception_comes_through_as_itself(start: Start) -> None:
    """Unhandled, it reaches the check as the object that was raised."""
    f = start("def f(g): return g(1)").proxy("f")
    error = ChecksOwnError("mine")

    def g(_: Any) -> None:
        raise error

    with pytest.raises(ChecksOwnError) as caught:
        f(g)
    assert caught.value is error


def test_it_may_call_the_students_function_again(start: Start) -> None:
    """Recursion across the boundary, to a depth; then a RecursionError in the student's code."""
    session = start("def f(g, n): return n if n == 0 else g(n - 1) + 1")
    f = session.proxy("f")

    def g(n: int) -> Any:
        return f(g, n)

    assert f(g, 10) == 10
    with pytest.raises(RecursionError, match=f"more than {DEPTH} deep"):
        f(g, 100)
    assert f(g, 2) == 2


def test_the_students_function_may_be_the_function(start: Start) -> None:
    """One proxy handed to another."""
    session = start("def double(x): return 2 * x", "def twice(f, x): return f(f(x))")
    assert session.proxy("twice")(session.proxy("double"), 3) == 12


@pytest.mark.parametrize("value", [{1}, object(), np.float64], ids=["set", "object", "class"])
def test_a_result_that_cannot_cross_is_the_checks_mistake(start: Start, value: Any) -> None:
    """Whatever the student's code makes of it, the check is told."""
    session = start(
        "def f(g):\n    try:\n        return g()\n    except Exception:\n        return 'handled'"
    )
    with pytest.raises(CodecError, match="a check's function did what cannot cross"):
        session.proxy("f")(lambda: value)
    assert session.proxy("f")(lambda: 3) == 3


def test_what_the_student_cannot_hand_over_is_their_error(start: Start) -> None:
    """Too large, or too deep: a TypeError where the function was called."""
    session = start(
        "def f(g):\n    try:\n        g(np.zeros(2_000_000))\n"
        "    except TypeError as e:\n        return str(e)"
    )
    assert "the given function cannot take this: the value takes" in session.proxy("f")(len)


def test_odd_arguments_arrive_inert(start: Start) -> None:
    """A lying object is no number for the check's function either."""
    f = start("class Liar(float): pass\ndef f(g): return g(Liar(1))").proxy("f")
    with pytest.raises(TypeError, match="a value of type Liar cannot be judged"):
        f(lambda x: x + 1)


def test_it_cannot_be_called_when_nothing_waits(start: Start) -> None:
    """Kept from an earlier call, it works in a later one; from a cell or a thread it does not."""
    session = start(
        """
import threading
kept = []
def f(g=None):
    if g is not None:
        kept.append(g)
    return kept[0](5)
def in_thread():
    said = []
    def work():
        try:
            kept[0](1)
        except RuntimeError as error:
            said.append(str(error))
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return said
"""
    )
    f = session.proxy("f")
    assert f(lambda x: x + 1) == 6
    assert f() == 6
    assert session.proxy("in_thread")() == [
        "the given function can be called only while a call of yours is being answered"
    ]
    session.forget_functions()
    with pytest.raises(RuntimeError, match="not handed out"):
        f()


def test_it_keeps_its_name_to_itself(start: Start) -> None:
    """A name may tell what a hidden check is about."""

    def secret_trap(x: Any) -> Any:
        return x

    assert start("def f(g): return g.__name__, repr(g)").proxy("f")(secret_trap)[0] == "function"
