"""What can go wrong and be said in one line: what was found, what was wanted, what to do next."""

from __future__ import annotations


class AutograderError(Exception):
    """Its text is for the person at the terminal: printed in one line, without a traceback."""

    exit_code = 2


class UsageError(AutograderError):
    """What was asked for is not there: an assignment, a folder, a usable output."""


class AuthorError(AutograderError):
    """A source file breaks a rule; the text starts with ``file:line:``."""


class StaleError(AutograderError):
    """A release or a bundle is older than its source."""


class LeakError(AutograderError):
    """A release holds staff text."""


class ConfinementError(AutograderError):
    """A required confinement layer is not available on this machine."""

    exit_code = 3


class ProcessDied(RuntimeError):  # noqa: N818 - named like the event, it is no mistake of ours
    """The student process is gone; the text says why, in words for the student."""


class CodecError(Exception):
    """A value or a frame that may not cross the boundary; the text says which and why.

    No ValueError: a check that wants one from the student must not take this for it.
    """
