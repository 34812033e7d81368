"""What an executor is asked to do, by a name that costs nothing to import.

The process that hands out the work never loads Otter; the one that does it has it loaded already.
"""

from __future__ import annotations

from autograder.grading.found import Found
from autograder.model import Bundle, Report, Submission


def grade_found(bundle: Bundle, found: Found, data: bytes, only: str, allow_weak: bool) -> Report:
    """Read the submitted bytes and grade what they hold, all of it or one question."""
    from autograder.grading import worker

    return worker.grade_found(bundle, found, data, only, allow_weak)


def grade_read(bundle: Bundle, submission: Submission, only: str, allow_weak: bool) -> Report:
    """Grade a submission that has been read, all of it or one question."""
    from autograder.grading import worker

    return worker.grade_read(bundle, submission, only, allow_weak)
