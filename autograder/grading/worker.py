"""What a worker process does: grades one submission at a time, by the bundle on its bench.

Whatever a submission does, its report comes back; only what concerns all of them is raised.
"""

from __future__ import annotations

import os

# One thread makes children cheap to fork and results the same everywhere; numpy reads it once.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import time
from dataclasses import replace

from autograder.boundary.session import Session
from autograder.errors import AutograderError
from autograder.grading.bench import bench
from autograder.grading.checks import cut
from autograder.grading.doubts import GRADER, OUR_FAULT, is_full, no_place
from autograder.grading.found import Found
from autograder.grading.names import clean
from autograder.grading.read import digest_of, read_submission
from autograder.grading.results import ungradable
from autograder.grading.run import Confinement, grade_submission
from autograder.grading.store import report_digest
from autograder.model import Bundle, Report, Submission
from autograder.sandbox.process import Zygote


def grade_found(
    key: str, found: Found, data: bytes, only: str, allow_weak: bool, diagnose: bool
) -> Report:
    """Read the submitted bytes and grade what they hold, all of it or one question."""
    bundle = bench().bundle(key, plain=not diagnose)
    submission = read_submission(found, bundle, data)
    digest = report_digest(found, digest_of(found, data), bundle)
    return _graded(bundle, submission, only, allow_weak, digest)


def grade_read(key: str, submission: Submission, only: str, allow_weak: bool) -> Report:
    """Grade a submission that has been read, all of it or one question."""
    return _graded(bench().bundle(key, plain=True), submission, only, allow_weak, "")


def confine(key: str) -> None:
    """Start what confines student code; ConfinementError where that cannot be done."""
    bench().bundle(key, plain=True)
    _ready_zygote(allow_weak=False)


def _graded(
    bundle: Bundle, submission: Submission, only: str, allow_weak: bool, digest: str
) -> Report:
    if submission.reason:
        return ungradable(submission, bundle, digest, submission.reason)
    try:
        zygote = _ready_zygote(allow_weak=allow_weak)
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


def _ready_zygote(*, allow_weak: bool) -> Zygote:
    """It runs: what goes wrong from here on may be the submission's doing, before it is not."""
    zygote = bench().zygote(allow_weak=allow_weak)
    try:
        _ = zygote.pid or zygote.layers  # asking for the layers starts it
    except OSError as error:
        raise no_place(error) from None
    return zygote


def _is_weak(zygote: Zygote) -> bool:
    return any(layer.required and not layer.active for layer in zygote.layers)
