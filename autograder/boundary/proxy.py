"""A student's function as a check sees it: calling it crosses the boundary."""

from __future__ import annotations

from typing import Any, Protocol

from autograder.boundary.opaque import Opaque


class Caller(Protocol):
    """Makes the call: a Session."""

    def call(
        self, target: str | int, args: tuple[Any, ...], kwargs: dict[str, Any], *, measured: bool
    ) -> tuple[Any, int, float]: ...


class Proxy:
    """A name of the student's namespace."""

    def __init__(self, caller: Caller, name: str) -> None:
        self._caller = caller
        self.__name__ = self.__qualname__ = name

    def __repr__(self) -> str:
        return f"<the student's {self.__name__}>"

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return self._caller.call(self.__name__, args, kwargs, measured=False)[0]

    def __measure__(self, /, *args: Any, **kwargs: Any) -> tuple[Any, int, float]:
        """(value, peak bytes, CPU seconds) of one call."""
        return self._caller.call(self.__name__, args, kwargs, measured=True)


class ReturnedFunction(Opaque):
    """A function that the student's function returned: equal to nothing, but it can be called."""

    __slots__ = ()

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return self._owner.call(self._number, args, kwargs, measured=False)[0]

    def __measure__(self, /, *args: Any, **kwargs: Any) -> Any:
        """(value, peak bytes, CPU seconds) of one call."""
        return self._owner.call(self._number, args, kwargs, measured=True)
