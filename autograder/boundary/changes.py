"""In-place changes: what a receiver did to the mutable objects of a message goes back as data.

Both sides have numbered these objects in the same order, so a change is a number and new contents.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from numpy import ndarray
from numpy.random import Generator

from autograder.boundary.arrays import own_tokens
from autograder.boundary.codec import ARRAY, DICT, GENERATOR, LIST, Token
from autograder.boundary.decoder import Decoder
from autograder.boundary.encoder import Encoder
from autograder.boundary.generators import advance, generator_tokens
from autograder.errors import CodecError

RESHAPED = (
    "the shape or dtype of an argument was changed in place, which cannot be brought back; "
    "make a new array instead"
)
READ_ONLY_WRITTEN = "a read-only array was written to"


class Watch:
    """The mutable objects of a message, and what they were like when it arrived."""

    def __init__(self, decoder: Decoder) -> None:
        self.objects = decoder.objects
        self._originals = decoder.originals
        self._before: list[tuple[Any, ...]] = []
        self._locked: set[int] = set()
        self._open_memory: set[int] = set()
        for number, value in enumerate(self.objects):
            self._before.append(_look(value))
            if type(value) is ndarray:
                if value.flags.writeable:
                    self._open_memory.add(id(self._originals[number][0]))
                else:
                    self._locked.add(number)

    def write(self, encoder: Encoder) -> None:
        """Write a count and the changes; TypeError or ValueError for one that has no way back."""
        changed = [
            number
            for number, before in enumerate(self._before)
            if self._has_changed(number, self.objects[number], before)
        ]
        encoder.tokens.append(len(changed))
        for number in changed:
            encoder.tokens.append(number)
            _write_contents(self.objects[number], encoder)

    def _has_changed(self, number: int, value: Any, before: Any) -> bool:
        now = _look(value)
        if type(value) is not ndarray:
            # Identity, because equality is the student's to define.
            return len(now) != len(before) or any(
                a is not b and not (type(a) is type(b) in _COMPARED and a == b)
                for a, b in zip(now, before, strict=True)
            )
        if now != before:
            raise TypeError(RESHAPED)
        memory, came = self._originals[number]
        if came == (memory.tobytes("A") if isinstance(memory, ndarray) else memory):
            return False
        if number not in self._locked:
            return True
        if id(memory) in self._open_memory:
            # Written through another view of the same memory, which tells of it.
            return False
        raise ValueError(READ_ONLY_WRITTEN)


def read_changes(decoder: Decoder, targets: Sequence[object]) -> Callable[[], None]:
    """Read and check all changes; the result applies them to the sender's own objects."""
    changes: list[tuple[Any, Any]] = []
    count = decoder.count()
    if not count:
        return _nothing
    for _ in range(count):
        number = decoder.whole()
        # As if inside something, so that it cannot be a reference to another list.
        contents = decoder.value(1)
        target: Any = targets[number] if number < len(targets) else None
        if target is None or not _is_exactly(contents, type(target)):
            raise CodecError("a frame changes an object that is not there")
        if isinstance(target, ndarray) and not (
            target.shape == contents.shape
            and target.dtype == contents.dtype
            and target.flags.writeable
        ):
            raise CodecError("a frame changes an array in a way that has no way back")
        changes.append((target, contents))
    return lambda: _apply(changes)


def _nothing() -> None:
    """Most calls change nothing."""


def _is_exactly(value: object, kind: type) -> bool:
    return type(value) is kind


def _apply(changes: list[tuple[Any, Any]]) -> None:
    for target, contents in changes:
        if type(target) is ndarray:
            target[...] = contents
        elif type(target) is list:
            target[:] = contents
        elif type(target) is dict:
            target.clear()
            target.update(contents)
        else:
            advance(target, contents)


_COMPARED = frozenset({int, str, bytes, type(None)})
"""tokens of a Generator, which are made anew at every look"""


def _look(value: Any) -> tuple[Any, ...]:
    """What a change of `value` will be noticed by; an array's contents are compared by bytes."""
    if type(value) is ndarray:
        return (value.shape, value.strides, value.dtype)
    if type(value) is list:
        return tuple(value)
    if type(value) is dict:
        return (*value, *value.values())
    return tuple(generator_tokens(value))


def _write_contents(value: Any, encoder: Encoder) -> None:
    tokens: list[Token] = encoder.tokens
    if type(value) is ndarray:
        tokens += (ARRAY, *own_tokens(value))
    elif type(value) is Generator:
        tokens += (GENERATOR, *generator_tokens(value))
    elif type(value) is list:
        tokens.append(LIST)
        encoder.items(value)
    else:
        tokens.append(DICT)
        encoder.pairs(value)
