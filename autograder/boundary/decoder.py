"""Tokens to values. What the tokens are was decided by the other side: nothing is believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from numpy import bytes_, frombuffer, ndarray, str_

from autograder.boundary.arrays import own_array, view_of
from autograder.boundary.codec import (
    ARRAY,
    BIG_INT,
    BYTES,
    COMPLEX,
    DICT,
    GENERATOR,
    LIST,
    MINE,
    REFERENCE,
    SCALAR,
    TEXTS,
    TUPLE,
    VIEW,
    YOURS,
    Caps,
    too_many_keys,
)
from autograder.boundary.dtypes import check_content, plain_dtype
from autograder.boundary.encoder import is_plain_key
from autograder.boundary.generators import read_generator
from autograder.boundary.reader import TokenReader
from autograder.errors import CodecError


class Handles(Protocol):
    """What a receiver makes of things that are no plain values."""

    def theirs(self, number: int, name: str, is_callable: bool) -> object:
        """What stands here for something that lives at the sender."""

    def ours(self, number: int) -> object:
        """What lives here; CodecError if it was never handed out."""


class Decoder(TokenReader):
    """Reads one frame. `sharing`: it is the trusted side's, which may share lists and buffers."""

    def __init__(
        self,
        body: bytes,
        caps: Caps,
        handles: Handles,
        *,
        sharing: bool,
    ) -> None:
        super().__init__(body, caps)
        self.objects: list[object] = []
        """mutable objects that both sides have numbered"""
        self.numbering = False
        """whether the mutable objects read from now on join them"""
        self.originals: dict[int, tuple[ndarray[Any, Any] | bytearray, bytes]] = {}
        """for each numbered array the memory it lies in, and that memory as it came"""
        self._caps = caps
        self._handles = handles
        self._sharing = sharing
        self._buffers: dict[int, tuple[bytearray, bytes]] = {}
        self._room = caps.frame_bytes
        self._collidable = caps.collidable_keys

    def value(self, depth: int = 0) -> Any:
        """The next value."""
        token = self.take()
        if type(token) is not bytes:
            if type(token) is str:
                self._text_size(len(token))
            return token
        reader = _READERS.get(token)
        if reader is None:
            raise CodecError("a frame holds an unknown tag")
        if depth > self._caps.depth:
            raise CodecError("a frame nests too deep")
        return reader(self, depth)

    def items(self, depth: int = 0) -> list[Any]:
        """A count and as many values."""
        return [self.value(depth + 1) for _ in range(self.count())]

    def pairs(self, depth: int = 0) -> dict[Any, Any]:
        """A count and as many keys and values by turns."""
        flat = self.items(depth)
        if not flat:
            return {}
        keys = flat[::2]
        if len(flat) % 2 or not all(map(is_plain_key, keys)):
            raise CodecError("a dict has a key that may not cross")
        self._collidable -= sum(type(key) is not str for key in keys)
        if self._collidable < 0:
            raise CodecError(too_many_keys(self._caps))
        found = dict(zip(keys, flat[1::2], strict=True))
        if len(found) != len(keys):
            raise CodecError("a dict has a key twice")
        return found

    def _number(self, value: object) -> None:
        if self.numbering:
            self.objects.append(value)

    def _big_int(self, depth: int) -> int:
        data = self.data()
        if len(data) * 8 > self._caps.int_bits:
            raise CodecError("a frame holds an int that is too long")
        return int.from_bytes(data, "little", signed=True)

    def _bytes(self, depth: int) -> bytes:
        data = self.data()
        self._text_size(len(data))
        return data

    def _text_size(self, length: int) -> None:
        # np.asarray of a list of texts gives every item the length of the longest.
        if not self._sharing and length * len(self.tokens) > self._caps.frame_bytes:
            raise CodecError(TEXTS)

    def _complex(self, depth: int) -> complex:
        real, imag = self.take(), self.take()
        if type(real) is not float or type(imag) is not float:
            raise CodecError("a frame holds a complex number of something other than floats")
        return complex(real, imag)

    def _list(self, depth: int) -> list[Any]:
        # Numbered before its items are, and filled in place: it may hold itself.
        found: list[Any] = []
        self._number(found)
        found.extend(self.items(depth))
        return found

    def _tuple(self, depth: int) -> tuple[Any, ...]:
        return tuple(self.items(depth))

    def _dict(self, depth: int) -> dict[Any, Any]:
        found: dict[Any, Any] = {}
        self._number(found)
        found.update(self.pairs(depth))
        return found

    def _array(self, depth: int) -> ndarray[Any, Any]:
        of, dimensions = self.take(), self.whole(self._caps.dimensions)
        head = self.some(dimensions + 1)
        data = self.data()
        found = own_array(of, head, data, self._caps)
        if self.numbering:
            self.originals[len(self.objects)] = (found, data)
            self.objects.append(found)
        return found

    def _view(self, depth: int) -> ndarray[Any, Any]:
        if not (self._sharing and self.numbering):
            raise CodecError("a frame shares memory, which only the grader's arguments may")
        of, dimensions = self.take(), self.whole(self._caps.dimensions)
        shape = [self.whole() for _ in range(dimensions)]
        layout = [self.take() for _ in range(len(shape) + 2)]
        number, content = self.whole(), self.take()
        if type(content) is bytes:
            self._buffers[number] = (bytearray(content), content)
        if number not in self._buffers or not all(type(part) is int for part in layout):
            raise CodecError("a frame names a buffer that did not come")
        found = view_of(self._buffers[number][0], of, shape, layout)  # type: ignore[arg-type]
        self.originals[len(self.objects)] = self._buffers[number]
        self._number(found)
        return found

    def _scalar(self, depth: int) -> Any:
        name, data = self.take(), self.take()
        if name == "U" and type(data) is str:
            self._text_size(len(data))
            return str_(data)
        if name == "S" and type(data) is bytes:
            self._text_size(len(data))
            return bytes_(data)
        kind = plain_dtype(name)
        if type(data) is not bytes or len(data) != kind.itemsize or kind.kind in "US":
            raise CodecError("a numpy scalar's data do not fill it")
        array = frombuffer(data, kind)
        check_content(array)
        return array[0]

    def _generator(self, depth: int) -> object:
        found = read_generator(self.take)
        self._number(found)
        return found

    def _reference(self, depth: int) -> object:
        number = self.whole(len(self.objects) - 1) if self.objects else -1
        if number < 0:
            raise CodecError("a frame refers to an object that did not come")
        found = self.objects[number]
        if not self._sharing:
            if isinstance(found, (list, dict)) and depth:
                raise CodecError("a frame refers to a list inside another")
            # The same large array many times over would unfold to more than a frame may hold.
            self._room -= found.nbytes if isinstance(found, ndarray) else 0
            if self._room < 0:
                raise CodecError("a frame refers to the same arrays too often")
        return found

    def _theirs(self, depth: int) -> object:
        return self._handles.theirs(self.whole(), self.text(), self.flag())

    def _ours(self, depth: int) -> object:
        return self._handles.ours(self.whole())


_READERS: Final[Mapping[bytes, Callable[[Decoder, int], Any]]] = {
    BIG_INT: Decoder._big_int,
    COMPLEX: Decoder._complex,
    BYTES: Decoder._bytes,
    LIST: Decoder._list,
    TUPLE: Decoder._tuple,
    DICT: Decoder._dict,
    ARRAY: Decoder._array,
    VIEW: Decoder._view,
    SCALAR: Decoder._scalar,
    GENERATOR: Decoder._generator,
    REFERENCE: Decoder._reference,
    MINE: Decoder._theirs,
    YOURS: Decoder._ours,
}
