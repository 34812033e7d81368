"""There and back: what a student's code does to its arguments is done to the check's own."""

from __future__ import annotations

import random
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from autograder.boundary.changes import Watch, read_changes
from autograder.boundary.decoder import Decoder
from autograder.boundary.encoder import Encoder
from tests.boundary.crossing import CAPS, Everything, hand_out, same, to_student

KINDS = ["<f8", ">f8", "<f4", "<i8", ">i2", "|u1", "|b1", "<c16", "<f2", "<U3", "|S2"]
BITS = ["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"]
QUIET = np.frombuffer(np.uint64(0x7FF8DEADBEEF0001).tobytes())[0]


def made(source: random.Random) -> list[Any]:
    """Arrays that share memory, lists that share arrays, Generators, each perhaps several times."""
    pool: list[Any] = []
    for _ in range(source.randrange(1, 4)):
        base = np.arange(24).astype(source.choice(KINDS)).reshape(source.choice([24, (4, 6)]))
        cut = source.choice([np.s_[::-1], np.s_[1:], np.s_[::2], np.s_[..., 2:5], np.s_[:0]])
        pool += [base, base[cut], base.T, np.asfortranarray(base)]
    pool += [np.array(3.5), np.full(3, QUIET), np.random.Generator(pick_bits(source))]
    for array in source.sample(pool[:4], 2):
        array.flags.writeable = source.random() < 0.5
    pool.append([source.choice(pool), 1, "text"])
    pool.append([source.choice(pool), {"key": source.choice(pool)}])
    return [source.choice(pool) for _ in range(source.randrange(1, 7))]


def pick_bits(source: random.Random) -> Any:
    return getattr(np.random, source.choice(BITS))(source.randrange(9))


def work_on(values: list[Any], source: random.Random) -> None:
    """Something that a student's code may do."""
    for value in values:
        if source.random() < 0.4:
            continue
        number = source.randrange(2)
        if isinstance(value, np.random.Generator):
            value.random(source.randrange(9), dtype=np.float32)
        elif isinstance(value, np.ndarray) and value.size and value.flags.writeable:
            value[
                (source.randrange(2),) * value.ndim if value.ndim and min(value.shape) > 1 else ...
            ] = number
        elif type(value) is list:
            value.append(number)


@pytest.mark.parametrize("first", range(0, 600, 200))
def test_arguments_come_back_as_the_call_left_them(first: int) -> None:
    """Contents to the last bit, and which of them are one object or one piece of memory."""
    for seed in range(first, first + 200):
        here, model = made(random.Random(seed)), made(random.Random(seed))
        there, decoder, encoder = to_student(here)
        assert all(map(same_or_alike, there, here)), seed
        assert shared(there) == shared(here), seed
        watch = Watch(decoder)
        work_on(there, random.Random(seed))
        work_on(model, random.Random(seed))
        back = Encoder(CAPS, hand_out, share=False, objects=watch.objects)
        watch.write(back)
        reply = Decoder(back.frame(), CAPS, Everything(), sharing=False)
        reply.objects = encoder.objects
        read_changes(reply, encoder.objects)()
        reply.finish()
        assert all(map(same_or_alike, here, model)), seed


def same_or_alike(a: Any, b: Any) -> bool:
    """`same`, for Generators too."""
    if isinstance(a, np.random.Generator):
        return type(b) is type(a) and repr(a.bit_generator.state) == repr(b.bit_generator.state)
    if type(a) in (list, dict):
        parts = [list(x.values()) if type(x) is dict else x for x in (a, b)]
        return len(a) == len(b) and all(map(same_or_alike, *parts))
    writable = not isinstance(a, np.ndarray) or a.flags.writeable == b.flags.writeable
    return same(a, b) and writable


def shared(values: list[Any]) -> list[tuple[bool, bool]]:
    """For each two of them: one object? one memory?"""
    return [
        (a is b, isinstance(a, np.ndarray) and isinstance(b, np.ndarray) and np.shares_memory(a, b))
        for a, b in combinations(values, 2)
    ]
