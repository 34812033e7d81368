"""The words that `grader.check` answers in, in the student's own Jupyter.

Every notebook carries this file's text in its metadata, beside Otter's tests, and its first cell
runs it. So it needs numpy alone, and says no more than Otter does where it is missing.
"""

from __future__ import annotations

import contextlib
import functools
import inspect
import io
import re
import textwrap
import traceback
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

LINES, WIDTH, SHORT, COLUMNS = 16, 300, 36, 88
ADDRESS = re.compile(r"<(\w+) [^\n]*? at 0x[0-9a-f]+>")
UNANSWERED = (
    "{} is not answered yet.\n"
    "Replace `raise NotImplementedError(…)` in its answer cell, run it, then check again."
)
UNDEFINED = "{} is not defined yet. Run its answer cell, then check again."
ALL_PASS = "all public checks pass; hidden checks decide the rest"


def speak(grader: Any, names: Mapping[str, Any]) -> None:
    """Let `grader.check` answer in these words; `names` are the notebook's."""
    check = type(grader).check  # not grader.check: the cell may be run twice

    def answer(question: str, global_env: Mapping[str, Any] | None = None) -> Any:
        result = check(grader, question, names if global_env is None else global_env)
        # Whoever names the environment is Otter itself: check_all, which puts results together.
        return Answer(question, result, names) if global_env is None else result

    grader.check = answer


class Answer:
    """What the public checks found, written out when it is shown."""

    def __init__(self, question: str, result: Any, names: Mapping[str, Any]) -> None:
        self.question, self.result, self.names = question, result, names

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # Otter's own ways to show it would come first
            raise AttributeError(name)
        return getattr(self.result, name)

    def __repr__(self) -> str:
        cases = self.result.test_case_results
        passed = sum(case.passed for case in cases)
        if self.question not in self.names:
            return _wrapped(UNDEFINED.format(self.question))
        if all(_unanswered(case) for case in cases):
            return _wrapped(UNANSWERED.format(self.question))
        all_pass = passed == len(cases)
        count = ALL_PASS if all_pass else f"{passed} of {len(cases)} public checks pass"
        said = [f"{self.question}: {count}", *(_case(case, self.names) for case in cases)]
        return _wrapped(("\n" if all_pass else "\n\n").join(said))


def _case(case: Any, names: Mapping[str, Any]) -> str:
    """The check's sentence; of a failed one also what went wrong, and its hint."""
    sentence = case.test_case.success_message
    if case.passed:
        return f"✓ {sentence}"
    why = [_said(case).partition(": ")[2]]
    if not _unanswered(case):
        why = [*_short(_why(case, names)), f"Hint: {case.test_case.failure_message}"]
    return "\n   ".join([f"✗ {sentence}", *why])


def _said(case: Any) -> str:
    """What was raised; Otter puts a headline, the place in the test and its text before it."""
    return str(case.message).split("\n", 3)[-1]


def _unanswered(case: Any) -> bool:
    return not case.passed and _said(case).startswith("NotImplementedError: ")


def _why(case: Any, names: Mapping[str, Any]) -> str:
    """The check's own words, or the call that ended in an error."""
    calls, error = _once_more(case, names)
    if error is None or not calls:
        return _said(case).removeprefix("AssertionError: ")
    last, said = calls[-1], f"{type(error).__name__}: {error}"
    if last.error is error:
        return f"{last.text} raised {said}{_place(error, names)}"
    if isinstance(error, AssertionError):
        return str(error)
    given = f"{last.text} returned {_shown(last.value)}"
    return f"{given}, which cannot be compared with what is expected\n({said})"


class Call:
    """A call of the student's function, as written, and what came of it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.value: Any = None
        self.error: Exception | None = None


def _once_more(case: Any, names: Mapping[str, Any]) -> tuple[list[Call], Exception | None]:
    """Run a failed check again, quietly: its calls, and the error with the place it came from."""
    calls: list[Call] = []

    def watched(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def call(*args: Any, **options: Any) -> Any:
            given = [_shown(a) for a in args] + [f"{k}={_shown(v)}" for k, v in options.items()]
            calls.append(noted := Call(f"{name}({', '.join(given)})"))
            try:
                noted.value = function(*args, **options)
            except Exception as error:
                noted.error = error
                raise
            return noted.value

        return call

    asked = inspect.signature(case.test_case.body.test_func).parameters
    seen = {name: watched(name, names[name]) for name in asked if callable(names.get(name))}
    try:
        with (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
            np.printoptions(threshold=SHORT, edgeitems=3, linewidth=COLUMNS - 8),
        ):
            case.test_case.body.call_func({**names, **seen})
    except Exception as error:
        return calls, error
    return calls, None


def _place(error: Exception, names: Mapping[str, Any]) -> str:
    """The line of the notebook's cells that raised it."""
    own = [v for v in names.values() if getattr(v, "__globals__", None) is names]
    files = {function.__code__.co_filename for function in own}
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename in files]
    if not frames:
        return ""
    line = f": {frames[-1].line}" if frames[-1].line else ""
    return f"\nin line {frames[-1].lineno} of its cell{line}"


def _shown(value: Any) -> str:
    """As a student would write it: short arrays as lists, functions by name."""
    kind = f"<{type(value).__name__}>"
    if callable(value):
        return str(getattr(value, "__name__", "f")).replace("<lambda>", "f")
    if isinstance(value, np.random.Generator):
        return "np.random.default_rng(…)"
    if isinstance(value, np.ndarray | np.generic) and value.size <= SHORT:
        value = value.tolist()
    try:
        if type(value) is tuple and 1 < len(value) <= SHORT:
            text = f"({', '.join(map(_shown, value))})"
        else:
            text = repr(value)
    except Exception:  # a repr that fails is the student's, and not what was asked
        return kind
    return text if len(text) <= WIDTH // 2 and "\n" not in text else kind


def _short(text: str) -> list[str]:
    """Both ends of what is too long: what was expected comes last."""
    text = ADDRESS.sub(r"<\1>", text)
    lines = [f"{line[:WIDTH]} …" if len(line) > WIDTH else line for line in text.split("\n")]
    if len(lines) > LINES:
        lines = [*lines[: LINES // 2], "…", *lines[-LINES // 2 + 1 :]]
    return lines


def _wrapped(text: str) -> str:
    """Jupyter breaks long lines amid words; these are broken between them."""
    wrapper = textwrap.TextWrapper(
        COLUMNS, subsequent_indent="   ", break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(wrapper.fill(line) for line in text.split("\n"))
