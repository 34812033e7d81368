"""What stands in the trusted process for a student's value that is no plain value."""

from __future__ import annotations

from typing import Any, NoReturn

from autograder.boundary.codec import cleaned

NAME_LENGTH = 60


class Opaque:
    """An inert handle: neither number, text nor container, and equal to nothing.

    `!=` is refused like all else: True would please a check that looks for a difference, and
    False one that raises when it finds one. Handed back to the same student process, it is the
    student's own object again.
    """

    __slots__ = ("_number", "_owner", "_type_name")
    # numpy leaves every operator to this class and refuses it in every function.
    __array_ufunc__ = None

    def __init__(self, type_name: str, owner: Any = None, number: int = 0) -> None:
        self._type_name = cleaned(type_name, NAME_LENGTH)
        self._owner = owner
        self._number = number

    def __repr__(self) -> str:
        return f"<a value of type {self._type_name}>"

    def __getattr__(self, name: str) -> NoReturn:
        raise AttributeError(_cannot_be_judged(self))

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise TypeError(_cannot_be_judged(self))

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = _refuse
    __bool__ = __int__ = __float__ = __complex__ = __index__ = __round__ = _refuse
    __len__ = __iter__ = __contains__ = __getitem__ = __setitem__ = __delitem__ = _refuse
    __array__ = __array_function__ = _refuse
    __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _refuse
    __add__ = __sub__ = __mul__ = __matmul__ = __truediv__ = __floordiv__ = __mod__ = _refuse
    __radd__ = __rsub__ = __rmul__ = __rmatmul__ = __rtruediv__ = __rfloordiv__ = _refuse
    __rmod__ = __pow__ = __rpow__ = __neg__ = __pos__ = __abs__ = __invert__ = _refuse


def _cannot_be_judged(value: Opaque) -> str:
    name = object.__getattribute__(value, "_type_name")
    return f"a value of type {name} cannot be judged; return a plain number or array"
