"""Arrays as tokens: memory of their own, or several views of one buffer.

To the student, arguments keep their strides, their read-only flag and what they share: arrays whose
memory overlaps travel as one buffer with offsets. From the student, arrays are contiguous.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import Any, Final, Literal, TypeAlias

from numpy import ndarray

from autograder.boundary.codec import Caps, Token, larger
from autograder.boundary.dtypes import DType, check_content, normalised, plain_dtype
from autograder.errors import CodecError

Array: TypeAlias = ndarray[Any, Any]

FORTRAN: Final = 1
READ_ONLY: Final = 2
_ALIGNMENT: Final = 64
_SPARSE: Final = 4
"""views that use less than a quarter of the memory they span are copied instead of shared"""


@dataclass(frozen=True)
class Shared:
    """A group of overlapping arrays: `first` is the address of the buffer's first byte."""

    number: int
    first: int
    content: bytes


# ---------------------------------------------------------------- sending


def order_of(array: Array) -> Literal["C", "F"] | None:
    """The order in which the array is contiguous, if it is."""
    if array.flags.c_contiguous:
        return "C"
    return "F" if array.flags.f_contiguous else None


def own_tokens(array: Array) -> list[Token]:
    """dtype, shape, flags and data of an array that shares nothing."""
    known = array.flags
    fortran = not known.c_contiguous and known.f_contiguous
    flags = (FORTRAN if fortran else 0) | (0 if known.writeable else READ_ONLY)
    data = normalised(array).tobytes("F" if fortran else "C")
    return [array.dtype.str, array.ndim, *array.shape, flags, data]


def view_tokens(array: Array, buffer: Shared, content: bytes | None) -> list[Token]:
    """The same for an array that lies in a shared buffer; its content goes with the first one."""
    offset = _address(array) - buffer.first
    flags = 0 if array.flags.writeable else READ_ONLY
    head: list[Token] = [array.dtype.str, array.ndim, *array.shape, *array.strides]
    return [*head, offset, flags, buffer.number, content]


def shared_buffers(arrays: Iterable[Array]) -> Mapping[int, Shared]:
    """For each array (by its id) that needs one, the buffer it will lie in on the other side."""
    spans = sorted(
        ((*_span(array), array) for array in arrays if array.size), key=lambda span: span[:2]
    )
    groups: list[list[Array]] = []
    end = 0
    for start, stop, array in spans:
        if groups and start < end:
            groups[-1].append(array)
            end = max(end, stop)
        else:
            groups.append([array])
            end = stop
    found: dict[int, Shared] = {}
    buffers = 0
    for group in groups:
        if len(group) == 1 and order_of(group[0]) is not None:
            continue
        first = min(_span(array)[0] for array in group)
        # The other side's buffer is aligned as this memory is.
        first -= first % _ALIGNMENT
        size = max(_span(array)[1] for array in group) - first
        if size > _SPARSE * sum(array.nbytes for array in group) + _ALIGNMENT:
            continue
        buffer = Shared(buffers, first, _content(group, first, size))
        buffers += 1
        found.update((id(array), buffer) for array in group)
    return found


def _content(group: list[Array], first: int, size: int) -> bytes:
    """The arrays' memory; what lies between their elements is nobody's business and stays zero."""
    memory = bytearray(size)
    for array in group:
        place: Array = ndarray(
            array.shape, array.dtype, memory, _address(array) - first, array.strides
        )
        place[...] = array
    return bytes(memory)


def _address(array: Array) -> int:
    return int(array.__array_interface__["data"][0])


def _span(array: Array) -> tuple[int, int]:
    """Addresses of the first byte and of the one after the last."""
    low = high = _address(array)
    for length, stride in zip(array.shape, array.strides, strict=True):
        reach = (length - 1) * stride
        low, high = low + min(reach, 0), high + max(reach, 0)
    return low, high + array.itemsize


# ---------------------------------------------------------------- receiving


def own_array(of: Token, head: Sequence[Token], data: bytes, caps: Caps) -> Array:
    """The array these tokens mean, in memory of its own; `head` is its shape and its flags."""
    kind, shape, flags, size = _layout(of, *head, most=caps.frame_bytes)
    if size != len(data):
        raise CodecError("an array's data do not fill its shape")
    array: Array = ndarray(shape, kind, data, order="F" if flags & FORTRAN else "C").copy("A")
    if kind.kind in "bU":
        check_content(array)
    if flags & READ_ONLY:
        array.flags.writeable = False
    return array


@lru_cache(maxsize=1024, typed=True)
def _layout(of: Token, *head: Token, most: int) -> tuple[DType, tuple[int, ...], int, int]:
    """dtype, shape, flags and size in bytes: thousands of arrays of a class are alike."""
    kind = plain_dtype(of)
    if not all(type(part) is int and 0 <= part <= 2**63 for part in head):
        raise CodecError("a frame holds something other than a count")
    *shape, flags = (int(part) for part in head if part is not None)
    # Whatever the size, none of the dimensions may be large: one of them may be 0.
    if prod(max(length, 1) for length in shape) * kind.itemsize > most:
        raise CodecError(larger(most))
    if flags > (FORTRAN | READ_ONLY):
        raise CodecError("an array has flags that do not exist")
    return kind, tuple(shape), flags, prod(shape) * kind.itemsize


def view_of(buffer: bytearray, of: object, shape: list[int], layout: list[int]) -> Array:
    """A view of a shared buffer; `layout` is strides, offset and flags (from the trusted side)."""
    *strides, offset, flags = layout
    try:
        array: Array = ndarray(shape, plain_dtype(of), buffer, offset, strides)
    except (ValueError, TypeError, OverflowError) as error:
        raise CodecError(f"an array does not lie in its buffer ({error})") from None
    array.flags.writeable = not flags & READ_ONLY
    return array
