"""What a grading process works with: one bundle, held for all submissions, and its warm zygote."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import replace
from functools import lru_cache

from autograder.boundary.starting import start_zygote
from autograder.errors import AutograderError, UsageError
from autograder.model import Bundle
from autograder.sandbox.process import Zygote

NOT_HELD = (
    "found a worker that does not hold this run's bundle; wanted one that does; start the worker "
    "again, then run the same command again: what was graded is kept"
)


class NotHeld(UsageError):  # noqa: N818 - named like the state, which is no mistake of the asker
    """A worker is asked to grade by a bundle that it was never given."""


def key_of(bundle: Bundle) -> str:
    """Names all that the bundle says, what lies outside its digest included."""
    return hashlib.sha256(repr(bundle).encode()).hexdigest()


def without_diagnosis(bundle: Bundle) -> Bundle:
    """The bundle without what only the diagnosis needs."""
    return replace(bundle, mutants=(), accepted=())


class Bench:
    """A worker process's own. The zygote starts with the bundle, and warms up meanwhile."""

    def __init__(self) -> None:
        self._key = ""
        self._bundles: tuple[Bundle, Bundle] | None = None
        self._zygote: Zygote | None = None
        self._allow_weak = False

    def hold(self, key: str, bundle: Bundle) -> None:
        """Keep the bundle in place of what was held before. Raises nothing."""
        if key == self._key:
            return
        self._key, self._bundles = key, (bundle, without_diagnosis(bundle))
        # What stops it now stops the first submission too, and is told there.
        with contextlib.suppress(AutograderError, OSError):
            self._changed(allow_weak=False).begin()

    def bundle(self, key: str, *, plain: bool) -> Bundle:
        """The bundle of that key, or what it is without the diagnosis; NotHeld if it is another."""
        if self._bundles is None or key != self._key:
            raise NotHeld(NOT_HELD)
        return self._bundles[plain]

    def zygote(self, *, allow_weak: bool) -> Zygote:
        """The zygote for the held bundle's limits and files."""
        if self._zygote is None or allow_weak != self._allow_weak:
            return self._changed(allow_weak=allow_weak)
        return self._zygote

    def _changed(self, *, allow_weak: bool) -> Zygote:
        if self._bundles is None:
            raise NotHeld(NOT_HELD)
        if self._zygote is not None:
            self._zygote.close()
            self._zygote = None
        bundle, _ = self._bundles
        self._zygote = start_zygote(bundle.limits, bundle.files, allow_weak)
        self._allow_weak = allow_weak
        return self._zygote


@lru_cache(maxsize=1)
def bench() -> Bench:
    """One per process: an executor's tasks share nothing else."""
    return Bench()
