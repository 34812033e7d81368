"""Exceptions as data: the nearest built-in class, the text, and the student's line.

Neither side ever sees the other's exception object, class or traceback.
"""

from __future__ import annotations

import builtins
import linecache
import re
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Final

from numpy.linalg import LinAlgError

from autograder.boundary.codec import TEXT_LENGTH, Token, cleaned
from autograder.boundary.reader import TokenReader
from autograder.errors import CodecError
from autograder.model import StudentError

CELL_FILE: Final = "<cell {}>"
_CELL_NUMBER: Final = re.compile(r"<cell (\d{1,9})>")
_NAME_LENGTH: Final = 100
_CODE_LENGTH: Final = 300


@dataclass(frozen=True)
class Failure:
    """An exception that crosses. `name` is its nearest built-in class, `kind` its own class."""

    name: str
    kind: str
    text: str
    cell: int | None = None
    line: int | None = None
    code: str = ""
    number: int | None = None
    """of the other side's own exception that passed through"""

    def tokens(self) -> list[Token]:
        """What `read_failure` reads."""
        return [self.name, self.kind, self.text, self.cell, self.line, self.code, self.number]

    def student_error(self) -> StudentError:
        """What a report says of it."""
        return StudentError(self.kind, self.text, self.line, self.code)


def _buildable(kind: object) -> bool:
    """Whether this is an exception made from one text that a check may catch with `Exception`."""
    try:
        usable = isinstance(kind, type) and issubclass(kind, Exception) and bool(kind("text"))
    except TypeError:
        return False
    # They would end the check's own `map` or loop without a word: nothing judged, nothing failed.
    return usable and kind not in (StopIteration, StopAsyncIteration)


_CLASSES: Final[dict[str, Any]] = {
    name: kind for name, kind in vars(builtins).items() if _buildable(kind)
} | {"LinAlgError": LinAlgError}


def describe(
    error: BaseException, *, cell: int | None = None, number: int | None = None
) -> Failure:
    """The exception as data; its line is the innermost in `cell`, or else in any cell."""
    kind = type(error)
    name = next((c.__name__ for c in kind.__mro__ if _CLASSES.get(c.__name__) is c), "RuntimeError")
    text = _text(error)
    if isinstance(error, SystemExit):
        text = "the code called sys.exit(), which ends a program"
    elif not isinstance(error, Exception):
        text = f"the code raised {kind.__name__}" + (f": {text}" if text else "")
    found, line, code = _place(error, cell)
    return Failure(
        name,
        cleaned(kind.__name__, _NAME_LENGTH),
        cleaned(text),
        found,
        line,
        cleaned(code.strip(), _CODE_LENGTH),
        number,
    )


def read_failure(reader: TokenReader) -> Failure:
    """The failure that the next tokens mean; text is cut and cleaned again."""
    name, kind, text = reader.text(), reader.text(), reader.text()
    cell, line = _optional(reader.take()), _optional(reader.take())
    code, number = reader.text(), _optional(reader.take())
    if name not in _CLASSES:
        raise CodecError("a frame raises something that is no built-in exception")
    return Failure(
        name,
        cleaned(kind, _NAME_LENGTH),
        cleaned(text, TEXT_LENGTH),
        cell,
        line,
        cleaned(code, _CODE_LENGTH),
        number,
    )


def rebuild(failure: Failure) -> Exception:
    """An exception of the built-in class; `student_error` and `student_cell` say where it arose."""
    error: Any = _CLASSES[failure.name](failure.text)
    error.student_error = failure.student_error()
    error.student_cell = failure.cell
    if failure.cell is not None:
        error.add_note(f"cell {failure.cell}, line {failure.line}: {failure.code}")
    return error  # type: ignore[no-any-return]


def student_error_of(error: BaseException) -> StudentError | None:
    """What the student's code raised, if that is what `error` stands for."""
    found = getattr(error, "student_error", None)
    return found if isinstance(found, StudentError) else None


def _text(error: BaseException) -> str:
    # A KeyError's str() is a repr, which would be quoted again at every crossing.
    if isinstance(error, KeyError) and len(error.args) == 1 and type(error.args[0]) is str:
        return str(error.args[0])
    if isinstance(error, SyntaxError):
        return str(error.msg)
    try:
        text = str(error)
    except Exception as second:
        return f"(its text cannot be read: {type(second).__name__})"
    return text if type(text) is str else "(its text is no text)"


def _place(error: BaseException, cell: int | None) -> tuple[int | None, int | None, str]:
    """cell, line and code of the innermost frame that belongs to the cell."""
    found: tuple[int, int] | None = None
    trace: TracebackType | None = error.__traceback__
    while trace is not None:
        match = _CELL_NUMBER.fullmatch(trace.tb_frame.f_code.co_filename)
        if match and cell in (None, int(match[1])):
            found = int(match[1]), trace.tb_lineno
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and found is None and error.lineno is not None:
        return cell, int(error.lineno), str(error.text or "")
    if found is None:
        return cell, None, ""
    return *found, linecache.getline(CELL_FILE.format(found[0]), found[1])


def _optional(token: Token) -> int | None:
    if token is not None and (type(token) is not int or not 0 <= token < 2**31):
        raise CodecError("a frame holds something other than a place")
    return token
