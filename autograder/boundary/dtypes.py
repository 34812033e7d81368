"""The array types that may cross: plain numbers, bools, and fixed-width text."""

from __future__ import annotations

import re
from typing import Any, Final

from numpy import bytes_, dtype, frombuffer, ndarray, str_, uint8

from autograder.errors import CodecError

DType = dtype[Any]

_NUMBERS: Final[dict[str, DType]] = {
    plain.str: plain
    for code in "?bBhHiIlLefdgFDG"
    for plain in (dtype(code), dtype(code).newbyteorder(">"), dtype(code).newbyteorder("<"))
}
_TEXT: Final = re.compile(r"(<U|>U|\|S)[1-9][0-9]{0,6}")
SCALAR_TYPES: Final = frozenset({plain.type for plain in _NUMBERS.values()} | {str_, bytes_})
_HIGHEST_CODE_POINT: Final = 0x10FFFF


def is_plain(of: DType) -> bool:
    """Whether arrays of this dtype may cross."""
    return of.str in _NUMBERS or (of.kind in "US" and of.itemsize > 0)


def plain_dtype(name: object) -> DType:
    """The dtype with this name, which came from the other side."""
    if type(name) is str:
        known = _NUMBERS.get(name)
        if known is not None:
            return known
        if len(name) <= 12 and _TEXT.fullmatch(name):
            return dtype(name)
    raise CodecError("an array has a dtype that may not cross")


def check_content(values: ndarray[Any, Any]) -> None:
    """Refuse bytes that are no value of their dtype: numpy believes them and misbehaves."""
    of = values.dtype
    if of.kind == "b":
        if frombuffer(values.tobytes(), uint8).max(initial=0) > 1:
            raise CodecError("a bool array holds a byte that is neither 0 nor 1")
    elif of.kind == "U" and values.size:
        points = frombuffer(values.tobytes(), dtype("u4").newbyteorder(of.byteorder))
        if points.max() > _HIGHEST_CODE_POINT:
            raise CodecError("a text array holds something that is no character")


def normalised(values: ndarray[Any, Any]) -> ndarray[Any, Any]:
    """The same array; a bool array whose bytes are neither 0 nor 1 gets those that it means."""
    if values.dtype.kind != "b":
        return values
    clean: ndarray[Any, Any] = frombuffer(values.tobytes(), uint8) != 0
    return clean.reshape(values.shape)
