"""What an answer is worth: real checks over the boundary, and the same checks on the same values.

`Recorded` is a session that writes down what it delivered; `tape` plays it to a check again, as a
plain function in this process. Whatever was sent, both must find the same.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from autograder.authoring import load_assignment
from autograder.boundary.generators import advance
from autograder.boundary.session import Session
from autograder.errors import ProcessDied
from autograder.grading.checks import RunnableCheck, run_check, runnable_checks
from autograder.model import Assignment, BundleQuestion, CheckInfo, Limits, Verdict

ROOT = Path(__file__).parents[2]
HEAD = "from otter.test_files import test_case\nOK_FORMAT = False\nname = {name!r}\npoints = None\n"
CASE = "\n@test_case(points={points}, hidden={hidden})\n{source}\n"


@lru_cache
def assignment(slug: str) -> Assignment:
    return load_assignment(ROOT, slug)


@lru_cache
def real_question(slug: str, name: str) -> BundleQuestion:
    """The question with all its checks, as a bundle holds it."""
    found = next(q for q in assignment(slug).questions if q.id == name)
    cases = [CASE.format(points=c.points, hidden=c.hidden, source=c.source) for c in found.checks]
    infos = [CheckInfo(c.name, c.hidden, c.points, c.hint, c.sentence) for c in found.checks]
    return BundleQuestion(
        id=found.id,
        title=found.title,
        points=found.points,
        names=found.names,
        checks=tuple(infos),
        test_file=HEAD.format(name=name) + "".join(cases),
        placeholder=found.placeholder,
    )


@lru_cache
def real_checks(slug: str, name: str) -> Sequence[RunnableCheck]:
    return runnable_checks(real_question(slug, name))


@lru_cache
def solutions(slug: str) -> Mapping[str, Callable[..., Any]]:
    """All right functions of an assignment, in this process."""
    names: dict[str, Any] = {}
    exec(assignment(slug).setup, names)
    for question in assignment(slug).questions:
        exec(question.answer, names)
    return names


# ---------------------------------------------------------------- what was delivered


@dataclass
class Delivered:
    """One call as the check saw it."""

    heard: list[tuple[int | str, list[Any], dict[str, Any]]] = field(default_factory=list)
    """calls of the check's functions: which argument, and with what"""
    after: dict[int | str, Any] = field(default_factory=dict)
    """the arguments when the call was over"""
    value: Any = None
    same_as: int | str | None = None
    """the argument that came back as the value"""
    error: Exception | None = None
    measured: tuple[int, float] = (0, 0.0)


class Recorded(Session):
    """A session that keeps what it delivered."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.tape: list[Delivered] = []

    def call(
        self, target: str | int, args: tuple[Any, ...], kwargs: dict[str, Any], *, measured: bool
    ) -> tuple[Any, int, float]:
        delivered = Delivered()
        self.tape.append(delivered)
        given = _named(args, kwargs)
        heard = {k: self._listener(delivered, k, v) for k, v in given.items()}
        try:
            value, peak, seconds = super().call(
                target,
                tuple(heard[n] for n in range(len(args))),
                {name: heard[name] for name in kwargs},
                measured=measured,
            )
            delivered.value, delivered.measured = value, (peak, seconds)
            same = [k for k, v in given.items() if v is value and isinstance(v, _MUTABLE)]
            delivered.same_as = same[0] if same else None
        except Exception as error:
            delivered.error = error
            raise
        finally:
            delivered.after = {k: copy.deepcopy(v) for k, v in given.items() if _is_mutable(v)}
        return value, peak, seconds

    def _listener(self, delivered: Delivered, key: int | str, value: Any) -> Any:
        if not callable(value):
            return value

        def listening(*args: Any, **kwargs: Any) -> Any:
            delivered.heard.append((key, *copy.deepcopy((list(args), kwargs))))
            return value(*args, **kwargs)

        return listening


def tape(delivered: Sequence[Delivered]) -> Callable[..., Any]:
    """A plain function that does again what was delivered, call by call."""
    rest = iter(delivered)

    def played(*args: Any, **kwargs: Any) -> Any:
        return measured_played(*args, **kwargs)[0]

    def measured_played(*args: Any, **kwargs: Any) -> tuple[Any, int, float]:
        record, given = next(rest), _named(args, kwargs)
        for key, heard_args, heard_kwargs in record.heard:
            try:
                given[key](*heard_args, **heard_kwargs)
            except Exception:
                continue  # the student's code may swallow it; if not, it is the outcome
        for key, contents in record.after.items():
            _restore(given[key], contents)
        if record.error is not None:
            raise record.error
        value = record.value if record.same_as is None else given[record.same_as]
        return value, *record.measured

    played.__measure__ = measured_played  # type: ignore[attr-defined]
    return played


def judged(check: RunnableCheck, session: Recorded, names: Sequence[str], limits: Limits) -> bool:
    """Whether the check is passed over the boundary, as grading would have it."""
    outcome = run_check(check, {name: session.proxy(name) for name in names}, limits)
    return outcome.verdict is Verdict.PASSED and session.death is None


def worth(check: RunnableCheck, session: Recorded, names: Sequence[str], limits: Limits) -> bool:
    """Whether the check is passed by a plain function with the same values."""
    if any(isinstance(record.error, ProcessDied) for record in session.tape):
        return False
    function = tape(session.tape)
    return run_check(check, dict.fromkeys(names, function), limits).verdict is Verdict.PASSED


_MUTABLE = (np.ndarray, list, dict, np.random.Generator)


def _is_mutable(value: Any) -> bool:
    return isinstance(value, (*_MUTABLE, tuple))


def _named(args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[int | str, Any]:
    return {**dict(enumerate(args)), **kwargs}


def _restore(target: Any, contents: Any) -> None:
    """Bring an argument where its recorded copy was."""
    if isinstance(target, np.ndarray):
        if target.flags.writeable:
            target[...] = contents
    elif isinstance(target, np.random.Generator):
        advance(target, contents)
    elif isinstance(target, dict):
        target.clear()
        target.update(contents)
    elif isinstance(target, list) and len(target) != len(contents):
        target[:] = contents
    elif isinstance(target, (list, tuple)):
        for number, (old, new) in enumerate(zip(target, contents, strict=True)):
            if _is_mutable(old) and type(old) is type(new):
                _restore(old, new)
            elif isinstance(target, list):
                target[number] = new


def every_check(slug: str, names: Sequence[str]) -> Iterator[tuple[str, RunnableCheck]]:
    for name in names:
        for check in real_checks(slug, name):
            yield name, check
