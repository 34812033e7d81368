"""Values across the codec without a process: both directions, and an exact comparison."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.boundary.codec import MINE, Caps, Token
from autograder.boundary.decoder import Decoder
from autograder.boundary.encoder import Encoder
from autograder.boundary.opaque import Opaque
from autograder.errors import CodecError

CAPS = Caps(frame_bytes=1 << 20)


class Everything:
    """Handles of a test: what is no plain value becomes opaque."""

    def theirs(self, number: int, name: str, is_callable: bool) -> Opaque:
        return Opaque(name)

    def ours(self, number: int) -> object:
        raise CodecError("nothing was handed out")


def hand_out(value: object) -> Sequence[Token]:
    return (MINE, 0, type(value).__name__, callable(value))


def to_student(values: Sequence[Any], caps: Caps = CAPS) -> tuple[list[Any], Decoder, Encoder]:
    """The arguments as they arrive in the student process."""
    encoder = Encoder(caps, hand_out, share=True, numbering=True)
    encoder.plan(tuple(values))
    encoder.items(values)
    decoder = Decoder(encoder.frame(), caps, Everything(), sharing=True)
    decoder.numbering = True
    arrived = decoder.items()
    decoder.finish()
    return arrived, decoder, encoder


def to_trusted(value: Any, caps: Caps = CAPS) -> Any:
    """The result as it arrives in the trusted process."""
    encoder = Encoder(caps, hand_out, share=False)
    encoder.value(value)
    decoder = Decoder(encoder.frame(), caps, Everything(), sharing=False)
    arrived = decoder.value()
    decoder.finish()
    return arrived


DIRECTIONS: dict[str, Callable[[Any], Any]] = {
    "to the student": lambda value: to_student([value])[0][0],
    "to the trusted side": to_trusted,
}


def same(a: Any, b: Any) -> bool:
    """Equal to the last bit, and of the same types all through."""
    if type(a) is not type(b):
        return False
    if isinstance(a, float) and type(a) is float:
        return struct.pack("d", a) == struct.pack("d", b)
    if type(a) is complex:
        return same(a.real, b.real) and same(a.imag, b.imag)
    if type(a) in (list, tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if type(a) is dict:
        return same(list(a.items()), list(b.items()))
    if type(a) is np.ndarray:
        return (a.dtype, a.shape, a.tobytes()) == (b.dtype, b.shape, b.tobytes())
    if isinstance(a, np.generic) and not isinstance(a, (np.str_, np.bytes_)):
        return a.tobytes() == b.tobytes()
    return bool(a == b)
