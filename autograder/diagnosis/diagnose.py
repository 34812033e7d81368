"""Which stored wrong answer does an answer behave like, and alone of all?

It must come to the same on every call; or, where it also forgets to refuse what it should, on every
call that right answers do not refuse: what it computes is one idea, what it checks another. Two
ideas that come to the same cannot be told apart, and what computes with two mistakes comes to
something else: then nothing is said, for a wrong name teaches the wrong thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from autograder.diagnosis.answers import SOLUTION
from autograder.diagnosis.outcomes import Outcome
from autograder.diagnosis.recording import Call
from autograder.diagnosis.table import Table
from autograder.model import Attempt

Ask = Callable[[Call], Outcome | None]
"""What the judged answer makes of a call; None when it can be asked no more."""


@dataclass(frozen=True)
class Likeness:
    """The mutants that come to the same as the answer on every call of a kind.

    `wrong`: on some of these calls no right answer comes to it. Where a check leaves open what is
    right, right answers differ, and to differ from one of them is no mistake.
    """

    agreeing: frozenset[str]
    wrong: bool = False

    def after(self, same: frozenset[str], right: frozenset[str]) -> Likeness:
        """When one more call has been compared: `same` are the answers that come to the same."""
        return Likeness(self.agreeing & same, self.wrong or not same & right)


def diagnose(table: Table, mutants: Mapping[str, Attempt], ask: Ask) -> Attempt | None:
    """The wrong answer that this one is like, by its shared name if it has twins; or None."""
    in_all = in_values = Likeness(table.names & mutants.keys())
    for number, call in enumerate(table.calls):
        left = in_all.agreeing | in_values.agreeing
        if all(mutants[name].undiagnosable for name in left) or SOLUTION not in table.names:
            return None
        found = ask(call)
        if found is None:
            return None
        same = table.agreeing(number, found, left | table.right)
        in_all = in_all.after(same, table.right)
        if not table.is_refused(number):
            in_values = in_values.after(same, table.right)
    likeness = in_all if in_all.agreeing else in_values
    return shared(mutants[name] for name in likeness.agreeing) if likeness.wrong else None


def shared(agreeing: Iterable[Attempt]) -> Attempt | None:
    """The one idea of several wrong answers: the only one, or the one that its twins name."""
    left = list(agreeing)
    ideas = {attempt.twin_of or attempt.name for attempt in left}
    if len(ideas) != 1 or any(attempt.undiagnosable for attempt in left):
        return None
    return next((attempt for attempt in left if attempt.name in ideas), None)
