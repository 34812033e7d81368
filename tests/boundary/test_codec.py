"""Plain values cross unchanged in both directions; others cross as nothing that could be judged."""

from __future__ import annotations

import math
from collections import OrderedDict, namedtuple
from collections.abc import Callable
from decimal import Decimal
from enum import IntEnum
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from autograder.boundary.codec import Caps
from autograder.boundary.opaque import Opaque
from autograder.errors import CodecError
from tests.boundary.crossing import DIRECTIONS, same, to_student, to_trusted

DTYPES = st.one_of(
    hnp.boolean_dtypes(),
    hnp.integer_dtypes(endianness="?"),
    hnp.unsigned_integer_dtypes(endianness="?"),
    hnp.floating_dtypes(endianness="?", sizes=(16, 32, 64, 128)),
    hnp.complex_number_dtypes(endianness="?"),
    hnp.unicode_string_dtypes(endianness="?", max_len=5),
    hnp.byte_string_dtypes(max_len=5),
)
ARRAYS = DTYPES.flatmap(
    lambda dtype: hnp.arrays(dtype, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0))
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-(2**200), 2**200),
    st.floats(),
    st.complex_numbers(),
    st.text(),
    st.binary(),
    DTYPES.filter(lambda dtype: dtype.kind not in "US").map(lambda dtype: dtype.type(1)),
    st.text().map(np.str_),
)
KEYS = st.one_of(st.integers(), st.text(), st.tuples(st.integers(), st.text()), st.floats())
VALUES = st.recursive(
    SCALARS | ARRAYS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.lists(inner, max_size=5).map(tuple),
        st.dictionaries(KEYS, inner, max_size=5),
    ),
    max_leaves=12,
)
both_ways = pytest.mark.parametrize("cross", DIRECTIONS.values(), ids=DIRECTIONS.keys())


@both_ways
@given(value=VALUES)
def test_a_plain_value_arrives_as_it_was(cross: Callable[[Any], Any], value: Any) -> None:
    """Types, bits, shapes and nesting survive."""
    assert same(cross(value), value)


@both_ways
@pytest.mark.parametrize(
    "value",
    [
        -0.0,
        math.inf,
        2**63,
        2**64 - 1,
        2**64,
        -(2**63) - 1,
        10**4000,
        "\ud800",
        "a\0",
        (),
        [],
        {},
        {1: 2, "1": 3, (1, None): 4, np.int64(7): 5},
        True,
        np.bool_(True),
        np.float32(0.1),
        np.longdouble(1) / 3,
        np.array(3.5),
        np.zeros((0, 3)),
        np.asfortranarray(np.eye(3)),
        np.frombuffer(np.uint64(0x7FF8DEADBEEF0001).tobytes())[0],
    ],
    ids=lambda value: repr(value)[:30],
)
def test_the_awkward_ones_too(cross: Callable[[Any], Any], value: Any) -> None:
    """Signed zero, long ints, lone surrogates, 0-d arrays, NaN payloads."""
    assert same(cross(value), value)


def test_memory_order_comes_back() -> None:
    """A result's memory order is the one it was made with."""
    assert to_trusted(np.asfortranarray(np.ones((2, 3)))).flags.f_contiguous
    assert to_trusted(np.ones((2, 3))).flags.c_contiguous
    assert to_trusted(np.ones((4, 4))[::2, ::-1]).flags.c_contiguous


class MyFloat(float):
    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class Size(IntEnum):
    BIG = 1


Pair = namedtuple("Pair", "a b")


@pytest.mark.parametrize(
    "value",
    [
        MyFloat(1),
        Size.BIG,
        Pair(1, 2),
        OrderedDict(),
        {Decimal(1): 2},
        {1},
        range(3),
        slice(1),
        iter([]),
        object(),
        bytearray(b"x"),
        np.array([None]),
        np.zeros(2, "i4,f8"),
        np.array(["2020"], "M8[D]"),
        np.datetime64("2020"),
        np.ma.array([1]),
        np.random.RandomState(0),
    ],
    ids=lambda value: type(value).__name__,
)
def test_anything_else_arrives_as_something_inert(value: Any) -> None:
    """Subclasses, object arrays, sets, iterators: none of them is judged, alone or in a list."""
    assert type(to_trusted(value)) is Opaque
    assert type(to_trusted([value])[0]) is Opaque


def test_named_results_of_numpy_are_tuples() -> None:
    """`return np.linalg.eigh(A)` is as good as a plain tuple."""
    result = to_trusted(np.linalg.eigh(np.eye(2)))
    assert type(result) is tuple
    assert [type(part) for part in result] == [np.ndarray, np.ndarray]


def test_a_bool_array_with_other_bytes_means_true() -> None:
    """numpy itself would compare such bytes as it likes."""
    odd = np.array([0, 1, 2, 255], np.uint8).view(np.bool_)
    assert to_trusted(odd).tobytes() == b"\0\1\1\1"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (np.zeros(200_000), "the value takes 1.5 MiB; at most 1 MiB may cross"),
        (np.broadcast_to(1.0, (10**6, 10**6)), "the value takes 7,629,394.5 MiB"),
        ("a" * (1 << 21), "the value takes 2.0 MiB"),
        ([0] * 3_000_000, "the value has over 2,000,000 parts"),
        (1 << 70_000, "an int has 70,001 bits; at most 65,536 may cross"),
    ],
    ids=["array", "broadcast", "text", "list", "int"],
)
def test_what_is_too_large_is_refused_before_it_is_copied(value: Any, words: str) -> None:
    """The message says how large it is and how large it may be."""
    with pytest.raises(CodecError, match=words):
        to_trusted(value)


def test_what_nests_too_deep_is_refused() -> None:
    """A list that holds itself is endless to those who compare it."""
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(CodecError, match="nested more than 50 deep"):
        to_trusted(endless)


def test_the_same_list_twice_is_two_lists_for_the_trusted_side() -> None:
    """Shared lists could unfold to an endless value; they are written out, and counted."""
    shared: Any = [1]
    for _ in range(30):
        shared = [shared, shared]
    with pytest.raises(CodecError, match="parts"):
        to_trusted(shared, Caps())


def test_arguments_keep_what_they_share() -> None:
    """The same list twice is one list in the student's process, even inside itself."""
    inner: list[Any] = [1]
    outer: list[Any] = [inner, inner]
    outer.append(outer)
    (arrived, again), _, _ = to_student([outer, inner])
    assert arrived[0] is arrived[1] is again
    assert arrived[2] is arrived
