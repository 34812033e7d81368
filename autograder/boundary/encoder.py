"""Values to tokens. Exact types only: a subclass may lie, so it is none of the plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from numpy import bytes_, ndarray, str_
from numpy.random import Generator

from autograder.boundary.arrays import Array, Shared, own_tokens, shared_buffers, view_tokens
from autograder.boundary.codec import (
    ARRAY,
    BIG_INT,
    BYTES,
    COMPLEX,
    DICT,
    GENERATOR,
    LIST,
    REFERENCE,
    SCALAR,
    TEXTS,
    TUPLE,
    VIEW,
    Caps,
    Token,
    pack,
    too_large,
    too_many_keys,
)
from autograder.boundary.dtypes import SCALAR_TYPES, is_plain
from autograder.boundary.generators import generator_tokens, is_plain_generator
from autograder.errors import CodecError

HandOut: TypeAlias = Callable[[object], Sequence[Token]]
"""tokens for what is no plain value; CodecError if it may not cross at all"""

_KEY_TYPES: Final = SCALAR_TYPES | {type(None), bool, int, float, complex, str, bytes}
_SMALL: Final = range(-(2**63), 2**64)


class Encoder:
    """Writes one frame.

    `objects` are the mutable objects that both sides have numbered; with `numbering` new ones join
    them. Only the trusted side may `share` lists and buffers: shared lists of a student could
    unfold to an endless value.
    """

    def __init__(
        self,
        caps: Caps,
        hand_out: HandOut,
        *,
        share: bool,
        objects: Sequence[object] = (),
        numbering: bool = False,
    ) -> None:
        self.tokens: list[Token] = []
        self.objects = list(objects)
        self._numbers = {id(value): number for number, value in enumerate(objects)}
        self._caps = caps
        self._hand_out = hand_out
        self._share = share
        self._numbering = numbering
        self._room = caps.frame_bytes
        self._longest = 0
        self._collidable = caps.collidable_keys
        self._buffers: Mapping[int, Shared] = {}
        self._sent: set[int] = set()

    def frame(self) -> bytes:
        """The body of the frame."""
        # What the other side would end a student process for is an error here.
        if not self._share and self._longest * len(self.tokens) > self._caps.frame_bytes:
            raise CodecError(TEXTS)
        return pack(self.tokens, self._caps)

    def plan(self, value: object) -> None:
        """Find the arrays in `value` that share memory, before they are written."""
        arrays: dict[int, Array] = {}
        _collect(value, arrays, set())
        for array in arrays.values():
            flags = array.flags
            if not (flags.owndata and flags.forc):
                self._buffers = shared_buffers(arrays.values())
                return
        # Arrays that own their memory overlap no other one that does.

    def value(self, value: object, depth: int = 0) -> None:
        """Write any value."""
        kind = type(value)
        if value is None or kind is bool or kind is float:
            self.tokens.append(value)  # type: ignore[arg-type]
            return
        writer = _WRITERS.get(kind)
        if writer is not None:
            writer(self, value, depth)
        elif kind in SCALAR_TYPES:
            self._scalar(value)
        elif isinstance(value, tuple) and kind.__module__.partition(".")[0] == "numpy":
            # numpy's own named results (eigh, svd, qr …) are tuples to everyone who uses them.
            self._tuple(tuple.__getitem__(value, slice(None)), depth)
        else:
            self.tokens.extend(self._hand_out(value))

    def items(self, values: Sequence[object], depth: int = 0) -> None:
        """Write a count and as many values."""
        if depth >= self._caps.depth:
            raise CodecError(f"the value is nested more than {self._caps.depth} deep")
        if len(self.tokens) + len(values) > self._caps.tokens:
            raise CodecError(f"the value has over {self._caps.tokens:,} parts; return fewer")
        self.tokens.append(len(values))
        for item in values:
            self.value(item, depth + 1)

    def pairs(self, mapping: Mapping[Any, object], depth: int = 0) -> None:
        """Write a count and as many keys with their values."""
        if not mapping:
            self.tokens.append(0)
            return
        flat = [part for pair in mapping.items() for part in pair]
        self._collidable -= sum(type(key) is not str for key in mapping)
        if self._collidable < 0:
            raise CodecError(too_many_keys(self._caps))
        if all(is_plain_key(key) for key in flat[::2]):
            self.items(flat, depth)
        else:
            raise CodecError("the keys of a dict must be numbers, text or tuples of them")

    def _known(self, value: object, *, leaf: bool, depth: int) -> bool:
        """Write a reference if both sides know this object, else give it a number."""
        number = self._numbers.get(id(value))
        if number is not None and (leaf or self._share or not (depth or self._numbering)):
            self.tokens += (REFERENCE, number)
            return True
        if self._numbering:
            self._numbers[id(value)] = len(self.objects)
            self.objects.append(value)
        return False

    def _int(self, value: int, depth: int) -> None:
        if value in _SMALL:
            self.tokens.append(value)
        elif value.bit_length() >= self._caps.int_bits:
            bits, most = value.bit_length(), self._caps.int_bits
            raise CodecError(f"an int has {bits:,} bits; at most {most:,} may cross")
        else:
            length = value.bit_length() // 8 + 1
            self.tokens += (BIG_INT, value.to_bytes(length, "little", signed=True))

    def _str(self, value: str, depth: int) -> None:
        self._text(value)
        self.tokens.append(value)

    def _bytes(self, value: bytes, depth: int) -> None:
        self._text(value)
        self.tokens += (BYTES, value)

    def _complex(self, value: complex, depth: int) -> None:
        self.tokens += (COMPLEX, value.real, value.imag)

    def _list(self, value: list[object], depth: int) -> None:
        if not self._known(value, leaf=False, depth=depth):
            self.tokens.append(LIST)
            self.items(value, depth)

    def _tuple(self, value: tuple[object, ...], depth: int) -> None:
        self.tokens.append(TUPLE)
        self.items(value, depth)

    def _dict(self, value: dict[object, object], depth: int) -> None:
        if not all(is_plain_key(key) for key in value):
            self.tokens.extend(self._hand_out(value))
        elif not self._known(value, leaf=False, depth=depth):
            self.tokens.append(DICT)
            self.pairs(value, depth)

    def _array(self, value: Array, depth: int) -> None:
        if not is_plain(value.dtype) or value.ndim > self._caps.dimensions:
            self.tokens.extend(self._hand_out(value))
        elif not self._known(value, leaf=True, depth=depth):
            buffer = self._buffers.get(id(value)) if self._buffers else None
            if buffer is None:
                self._take(value.nbytes)
                self.tokens += (ARRAY, *own_tokens(value))
                return
            first = buffer.number not in self._sent
            self._sent.add(buffer.number)
            self._take(len(buffer.content) if first else 0)
            self.tokens += (VIEW, *view_tokens(value, buffer, buffer.content if first else None))

    def _scalar(self, value: Any) -> None:
        if isinstance(value, (str_, bytes_)):
            # An array would drop trailing zeros of text.
            self._text(value)
            plain = str(value) if isinstance(value, str_) else bytes(value)
            self.tokens += (SCALAR, "U" if isinstance(value, str_) else "S", plain)
        else:
            self.tokens += (SCALAR, value.dtype.str, value.tobytes())

    def _generator(self, value: Generator, depth: int) -> None:
        if not is_plain_generator(value):
            self.tokens.extend(self._hand_out(value))
        elif not self._known(value, leaf=True, depth=depth):
            self.tokens += (GENERATOR, *generator_tokens(value))

    def _text(self, value: str | bytes) -> None:
        self._take(len(value))
        self._longest = max(self._longest, len(value))

    def _take(self, size: int) -> None:
        """Refuse what would not fit, before it is copied."""
        self._room -= size
        if self._room < 0:
            raise CodecError(too_large(self._caps.frame_bytes - self._room, self._caps))


_WRITERS: Final[Mapping[type, Callable[[Encoder, Any, int], None]]] = {
    int: Encoder._int,
    str: Encoder._str,
    bytes: Encoder._bytes,
    complex: Encoder._complex,
    list: Encoder._list,
    tuple: Encoder._tuple,
    dict: Encoder._dict,
    ndarray: Encoder._array,
    Generator: Encoder._generator,
}


def is_plain_key(key: object) -> bool:
    """Whether a dict with this key may cross."""
    return type(key) in _KEY_TYPES or (type(key) is tuple and all(map(is_plain_key, key)))


def _collect(value: Any, arrays: dict[int, Array], seen: set[int]) -> None:
    """The arrays in a list, tuple or dict."""
    seen.add(id(value))
    for item in value.values() if type(value) is dict else value:
        kind = type(item)
        if kind is ndarray:
            arrays[id(item)] = item
        elif (kind is list or kind is tuple or kind is dict) and id(item) not in seen:
            _collect(item, arrays, seen)
