"""Which verdicts may be the machine's doing, and are therefore not the last word.

A report tells in sentences what stopped a submission; here they are read again. Whatever a student
can make one of them say costs a repetition, never a point of anybody.
"""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator

from autograder.errors import UsageError
from autograder.model import Report, Verdict

WORKER_DIED = "it ended the grader's own process twice ({kind}); run it again, or mark it by hand"
OUR_FAULT = "the grader failed on it ({kind}: {text}); tell whoever runs it"
QUESTION_DIED = (
    "the checks ended the grader's own process again and again: what they were given took too long"
)
PATIENCE = "it gave no answer for"
"""How the boundary says that the wall-clock backstop struck."""
CPU_LIMIT = "of CPU time"
OUTSIDE = ("was stopped from outside", "ended with its zygote")
"""How the sandbox says that the student process was killed, by itself or by somebody else."""
GRADER = "grader"
"""Report.times: the CPU time of the trusted side."""
BUSY_FACTOR = 1.3
BUSY_SECONDS = 0.3
NO_PLACE = (
    "found no way to start the grader's processes in {place} ({why}); wanted room and permission "
    "for temporary files; make room, or set TMPDIR to another folder, then run the same command "
    "again: what was graded is kept"
)
# Killed amid a conversation, it may take along what our end was about to use.
_GONE = frozenset({errno.EBADF, errno.ECHILD, errno.ESRCH})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


class NoPlace(UsageError):  # noqa: N818 - a state of the machine, not a mistake
    """The grader's own processes cannot be started."""


def killed_from_outside(report: Report) -> bool:
    """A student process was killed, by its own hand or another's."""
    return any(word in said for said in _said(report) for word in OUTSIDE)


def doubtful(report: Report) -> bool:
    """Another try alone may end better: a kill, a fault, the wall clock, CPU time when it was busy.

    CPU seconds are dearer on a machine that is busy with something else. Where it was not, an
    endless loop need not run again.
    """
    said = list(_said(report))
    if (
        _is_our_fault(report)
        or any(PATIENCE in text for text in said)
        or killed_from_outside(report)
    ):
        return True
    return _machine_was_busy(report) and any(CPU_LIMIT in text for text in said)


def worth_another_run(report: Report) -> bool:
    """A fault of ours or of the machine's: the next run does not keep its result."""
    died = report.reason.startswith(WORKER_DIED.partition("{")[0])
    return died or _is_our_fault(report) or any(QUESTION_DIED in hit for hit in report.limits_hit)


def is_death_of_server(error: OSError) -> bool:
    """The process that forks workers is gone: it is started again."""
    return isinstance(error, ConnectionError) or error.errno in _GONE


def no_place(error: OSError) -> NoPlace:
    """Nobody can be graded here; that is no submission's fault."""
    try:
        place = tempfile.gettempdir()
    except OSError:  # there is none that can be written
        place = "TMPDIR"
    return NoPlace(NO_PLACE.format(place=place, why=error.strerror or error))


def is_full(error: OSError) -> bool:
    """The disk is, whoever filled it: no submission is to blame alone."""
    return error.errno in _FULL


def _is_our_fault(report: Report) -> bool:
    return report.reason.startswith(OUR_FAULT.partition("{")[0])


def _said(report: Report) -> Iterator[str]:
    """All sentences of a report that lost points to something; student text among them."""
    yield from report.limits_hit
    for question in report.questions:
        lost = [check for check in question.checks if check.verdict is not Verdict.PASSED]
        if lost:
            yield question.note
            yield from (check.message for check in lost)


def _machine_was_busy(report: Report) -> bool:
    """Whether the clock went on much further than those who worked."""
    times = report.times
    worked = times.get("cpu", 0.0) + times.get(GRADER, 0.0)
    return times.get("wall", 0.0) > BUSY_FACTOR * worked + BUSY_SECONDS
