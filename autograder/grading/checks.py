"""One check of an Otter test file against the student's names: its verdict, and what it said."""

from __future__ import annotations

import contextlib
import io
import random
import traceback
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

import numpy as np

from autograder.boundary.memory import memory_ceiling
from autograder.errors import ProcessDied, UsageError
from autograder.grading import otter_format
from autograder.grading.cpu_limit import within_cpu_limit
from autograder.model import BundleQuestion, CheckInfo, Limits, Verdict

MAX_MESSAGE = 2_000
STOPPED = "the check was stopped after {seconds:g} s of CPU time: what it was given took too long"
MISMATCH = (
    "bundle: question {question} lists {listed} checks, its test file has {held}; "
    "run `autograder build` again"
)
# An error that a student's code raised comes out of the boundary's own frames.
BOUNDARY = "autograder.boundary"


@dataclass(frozen=True)
class Outcome:
    """What a check found. `stopped`: it ran into its CPU limit amid a conversation."""

    verdict: Verdict
    message: str = ""
    stopped: bool = False


@dataclass(frozen=True)
class RunnableCheck:
    """A check with Otter's test case that judges it, and the student's names it asks for."""

    info: CheckInfo
    case: Any
    names: tuple[str, ...]


def runnable_checks(question: BundleQuestion) -> Sequence[RunnableCheck]:
    """The question's checks from its test file, in the author's order."""
    path = _path(question)
    cases = otter_format.cases(_compiled(question.test_file, path), path)
    if len(cases) != len(question.checks):
        raise UsageError(
            MISMATCH.format(question=question.id, listed=len(question.checks), held=len(cases))
        )
    return [
        RunnableCheck(info, case, names)
        for info, case, names in zip(
            question.checks, cases, _parameters(question.test_file, path), strict=True
        )
    ]


@lru_cache(maxsize=256)
def _compiled(test_file: str, path: str) -> CodeType:
    """Compiled once for a whole class: each submission asks for the same test file twice."""
    return otter_format.compiled(test_file, path)


@lru_cache(maxsize=256)
def _parameters(test_file: str, path: str) -> tuple[tuple[str, ...], ...]:
    """The names that each check asks for."""
    cases = otter_format.cases(_compiled(test_file, path), path)
    return tuple(tuple(case._get_func_params()) for case in cases)


def run_check(check: RunnableCheck, names: Mapping[str, Any], limits: Limits) -> Outcome:
    """The verdict of one check; nothing it does to numpy, warnings or random state outlives it."""
    raised: list[BaseException] = []

    def work() -> None:
        try:
            with memory_ceiling(limits.memory_mib), _own_state():
                check.case.call_func(dict(names))
        except (Exception, SystemExit) as error:
            raised.append(error)

    if not within_cpu_limit(work, limits.check_cpu):
        message = STOPPED.format(seconds=limits.check_cpu)
        return Outcome(Verdict.ERRORED, message, stopped=True)
    if not raised:
        return Outcome(Verdict.PASSED)
    return _outcome(raised[0])


@contextlib.contextmanager
def _own_state() -> Any:
    """What a check prints, warns of or seeds is its own affair, and the same every time."""
    random.seed(0)
    np.random.seed(0)
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(),
        np.errstate(all="warn"),
        np.printoptions(threshold=36, edgeitems=3, linewidth=80),  # as in the student's notebook
    ):
        warnings.simplefilter("ignore")
        yield


def _outcome(error: BaseException) -> Outcome:
    if isinstance(error, ProcessDied):
        return Outcome(Verdict.ERRORED, str(error))
    said = cut(_text(error))
    if isinstance(error, AssertionError) and not _from_student(error):
        return Outcome(Verdict.FAILED, said or _line(error))
    kind = type(error).__name__
    return Outcome(Verdict.ERRORED, f"{kind}: {said}" if said else kind)


def _from_student(error: BaseException) -> bool:
    """Whether it was raised where answers arrive: an `assert` of the student's is an error."""
    innermost = error.__traceback__
    while innermost is not None and innermost.tb_next is not None:
        innermost = innermost.tb_next
    module = innermost.tb_frame.f_globals.get("__name__", "") if innermost else ""
    return isinstance(module, str) and module.startswith(BOUNDARY)


def _line(error: BaseException) -> str:
    """A bare `assert` says nothing; its line has to."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"line {frames[-1].lineno} of the test file does not hold" if frames else ""


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:  # its arguments may be values that refuse to be shown
        return ""


def cut(text: str) -> str:
    """Text of any origin, at a length that a page bears."""
    return text if len(text) <= MAX_MESSAGE else f"{text[:MAX_MESSAGE]}…"


def _path(question: BundleQuestion) -> str:
    return f"<checks of {question.id}>"
