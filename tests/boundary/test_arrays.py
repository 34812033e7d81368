"""Array arguments keep their layout, their flags and what they share."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.boundary.crossing import same, to_student

BASE = np.arange(120, dtype=np.int32).reshape(4, 5, 6)
INDEX = st.one_of(
    st.integers(0, 3),
    st.builds(
        slice,
        st.none() | st.integers(-4, 4),
        st.none() | st.integers(-4, 4),
        st.sampled_from([None, 1, 2, 3, -1, -2]),
    ),
)


@given(
    indices=st.lists(st.tuples(INDEX, INDEX, INDEX), min_size=1, max_size=4),
    axes=st.permutations(range(3)),
)
def test_views_stay_views(indices: list[Any], axes: list[int]) -> None:
    """Strides survive, and two views share an element there exactly when they do so here."""
    sent = [np.asarray(BASE.transpose(axes)[index]) for index in indices]
    arrived, _, _ = to_student(sent)
    for here, there in zip(sent, arrived, strict=True):
        assert same(here, there)
        if here.size > 1 and not here.flags.forc:
            assert here.strides == there.strides or _is_sparse(here)
    for i, first in enumerate(sent):
        for j, second in enumerate(sent[:i]):
            if np.shares_memory(first, second) and not _is_sparse(first, second):
                assert np.shares_memory(arrived[i], arrived[j])
            if not np.shares_memory(first, second):
                assert not np.shares_memory(arrived[i], arrived[j])


def _is_sparse(*arrays: np.ndarray) -> bool:
    """Whether a copy may have been sent instead."""
    return 4 * sum(array.nbytes for array in arrays) < BASE.nbytes


def test_a_write_through_one_view_is_seen_through_the_other() -> None:
    """x and x[::-1] are one piece of memory on both sides."""
    x = np.arange(5.0)
    (a, b), _, _ = to_student([x, x[::-1]])
    a[0] = 7
    assert b[-1] == 7


def test_the_same_array_twice_is_one_array() -> None:
    """f(x, x) gets one object."""
    x = np.ones(3)
    (a, b), _, _ = to_student([x, x])
    assert a is b


def test_views_of_different_types_share() -> None:
    """A float64 array and its bytes, the latter from an odd address."""
    x = np.arange(4.0)
    (a, b), _, _ = to_student([x, x.view(np.uint8)[9:]])
    assert same(b, x.view(np.uint8)[9:])
    assert a.flags.aligned
    assert np.shares_memory(a, b)


def test_what_lies_between_a_views_elements_stays_here() -> None:
    """A column of a table brings no other column with it."""
    table = np.array([[1, 77], [2, 77], [3, 77]], np.uint8)
    (column,), decoder, _ = to_student([table[:, 0]])
    assert column.tolist() == [1, 2, 3]
    assert not any(77 in token for token in decoder.tokens if type(token) is bytes)


def test_a_few_elements_of_a_large_array_are_copied() -> None:
    """The frame holds the data, not the span."""
    (corner,), decoder, _ = to_student([np.ones((1000, 1000))[:2, :2]])
    assert same(corner, np.ones((2, 2)))
    assert sum(len(t) for t in decoder.tokens if type(t) is bytes) < 100


@pytest.mark.parametrize("make", [np.ones, lambda n: np.ones((n, n))[::2]])
def test_read_only_stays_read_only(make: Any) -> None:
    """Writing to it fails in the student's code as it would here."""
    array = make(6)
    array.flags.writeable = False
    (arrived,), _, _ = to_student([array])
    with pytest.raises(ValueError, match="read-only"):
        arrived[...] = 0


def test_broadcast_arrays_stay_small() -> None:
    """A million zeros that are one zero travel as one."""
    (arrived,), decoder, _ = to_student([np.broadcast_to(0.5, (1000, 1000))])
    assert arrived.strides == (0, 0)
    assert sum(len(t) for t in decoder.tokens if type(t) is bytes) < 100


def test_an_array_of_its_own_owns_its_memory() -> None:
    """So that in-place operations that need it work."""
    (arrived,), _, _ = to_student([np.ones((3, 2))])
    assert arrived.flags.owndata
