"""Whatever bytes arrive, decoding ends in a value or in CodecError, in little memory."""

from __future__ import annotations

import random
import tracemalloc
from typing import Any

import msgpack
import numpy as np
import pytest

from autograder.boundary import codec
from autograder.boundary.changes import read_changes
from autograder.boundary.codec import Caps, pack, unpack
from autograder.boundary.decoder import Decoder
from autograder.boundary.encoder import Encoder
from autograder.boundary.failures import read_failure, rebuild
from autograder.errors import CodecError
from tests.boundary.crossing import CAPS, Everything, hand_out

TAGS = [value for value in vars(codec).values() if type(value) is bytes]
SAMPLES: list[Any] = [
    [1, 2.5, "text", b"bytes", None, True, 1 + 2j, 10**30, -(10**30)],
    {"a": (1, [2]), 3: {"b": np.arange(6.0).reshape(2, 3)}},
    [np.float32(1), np.bool_(True), np.array(["ab", "c"]), np.array([b"x"]), np.eye(3, order="F")],
    [np.random.default_rng(1), np.random.Generator(np.random.MT19937(1)), set(), print],
]
DTYPE_NAMES = [
    "<f8",
    "|b1",
    "<U2",
    "|S3",
    "|O8",
    "<M8[D]",
    "<U0",
    "|V8",
    "<f16",
    ">c16",
    "<U99999999",
]


def decode(body: bytes, *, sharing: bool = False) -> None:
    """All that a frame can be read as."""
    try:
        decoder = Decoder(body, CAPS, Everything(), sharing=sharing)
        decoder.objects = [np.zeros(3), [1], {}, np.random.default_rng(0)]
        decoder.numbering = sharing
        decoder.value()
        apply_changes = read_changes(decoder, decoder.objects[:4])
        apply_changes()
        rebuild(read_failure(decoder))
        decoder.finish()
    except CodecError:
        pass


def test_random_bytes() -> None:
    """Twenty thousand of them."""
    source = random.Random(1)
    for _ in range(20_000):
        decode(source.randbytes(source.randrange(60)))


def test_damaged_frames() -> None:
    """Real frames with bytes changed, cut out, put in or cut off: twenty thousand."""
    source = random.Random(2)
    bodies = []
    for sample in SAMPLES:
        encoder = Encoder(CAPS, hand_out, share=False)
        encoder.value(sample)
        encoder.tokens += [1, 0, codec.ARRAY, "<f8", 1, 3, 0, bytes(24)]
        encoder.tokens += ["ValueError", "Mine", "text", 1, 2, "code", None]
        bodies.append(encoder.frame())
    for _ in range(20_000):
        body = bytearray(source.choice(bodies))
        for _ in range(source.randrange(1, 4)):
            place = source.randrange(len(body) or 1)
            change = source.randrange(4)
            if change == 0 and body:
                body[place] = source.randrange(256)
            elif change == 1:
                del body[place : place + source.randrange(1, 9)]
            elif change == 2:
                body[place:place] = source.randbytes(source.randrange(1, 9))
            else:
                del body[max(place, 1) :]
        decode(bytes(body), sharing=source.random() < 0.2)


def test_frames_of_the_right_kind_that_mean_nothing() -> None:
    """Tags and tokens in any order, thirty thousand: nearest to what an attacker would send."""
    source = random.Random(3)
    numbers = [0, 1, 2, 3, 4, 8, 24, 1000, 2**31, 2**63 - 1, 2**64 - 1, -1, -(2**63)]
    names = ["PCG64", "MT19937", "Philox", "SFC64", "U", "S", "", "ValueError", "x" * 100]

    def token() -> Any:
        kind = source.random()
        if kind < 0.45:
            return source.choice(TAGS)
        if kind < 0.75:
            return source.choice(numbers)
        if kind < 0.85:
            return source.choice(DTYPE_NAMES + names)
        if kind < 0.93:
            return source.randbytes(source.choice([0, 1, 8, 16, 24, 32, 2496]))
        return source.choice([None, True, False, 1.5, float("nan")])

    for _ in range(30_000):
        decode(pack([token() for _ in range(source.randrange(1, 25))], CAPS))


@pytest.mark.parametrize(
    "shape",
    [
        [2**40],
        [2**62, 4],
        [0, 2**62],
        [2**20] * 30,
        [2**64 - 1],
        [-1],
        [3],
        [True],
        [1.0],
        [1] * 33,
    ],
    ids=repr,
)
def test_a_lying_shape_takes_no_memory(shape: list[Any]) -> None:
    """Shape times item size is compared with the bytes that are there."""
    body = pack([codec.ARRAY, "<f8", len(shape), *shape, 0, bytes(8)], CAPS)
    _refused_cheaply(body)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xdd\xff\xff\xff\xff",
        b"\xdd\xff\xff\xff\xff" * 1000,
        b"\x91" * 5000,
        b"\x91\xc6\xff\xff\xff\xff",
        b"\x91\xc9\xff\xff\xff\xff\0",
        b"\x91\xdb\xff\xff\xff\xff",
        b"\x91\xdf\xff\xff\xff\xff",
        msgpack.packb([codec.LIST, 2**31]),
        msgpack.packb([[1]]),
        msgpack.packb([{}]),
        msgpack.packb([msgpack.Timestamp(1)]),
    ],
    ids=range(12),
)
def test_a_lying_length_takes_no_memory(body: bytes) -> None:
    """Lengths beyond the frame, nesting in msgpack itself, extensions."""
    _refused_cheaply(body)


def _refused_cheaply(body: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(CodecError):
            Decoder(body, CAPS, Everything(), sharing=False).value()
        assert tracemalloc.get_traced_memory()[1] < 1 << 20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("tokens", "words"),
    [
        ([codec.ARRAY, "|b1", 1, 1, 0, b"\2"], "neither 0 nor 1"),
        ([codec.SCALAR, "|b1", b"\2"], "neither 0 nor 1"),
        ([codec.ARRAY, "<U1", 1, 1, 0, b"\0\0\x11\0"], "no character"),
        ([codec.ARRAY, "|O8", 1, 1, 0, bytes(8)], "a dtype that may not cross"),
        ([codec.DICT, 4, 1, 2, True, 3], "a key twice"),
        ([codec.DICT, 2, codec.LIST, 0, 1], "a key that may not cross"),
        ([codec.DICT, 1, 1], "a key that may not cross"),
        ([codec.VIEW, "<f8", 1, 1, 8, 0, 0, 0, bytes(8)], "shares memory"),
        ([codec.LIST, 1, codec.REFERENCE, 1], "a list inside another"),
        ([codec.REFERENCE, 4], "something other than a count"),
        ([codec.YOURS, 0], "nothing was handed out"),
        ([b"Z"], "an unknown tag"),
        ([codec.LIST, 1] * 60 + [0], "nests too deep"),
    ],
)
def test_a_value_that_lies_is_refused(tokens: list[Any], words: str) -> None:
    """Each with its own words."""
    decoder = Decoder(pack(tokens, CAPS), CAPS, Everything(), sharing=False)
    decoder.objects = [np.zeros(3), [1]]
    with pytest.raises(CodecError, match=words):
        decoder.value()


def test_a_dict_with_thousands_of_equal_hashes_is_refused() -> None:
    """It would take minutes to build; the hash of an int is the student's to choose."""
    keys = [n * (2**61 - 1) for n in range(4)] * 5_000
    tokens: list[Any] = [
        codec.DICT,
        2 * len(keys),
        *(part for key in keys for part in (key % 2**63, 0)),
    ]
    with pytest.raises(CodecError, match="over 10,000 keys that are no text"):
        Decoder(pack(tokens, CAPS), CAPS, Everything(), sharing=False).value()


def test_a_long_text_in_a_long_list_is_refused() -> None:
    """numpy would give each item of the list the length of the longest."""
    tokens: list[Any] = [codec.LIST, 101, *["a"] * 100, "b" * 20_000]
    with pytest.raises(CodecError, match="a long text among many values"):
        Decoder(pack(tokens, CAPS), CAPS, Everything(), sharing=False).value()


def test_the_same_large_array_over_and_over_is_refused() -> None:
    """References are cheap to send and dear to unfold."""
    tokens: list[Any] = [codec.LIST, 20, *[codec.REFERENCE, 0] * 20]
    decoder = Decoder(pack(tokens, CAPS), CAPS, Everything(), sharing=False)
    decoder.objects = [np.zeros(10_000)]
    with pytest.raises(CodecError, match="the same arrays too often"):
        decoder.value()


def test_a_frame_above_the_cap_is_refused() -> None:
    """Before it is looked at."""
    with pytest.raises(CodecError, match="more than 0 MiB"):
        unpack(bytes(2000), Caps(frame_bytes=1000))


@pytest.mark.parametrize("place", range(1, 5))
@pytest.mark.parametrize("wrong", [True, 1.0, -1, None, "1", b"1", 2**63 + 1])
def test_what_equals_a_count_is_none(place: int, wrong: Any) -> None:
    """An array of the same layout came before: what is remembered of it decides nothing."""
    tokens: list[Any] = [codec.ARRAY, "<f8", 2, 1, 1, 1, bytes(8)]
    for _ in range(2):
        found = Decoder(pack(tokens, CAPS), CAPS, Everything(), sharing=False).value()
        assert found.shape == (1, 1)
        spoiled = [*tokens[: place + 1], wrong, *tokens[place + 2 :]]
        with pytest.raises(CodecError):
            Decoder(pack(spoiled, CAPS), CAPS, Everything(), sharing=False).value()


def test_layouts_that_are_remembered_take_little_memory() -> None:
    """However many there are, and however long the name of the dtype is that did not pass."""
    tracemalloc.start()
    try:
        for number in range(20_000):
            of = "<f8" if number % 2 else f"{number}" * 2_000
            tokens: list[Any] = [codec.ARRAY, of, 2, number, 0, 0, b""]
            try:
                Decoder(pack(tokens, CAPS), CAPS, Everything(), sharing=False).value()
            except CodecError:
                continue
        assert tracemalloc.get_traced_memory()[0] < 3 << 20
    finally:
        tracemalloc.stop()
