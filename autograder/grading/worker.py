"""What a worker process does: grades one submission at a time, with one warm zygote of its own.

Whatever a submission does, its report comes back; only what concerns all of them is raised.
"""

from __future__ import annotations

import os

# One thread makes children cheap to fork and results the same everywhere; numpy reads it once.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import threading
import time
from dataclasses import replace
from functools import lru_cache

from autograder.boundary.session import Session, start_zygote
from autograder.errors import AutograderError
from autograder.grading.checks import cut
from autograder.grading.doubts import GRADER, OUR_FAULT, is_full, no_place
from autograder.grading.found import Found
from autograder.grading.names import clean
from autograder.grading.pool import process_pool
from autograder.grading.read import digest_of, read_submission
from autograder.grading.results import ungradable
from autograder.grading.run import Confinement, grade_submission
from autograder.grading.store import report_digest
from autograder.model import Bundle, Report, Submission
from autograder.sandbox.process import Zygote


class Bench:
    """This process's zygote, started for the first submission and kept while the bundle stays."""

    def __init__(self) -> None:
        self._zygote: Zygote | None = None
        self._key: tuple[str, bool] | None = None

    def zygote(self, bundle: Bundle, allow_weak: bool) -> Zygote:
        """The zygote for the bundle's limits and files."""
        key = bundle.digest, allow_weak
        if self._zygote is None or self._key != key:
            if self._zygote is not None:
                self._zygote.close()
            self._zygote = start_zygote(bundle.limits, bundle.files, allow_weak)
            self._key = key
        return self._zygote


@lru_cache(maxsize=1)
def bench() -> Bench:
    """One per process: an executor's tasks share nothing else."""
    return Bench()


def grade_found(bundle: Bundle, found: Found, data: bytes, only: str, allow_weak: bool) -> Report:
    """Read the submitted bytes and grade what they hold, all of it or one question."""
    submission = read_submission(found, bundle, data)
    digest = report_digest(found, digest_of(found, data), bundle)
    return grade_read(bundle, submission, only, allow_weak, digest)


def grade_read(
    bundle: Bundle, submission: Submission, only: str, allow_weak: bool, digest: str = ""
) -> Report:
    """Grade a submission that has been read, all of it or one question."""
    if submission.reason:
        return ungradable(submission, bundle, digest, submission.reason)
    if threading.current_thread() is not threading.main_thread():
        # CPU limits need a main thread: an executor of threads lends us a process each time.
        with process_pool(1) as pool:
            return pool.submit(grade_read, bundle, submission, only, allow_weak, digest).result()
    try:
        zygote = _ready_zygote(bundle, allow_weak)
        started = time.process_time()
        report = grade_submission(
            submission,
            bundle,
            lambda: Session(zygote, bundle.limits),
            digest=digest,
            only=only,
            confinement=Confinement(zygote.layers, _is_weak(zygote)),
        )
        return replace(report, times={**report.times, GRADER: time.process_time() - started})
    except AutograderError:
        raise
    except OSError as error:
        if is_full(error):
            raise no_place(error) from None
        return _our_fault(error, submission, bundle, digest)
    except (Exception, SystemExit) as error:  # one submission must not cost the class its grades
        return _our_fault(error, submission, bundle, digest)


def _our_fault(error: BaseException, submission: Submission, bundle: Bundle, digest: str) -> Report:
    reason = OUR_FAULT.format(kind=type(error).__name__, text=cut(clean(str(error))))
    return ungradable(submission, bundle, digest, reason)


def _ready_zygote(bundle: Bundle, allow_weak: bool) -> Zygote:
    """It runs: what goes wrong from here on may be the submission's doing, before it is not."""
    zygote = bench().zygote(bundle, allow_weak)
    try:
        _ = zygote.pid or zygote.layers  # asking for the layers starts it
    except OSError as error:
        raise no_place(error) from None
    return zygote


def _is_weak(zygote: Zygote) -> bool:
    return any(layer.required and not layer.active for layer in zygote.layers)
