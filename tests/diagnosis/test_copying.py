"""A recorded call can be made again as if for the first time."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from autograder.diagnosis.copying import MAX_BYTES, Copier, TooLarge
from autograder.diagnosis.recording import PER_CHECK, Recorder


def test_arrays_keep_type_order_and_flag() -> None:
    """dtype, strides and the read-only flag of an array are those of its copy."""
    locked = np.arange(3, dtype=np.int8)
    locked.flags.writeable = False
    fortran = np.asfortranarray(np.arange(6.0).reshape(2, 3))
    for array in (locked, fortran, np.arange(12.0).reshape(3, 4)[::2, ::-1], np.empty((0, 3))):
        new = Copier().copy(array)
        assert (new.dtype, new.strides) == (array.dtype, array.strides)
        assert new.flags.writeable == array.flags.writeable
        assert np.array_equal(new, array)
        assert not np.shares_memory(new, array)


def test_what_is_shared_stays_shared() -> None:
    """Aliases, overlapping views and what a callback closes over change together in the copy."""
    array = np.arange(6.0)
    rows = [array, array[2:], array]

    def first() -> float:
        return float(array[2])

    new_rows, new_first = Copier().copy((rows, first))
    assert new_rows[0] is new_rows[2]
    new_rows[1][0] = 99.0
    assert (new_rows[0][2], new_first(), array[2], first()) == (99.0, 99.0, 2.0, 2.0)


def test_a_list_may_hold_itself() -> None:
    """A container that holds itself is copied once."""
    loop: list[object] = [1]
    loop.append(loop)
    new = Copier().copy(loop)
    assert new[1] is new
    assert new is not loop


def test_generators_keep_state_and_seeds() -> None:
    """A copy draws and spawns what the Generator would have, and leaves it where it was."""
    rng = np.random.default_rng(5)
    rng.standard_normal(3)
    copies = [Copier().copy(rng) for _ in range(2)]
    assert copies[0].random() == copies[1].random() == rng.random()
    assert copies[0].spawn(1)[0].random() == rng.spawn(1)[0].random()


def test_callbacks_count_anew() -> None:
    """Cells, attributes, defaults, partials and bound methods start again in each copy."""

    def make():
        seen = []

        def counting(x, log=[]):  # noqa: B006 - what is tested
            seen.append(x)
            log.append(x)
            counting.calls += 1
            return len(seen), len(log), counting.calls

        counting.calls = 0
        return counting

    function = make()
    copier = Copier()
    snapshot, through = copier.copy((function, partial(function, 7)))
    function(1)
    for _ in range(2):
        again = Copier()
        counting, calling = again.copy((snapshot, through))
        assert counting(1) == (1, 1, 1)
        assert calling() == (2, 2, 2)
    rng = np.random.default_rng(1)
    assert Copier().copy(rng.random)() == Copier().copy(rng.random)() == rng.random()


def test_effects_are_those_of_arguments_alone() -> None:
    """Arguments are watched in their order; what only a callback holds is its own affair."""
    inner = np.zeros(2)
    copier = Copier()
    copier.copy(([np.ones(1)], {"a": 1}, lambda: inner))
    assert [type(old).__name__ for old, _ in copier.changeable] == ["list", "ndarray", "dict"]


def test_large_calls_and_more_than_enough_are_not_kept() -> None:
    """A call above the size limit is made and forgotten, and a check is cut at its limit."""
    with pytest.raises(TooLarge):
        Copier().copy(np.zeros(MAX_BYTES // 8 + 1))
    recorder = Recorder()
    recorder.next_check()
    double = recorder.wrap("double", lambda x: 2 * x)
    assert double(np.ones(MAX_BYTES)).sum() == 2 * MAX_BYTES
    assert recorder.calls == ()
    for number in range(PER_CHECK + 5):
        assert double(number) == 2 * number
    assert len(recorder.calls) == PER_CHECK


def test_a_call_is_kept_as_it_was_before() -> None:
    """What the function does to its arguments, and what raises, is recorded as it was given."""
    recorder = Recorder()
    recorder.next_check()

    def spoil(x):
        x[0] = 7
        raise ValueError("no")

    given = [1, 2]
    with pytest.raises(ValueError, match="no"):
        recorder.wrap("spoil", spoil)(given)
    assert given == [7, 2]
    assert recorder.calls[0].args == ([1, 2],)


def test_calls_inside_calls_and_calls_of_chance_are_not_kept() -> None:
    """A callback that asks the answer, and a Generator made from nothing, cannot be replayed."""
    recorder = Recorder()
    recorder.next_check()
    square = recorder.wrap("square", lambda x: x * x)
    outer = recorder.wrap("outer", lambda f: f(3))
    assert outer(square) == 9
    chance = recorder.wrap("chance", lambda: np.random.default_rng().random())
    chance()
    seeded = recorder.wrap("seeded", lambda: np.random.default_rng(1).random())
    seeded()
    assert [call.target for call in recorder.calls] == ["outer", "seeded"]


def test_the_first_calls_of_all_checks_come_first() -> None:
    """Calls are in rounds over the checks."""
    recorder = Recorder()
    f = recorder.wrap("f", lambda x: x)
    for check in ("ab", "c", "def"):
        recorder.next_check()
        for letter in check:
            f(letter)
    assert "".join(call.args[0] for call in recorder.calls) == "acdbef"
    assert f.__measure__("x")[1:] == (0, 0.0)
