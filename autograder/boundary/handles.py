"""What the trusted process hands out and takes in besides plain values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from autograder.boundary.codec import MINE, YOURS, Token, cleaned
from autograder.boundary.opaque import Opaque
from autograder.boundary.proxy import Caller, ReturnedFunction
from autograder.errors import CodecError, ProcessDied

GONE = "a value from a student process that is gone was used"


class TrustedHandles:
    """The functions that checks have handed out, by number; implements the decoder's `Handles`."""

    def __init__(self, session: Caller) -> None:
        self._session = session
        self._functions: dict[int, Callable[..., Any]] = {}
        self._numbers: dict[int, int] = {}
        self._next = 0

    def hand_out(self, value: object) -> Sequence[Token]:
        """Tokens for a function of the check's, or for something of the student's own."""
        if isinstance(value, Opaque):
            if value._owner is not self._session:
                raise ProcessDied(GONE)
            return (YOURS, value._number)
        if not callable(value) or isinstance(value, type):
            kind = cleaned(type(value).__name__, 60)
            raise CodecError(f"a check used a value of type {kind}, which no student can be given")
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = self._next
            self._next += 1
            self._functions[number] = value
        # Its name might tell what a hidden check is about.
        return (MINE, number, "function", True)

    def theirs(self, number: int, name: str, is_callable: bool) -> Opaque:
        """What stands here for something that lives in the student process."""
        return (ReturnedFunction if is_callable else Opaque)(name, self._session, number)

    def ours(self, number: int) -> Callable[..., Any]:
        """The function of a check with this number."""
        try:
            return self._functions[number]
        except KeyError:
            raise CodecError("a frame names a function that was not handed out") from None

    def forget(self) -> None:
        """The functions handed out so far can be called no more."""
        self._functions.clear()
        self._numbers.clear()
