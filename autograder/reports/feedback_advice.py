"""How to read a question's checks: a sentence or two that follow from the report alone.

One mistake fails many checks, and the hint of each fits another mistake. Whoever reads them all as
told to him looks in the wrong place; so what stands above them says which to begin with.
"""

from __future__ import annotations

import re

from autograder.model import CheckResult, QuestionResult, Verdict

MANY = 4
"""From so many open checks on, most are echoes."""

MISSPELT = (
    "Python does not know a name that your code uses: is it misspelt, or did the cell that makes "
    "it stop or get lost?"
)
NOTHING = (
    "Your function gives nothing back (None): it has to end with return. print only shows a value."
)
SHAPES = (
    "An array does not have the axes that your code expects: read again which shapes the question "
    "allows, and print the shapes of everything on the line that stops."
)
REFUSAL = (
    "Only {error} counts where it is asked for: a value does not, and no other error does (assert "
    "raises AssertionError)."
)
UNSEEN = (
    "Where a check says “Stopped with an error”, your code raises one for arguments that the "
    "notebook's checks do not try. Call your function yourself, with every optional argument and "
    "with what the sentence of the check names, and read the error."
)
IDEA_FIRST = (
    "Mend this first. It alone may fail the checks below, since nearly all of them look at your "
    "values too; a hint that does not fit your answer can wait until the others pass."
)
FIRST_FIRST = (
    "Begin with the first check below. One mistake can fail many checks, since nearly all of them "
    "look at your values too; a hint that does not fit your answer can wait until the others pass."
)

SHAPE_ERROR = re.compile(
    r"IndexError:|ValueError: (matmul|operands could not be broadcast|shapes? |not enough values"
    r"|too many values|setting an array element)|(LinAlg|Axis)Error: .*(dimension|square|axis)"
)
RAISES = re.compile(r"\braises? (\w+Error)\b")


def advice(question: QuestionResult) -> tuple[str, ...]:
    """What stands above the checks; empty where they speak for themselves."""
    open_ = [check for check in question.checks if check.verdict is not Verdict.PASSED]
    if not open_ or question.note:  # the note says what happened to the whole
        return ()
    many = len(open_) >= MANY
    if question.misconception:  # one idea at a time
        return (IDEA_FIRST,) if many else ()
    said = (_found(open_), _refusal(open_), FIRST_FIRST if many else "")
    return tuple(text for text in said if text)


def _found(open_: list[CheckResult]) -> str:
    """What the first telling message means; a hidden check's is for staff, and is not read."""
    for check in open_:
        if check.hidden:
            continue
        if "'NoneType'" in check.message or re.search(r"\breturned None\b", check.message):
            return NOTHING
        if check.verdict is Verdict.ERRORED and check.message.startswith("NameError:"):
            return MISSPELT
        if check.verdict is Verdict.ERRORED and SHAPE_ERROR.match(check.message):
            return SHAPES
    hidden_only = all(check.hidden for check in open_)
    stopped = any(check.verdict is Verdict.ERRORED for check in open_)
    return UNSEEN if hidden_only and stopped else ""


def _refusal(open_: list[CheckResult]) -> str:
    """Where refusals are all that is missing, which error they want."""
    wanted = [RAISES.search(check.sentence) for check in open_]
    errors = {match[1] for match in wanted if match}
    return REFUSAL.format(error=errors.pop()) if all(wanted) and len(errors) == 1 else ""
