"""Stored answers made ready to be called: the notebook around them runs here, as staff code."""

from __future__ import annotations

import contextlib
import io
import os
import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import numpy as np

from autograder.model import Bundle, BundleQuestion

SOLUTION: Final = "the solution"
ACCEPTED: Final = "accepted/{}"
"""An accepted attempt's name, which is no mutant's."""
Functions = Mapping[str, Callable[..., Any]]


def functions_of(bundle: Bundle, question: BundleQuestion, answer: str) -> Functions | None:
    """The question's functions when it is answered so, and all others by the solution.

    None when a cell fails or a function is missing: such an answer is like no student's.
    """
    space: dict[str, Any] = {"__name__": "answer"}
    cells = [bundle.setup]
    cells += [answer if q.id == question.id else bundle.answers[q.id] for q in bundle.questions]
    try:
        for cell in cells:
            exec(compile(cell, "<answer>", "exec"), space)
    except (Exception, SystemExit):
        return None
    found = {name: space.get(name) for name in question.names}
    return (
        {n: f for n, f in found.items() if callable(f)}
        if all(map(callable, found.values()))
        else None
    )


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """What stored answers print or warn of is nobody's business, nor what LAPACK says of them."""
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(),
        np.errstate(all="ignore"),
        np.printoptions(),
        _closed_terminal(),
    ):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def _closed_terminal() -> Iterator[None]:
    """Libraries in C write to the descriptors themselves."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    kept = {number: os.dup(number) for number in (1, 2)}
    try:
        for number in kept:
            os.dup2(nowhere, number)
        yield
    finally:
        for number, copy in kept.items():
            os.dup2(copy, number)
            os.close(copy)
        os.close(nowhere)
