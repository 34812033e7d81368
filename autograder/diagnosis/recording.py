"""The calls that a question's checks make, kept so that they can be made again of other answers.

They are those made of the solution. It passes, so no check ends early and every answer is asked the
same; and stored answers run on what the staff's own code made, never on a student's values.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from autograder.diagnosis.copying import Copier, TooLarge

PER_CHECK: Final = 200
"""calls that are kept of one check; one that makes more draws samples"""


@dataclass(frozen=True)
class Call:
    """One call of the function `target`, as it was before it was made."""

    target: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]

    def fresh(self) -> tuple[tuple[Any, ...], dict[str, Any], list[tuple[Any, Any]]]:
        """Arguments to make the call with, and what can change in them beside what it was."""
        copier = Copier()
        return copier.copy(self.args), copier.copy(self.kwargs), copier.changeable


class Recorder:
    """Keeps the calls made through the functions that it wraps; calls inside calls are not kept."""

    def __init__(self) -> None:
        self._checks: list[list[Call]] = []
        self._busy = False

    def next_check(self) -> None:
        """What is called from now on, another check calls."""
        self._checks.append([])

    @property
    def calls(self) -> tuple[Call, ...]:
        """The first calls of all checks come first: few of them tell most answers apart."""
        rounds = range(max(map(len, self._checks), default=0))
        return tuple(check[n] for n in rounds for check in self._checks if n < len(check))

    def wrap(self, name: str, function: Callable[..., Any]) -> Recording:
        """A stand-in for the function."""
        return Recording(self, name, function)

    def call(
        self, name: str, function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> Any:
        """Make the call; what it was given is kept first."""
        if self._busy:
            return function(*args, **kwargs)
        copier, call = Copier(), None
        with contextlib.suppress(TooLarge):
            call = Call(name, copier.copy(args), copier.copy(kwargs))
        self._busy = True
        by_chance = False
        try:
            with _watching_for_chance() as drawn:
                value = function(*args, **kwargs)
                by_chance = bool(drawn)  # what raises is no matter of chance
                return value
        finally:
            self._busy = False
            if call and not by_chance and len(self._checks[-1]) < PER_CHECK:
                self._checks[-1].append(call)


@contextlib.contextmanager
def _watching_for_chance() -> Iterator[list[None]]:
    """Something is noted when a Generator is made from nothing: such a call is never the same."""
    drawn: list[None] = []
    before = np.random.default_rng

    def default_rng(seed: Any = None) -> Any:
        drawn.extend([None] * (seed is None))
        return before(seed)

    np.random.default_rng = default_rng
    try:
        yield drawn
    finally:
        np.random.default_rng = before


class Recording:
    """A function whose calls are kept; to a check it looks like a student's."""

    def __init__(self, recorder: Recorder, name: str, function: Callable[..., Any]) -> None:
        self._recorder = recorder
        self._function = function
        self.__name__ = self.__qualname__ = name

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return self._recorder.call(self.__name__, self._function, args, kwargs)

    def __measure__(self, /, *args: Any, **kwargs: Any) -> tuple[Any, int, float]:
        """The value; nothing was measured, so that no copy of ours counts."""
        return self(*args, **kwargs), 0, 0.0
