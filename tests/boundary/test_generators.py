"""A Generator arrives in the state it was in, and can come back in another."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.random import MT19937, PCG64, PCG64DXSM, SFC64, Generator, Philox, SeedSequence

from autograder.boundary.generators import advance, generator_tokens, read_generator
from autograder.errors import CodecError
from tests.boundary.crossing import DIRECTIONS

CLASSES = [MT19937, PCG64, PCG64DXSM, Philox, SFC64]
each_class = pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)


def used(kind: Any, seed: Any = 3) -> Generator:
    rng = Generator(kind(seed))
    rng.random(dtype=np.float32)
    rng.integers(5, size=7, dtype=np.uint32)
    rng.spawn(2)
    return rng


@each_class
@pytest.mark.parametrize("cross", DIRECTIONS.values(), ids=DIRECTIONS.keys())
def test_it_goes_on_where_it_was(kind: Any, cross: Any) -> None:
    """Same draws, same children, after a copy in mid-stream."""
    here = used(kind)
    there = cross(here)
    assert (here.random(9) == there.random(9)).all()
    assert here.integers(9, dtype=np.uint32) == there.integers(9, dtype=np.uint32)
    first, second = here.spawn(1)[0], there.spawn(1)[0]
    assert first.random() == second.random()


@pytest.mark.parametrize(
    "seed",
    [
        0,
        2**100,
        np.int64(5),
        [1, 2, 3],
        [7],
        np.array([1, 2]),
        SeedSequence(3, spawn_key=(4, 5)),
        SeedSequence(1, pool_size=8),
    ],
    ids=repr,
)
def test_its_seeds_cross(seed: Any) -> None:
    """However it was seeded, its children agree."""
    here = Generator(PCG64(seed))
    there = DIRECTIONS["to the student"](here)
    assert here.spawn(1)[0].random() == there.spawn(1)[0].random()


@each_class
def test_it_is_brought_where_its_copy_has_come(kind: Any) -> None:
    """What the student drew and spawned has been drawn and spawned here too."""
    here, there = used(kind), used(kind)
    there.random(100)
    there.spawn(3)
    advance(here, there)
    assert here.random() == there.random()
    assert here.spawn(1)[0].random() == there.spawn(1)[0].random()


@each_class
@given(data=st.data())
def test_a_state_out_of_range_is_refused(kind: Any, data: st.DataObject) -> None:
    """numpy would read beyond the state's end; every mangled token is refused or harmless."""
    tokens = generator_tokens(used(kind))
    place = data.draw(st.integers(0, len(tokens) - 1))
    bad = [-1, 5, 10**6, 2**40, True, None, "PCG64", 1.5, b"", b"1" * 32, b"1" * 10_000]
    tokens[place] = data.draw(st.sampled_from(bad))
    source = iter([*tokens, 0, 0])
    try:
        rng = read_generator(lambda: next(source))
    except CodecError:
        return
    assert 0 <= rng.random() < 1


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (PCG64, {"state": {"state": 0, "inc": 0}}),
        (PCG64, {"state": {"state": 2**64, "inc": 2**127}}),
        (PCG64DXSM, {"state": {"state": 0, "inc": 2}}),
        (MT19937, {"state": {"key": np.zeros(624, np.uint32), "pos": 624}}),
        (MT19937, {"state": {"key": np.eye(1, 624, dtype=np.uint32)[0], "pos": 0}}),
    ],
    ids=["zero", "even", "even DXSM", "zeros", "nearly zeros"],
)
def test_a_state_that_is_never_left_is_refused(kind: Any, change: dict[str, Any]) -> None:
    """A check that draws on from such a Generator would get one number for ever."""
    rng = used(kind)
    rng.bit_generator.state = rng.bit_generator.state | change
    tokens = iter(generator_tokens(rng))
    with pytest.raises(CodecError, match="a state that it never leaves"):
        read_generator(lambda: next(tokens))


def test_a_copy_with_a_million_children_is_refused() -> None:
    """Spawning them here would take too long."""
    here = Generator(PCG64(1))
    there = Generator(PCG64(SeedSequence(1, n_children_spawned=10**6)))
    with pytest.raises(CodecError, match="an unbelievable number of children"):
        advance(here, there)
