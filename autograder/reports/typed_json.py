"""Values read out of JSON with their types, each mismatch one line: found, wanted, what to do.

A reader takes a value and the words for where it stands, and returns the value or raises.
"""

from __future__ import annotations

import reprlib
import sys
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NoReturn, TypeVar

REMEDY = "delete this report and grade again"

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
Where = str | tuple[str | int, Any]
"""Words, or a key or an item's number and where that is: put into words when somebody must know."""
Reader = Callable[[object, Where], T]


def refuse(what: Where, found: object, wanted: str) -> NoReturn:
    # reprlib: what was found may be long or deep
    raise ValueError(f"{words(what)} is {reprlib.repr(found)}, wanted {wanted}; {REMEDY}")


def words(where: Where) -> str:
    """`verdict` of item 2 of `checks` of question 'bilinear'."""
    if isinstance(where, str):
        return where
    step, above = where
    return f"{f'item {step}' if isinstance(step, int) else f'`{step}`'} of {words(above)}"


def key(data: Mapping[str, Any], name: str, where: Where, read: Reader[T]) -> T:
    if name not in data:
        raise ValueError(f"{words(where)} has no key {name!r}; {REMEDY}")
    return read(data[name], (name, where))


def a_text(value: object, where: Where) -> str:
    return value if isinstance(value, str) else refuse(where, value, "a text")


def a_flag(value: object, where: Where) -> bool:
    return value if isinstance(value, bool) else refuse(where, value, "true or false")


def a_number(value: object, where: Where) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        refuse(where, value, "a number")
    # NaN compares false; an integer may be larger than any float
    return value if abs(value) <= sys.float_info.max else refuse(where, value, "a finite number")


def a_whole_number(value: object, where: Where) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        refuse(where, value, "a whole number")
    return value


def an_object(value: object, where: Where) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else refuse(where, value, "an object")


def one_of(kind: type[E]) -> Reader[E]:
    members = {str(member): member for member in kind}

    def read(value: object, where: Where) -> E:
        if not isinstance(value, str) or value not in members:
            refuse(where, value, f"one of {', '.join(members)}")
        return members[value]

    return read


def all_of(read: Reader[T]) -> Reader[tuple[T, ...]]:
    def read_all(value: object, where: Where) -> tuple[T, ...]:
        if not isinstance(value, list):
            refuse(where, value, "a list")
        return tuple(read(item, (n, where)) for n, item in enumerate(value, 1))

    return read_all
