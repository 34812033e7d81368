"""The vocabulary as frozen dataclasses: author, grader and report speak it.

Standard library only, so that every room of the engine may import it.
"""

from autograder.model.bundle import Bundle, BundleQuestion, CheckInfo
from autograder.model.report import (
    NOT_ANSWERED,
    CheckResult,
    Layer,
    Misconception,
    QuestionResult,
    Report,
    Status,
    Verdict,
)
from autograder.model.source import Assignment, Attempt, Cell, Check, Limits, Question, Written
from autograder.model.submission import CellProblem, CodeCell, StudentError, Submission

__all__ = [
    "NOT_ANSWERED",
    "Assignment",
    "Attempt",
    "Bundle",
    "BundleQuestion",
    "Cell",
    "CellProblem",
    "Check",
    "CheckInfo",
    "CheckResult",
    "CodeCell",
    "Layer",
    "Limits",
    "Misconception",
    "Question",
    "QuestionResult",
    "Report",
    "Status",
    "StudentError",
    "Submission",
    "Verdict",
    "Written",
]
