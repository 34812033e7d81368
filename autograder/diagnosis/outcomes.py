"""What a call came to: the value or the exception, and what became of the arguments."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.random import Generator

from autograder.boundary.failures import describe
from autograder.diagnosis.recording import Call
from autograder.errors import ProcessDied


@dataclass(frozen=True)
class Outcome:
    """`raised` is the nearest built-in class; `effects` are changed arguments by their number."""

    raised: str = ""
    value: Any = None
    effects: tuple[tuple[int, Any], ...] = ()


def outcome_of(call: Call, functions: Mapping[str, Callable[..., Any]]) -> Outcome:
    """Make the call, of a stored answer or of a student's function across the boundary."""
    args, kwargs, changeable = call.fresh()
    raised, value = "", None
    random.seed(0)
    np.random.seed(0)
    try:
        value = functions[call.target](*args, **kwargs)
    except ProcessDied:
        raise
    except (Exception, SystemExit) as error:
        raised = describe(error).name
    effects = tuple(
        (number, _contents(new))
        for number, (old, new) in enumerate(changeable)
        if _changed(old, new)
    )
    return Outcome(raised, value, effects)


def _contents(value: Any) -> Any:
    # How many numbers an answer draws is its own affair, as is how often it calls a callback.
    return "advanced" if type(value) is Generator else value


def _changed(old: Any, new: Any) -> bool:
    """Whether an argument differs from what it was; containers in it answer for themselves."""
    kind = type(old)
    if kind is np.ndarray:
        same = old.shape == new.shape and old.dtype == new.dtype
        return not same or old.tobytes() != new.tobytes()
    if kind is Generator:
        return repr(old.bit_generator.state) != repr(new.bit_generator.state)
    if len(old) != len(new) or (kind is dict and list(old) != list(new)):
        return True
    entries = (old.values(), new.values()) if kind is dict else (old, new)
    return any(_differs(before, after) for before, after in zip(*entries, strict=True))


def _differs(before: Any, after: Any) -> bool:
    if type(before) is not type(after):
        return True
    if type(before) in (list, dict, tuple, np.ndarray, Generator) or callable(before):
        return False
    return before is not after and repr(before) != repr(after)
