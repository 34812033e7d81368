"""What an executor is asked to do, by a name that costs nothing to import.

A task names the bundle by its key: the executor's workers were given it when they started. CPU
limits need a process's main thread: an executor of threads has processes that do it for them.
"""

from __future__ import annotations

import threading

from autograder.grading.bench import bench
from autograder.grading.found import Found
from autograder.grading.lending import lending
from autograder.model import Bundle, Report, Submission


def hold(key: str, bundle: Bundle) -> None:
    """Let this process, or those that work for its threads, grade by the bundle from now on."""
    if _is_main_thread():
        bench().hold(key, bundle)
    else:
        lending().hold(key, bundle)


def grade_found(
    key: str, found: Found, data: bytes, only: str, allow_weak: bool, diagnose: bool
) -> Report:
    """Read the submitted bytes and grade what they hold, all of it or one question.

    `diagnose`: name the misconceptions, too.
    """
    if not _is_main_thread():
        return lending().ask(key, grade_found, key, found, data, only, allow_weak, diagnose)
    from autograder.grading import worker

    return worker.grade_found(key, found, data, only, allow_weak, diagnose)


def grade_read(key: str, submission: Submission, only: str, allow_weak: bool) -> Report:
    """Grade a submission that has been read, all of it or one question."""
    if not _is_main_thread():
        return lending().ask(key, grade_read, key, submission, only, allow_weak)
    from autograder.grading import worker

    return worker.grade_read(key, submission, only, allow_weak)


def confine(key: str) -> None:
    """Start what confines student code; ConfinementError where that cannot be done."""
    if not _is_main_thread():
        return lending().ask(key, confine, key)
    from autograder.grading import worker

    return worker.confine(key)


def _is_main_thread() -> bool:
    return threading.current_thread() is threading.main_thread()
