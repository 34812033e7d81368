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
Reader = Callable[[object, str], T]


def refuse(what: str, found: object, wanted: str) -> NoReturn:
    # reprlib: what was found may be long or deep
    raise ValueError(f"{what} is {reprlib.repr(found)}, wanted {wanted}; {REMEDY}")


def key(data: Mapping[str, Any], name: str, where: str, read: Reader[T]) -> T:
    if name not in data:
        raise ValueError(f"{where} has no key {name!r}; {REMEDY}")
    return read(data[name], f"`{name}` of {where}")


def a_text(value: object, where: str) -> str:
    return value if isinstance(value, str) else refuse(where, value, "a text")


def a_flag(value: object, where: str) -> bool:
    return value if isinstance(value, bool) else refuse(where, value, "true or false")


def a_number(value: object, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        refuse(where, value, "a number")
    # NaN compares false; an integer may be larger than any float
    return value if abs(value) <= sys.float_info.max else refuse(where, value, "a finite number")


def a_whole_number(value: object, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        refuse(where, value, "a whole number")
    return value


def an_object(value: object, where: str) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else refuse(where, value, "an object")


def one_of(kind: type[E]) -> Reader[E]:
    def read(value: object, where: str) -> E:
        members = {str(member): member for member in kind}
        if not isinstance(value, str) or value not in members:
            refuse(where, value, f"one of {', '.join(members)}")
        return members[value]

    return read


def all_of(read: Reader[T]) -> Reader[tuple[T, ...]]:
    def read_all(value: object, where: str) -> tuple[T, ...]:
        if not isinstance(value, list):
            refuse(where, value, "a list")
        return tuple(read(item, f"item {n} of {where}") for n, item in enumerate(value, 1))

    return read_all
