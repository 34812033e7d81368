"""Values that try to pass for numbers, and the message of a failed judgement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest


class Lies(type):
    """A metaclass that says its classes are whatever they are compared with."""

    def __eq__(cls, other: object) -> bool:
        return True

    def __hash__(cls) -> int:
        return hash(np.float64)

    @property
    def __name__(cls) -> str:
        return "float64"

    def __instancecheck__(cls, instance: object) -> bool:
        return True


class Agrees(metaclass=Lies):
    """An object that agrees with everything and converts to the expected value."""

    shape = ()
    ndim = 0
    dtype = np.dtype(float)

    @property
    def __class__(self) -> Any:
        return float

    def __eq__(self, other: object) -> bool:
        return True

    __le__ = __ge__ = __lt__ = __gt__ = __eq__

    def __ne__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0

    def __float__(self) -> float:
        return 1.0

    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        return np.array(1.0)

    def __sub__(self, other: object) -> float:
        return 0.0

    __rsub__ = __sub__

    def __abs__(self) -> float:
        return 0.0

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        raise RuntimeError("never asked for")


class Opaque:
    """An inert handle: equals nothing and refuses every conversion."""

    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0

    def __bool__(self) -> bool:
        raise TypeError

    __float__ = __array__ = __iter__ = __len__ = __getitem__ = __bool__


class MyFloat(float):
    """A subclass of float."""


class MyList(list):
    """A subclass of list."""


class MyArray(np.ndarray):
    """A subclass of ndarray."""


NO_NUMBERS = (
    Agrees(),
    Opaque(),
    MyFloat(1.0),
    MyList([1.0]),
    MyArray(()),
    np.ma.array(1.0),
    None,
    True,
    np.True_,
    np.array(True),
    1 + 0j,
    np.complex128(1),
    np.array(1 + 0j),
    "1.0",
    b"1",
    np.str_("1"),
    np.array("1"),
    np.array(1.0, dtype=object),
    np.array(Agrees(), dtype=object),
    np.timedelta64(1),
    np.datetime64(1, "s"),
    {1.0},
    {"value": 1.0},
    iter([1.0]),
    range(1),
    float,
    lambda: 1.0,
)


@pytest.fixture
def no_numbers() -> tuple[Any, ...]:
    """Values that are no plain real number. No parameters: pytest would ask for their repr."""
    return NO_NUMBERS


@pytest.fixture
def liar() -> Any:
    """An object that agrees with everything."""
    return Agrees()


@pytest.fixture
def message_of() -> Callable[[Callable[[], Any]], str]:
    """Gives the text of the AssertionError that a call raises, which must be one line."""

    def message_of(call: Callable[[], Any]) -> str:
        with pytest.raises(AssertionError) as caught:
            call()
        text = str(caught.value)
        assert text
        assert "\n" not in text
        return text

    return message_of
