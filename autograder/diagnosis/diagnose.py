"""Which stored wrong answer does an answer behave like, and alone of all?

It must come to the same on every call; or, where it also forgets to refuse what it should, on every
call that right answers do not refuse: what it computes is one idea, what it checks another. Where
only rounding or a free sign differs, it is the same written otherwise. Of a question with several
functions each is one answer: what one gets wrong says nothing of another. Two ideas that come to
the same cannot be told apart, and what computes with two mistakes comes to something else: then
nothing is said, for a wrong name teaches the wrong thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from autograder.diagnosis.answers import SOLUTION
from autograder.diagnosis.outcomes import Outcome
from autograder.diagnosis.recording import Call
from autograder.diagnosis.table import Agreement, Table
from autograder.model import Attempt

Ask = Callable[[Call], Outcome | None]
"""What the judged answer makes of a call; None when it can be asked no more."""


@dataclass(frozen=True)
class Likeness:
    """The mutants that come to the same as the answer on every call of a kind.

    `wrong`: those for which no right answer comes to it on some of these calls. Where a check
    leaves open what is right, right answers differ, and to differ from one of them is no mistake.
    """

    agreeing: frozenset[str]
    wrong: frozenset[str] = frozenset()

    def after(self, found: Agreement) -> Likeness:
        """When one more call has been compared."""
        return Likeness(self.agreeing & found.same, self.wrong | found.wrong)


@dataclass(frozen=True)
class Likenesses:
    """The strictest first; the first that leaves a mutant decides, also when it leaves too many."""

    in_all: Likeness
    in_values: Likeness
    in_all_nearly: Likeness
    in_values_nearly: Likeness

    @property
    def all(self) -> tuple[Likeness, ...]:
        """In that order."""
        return (self.in_all, self.in_values, self.in_all_nearly, self.in_values_nearly)

    @property
    def left(self) -> frozenset[str]:
        """The mutants that are still like it in some way."""
        return frozenset().union(*(likeness.agreeing for likeness in self.all))

    def after(self, exactly: Agreement, nearly: Agreement, refused: bool) -> Likenesses:
        """When one more call has been compared, which right answers refuse or do not."""
        return Likenesses(
            self.in_all.after(exactly),
            self.in_values if refused else self.in_values.after(exactly),
            self.in_all_nearly.after(nearly),
            self.in_values_nearly if refused else self.in_values_nearly.after(nearly),
        )

    @property
    def deciding(self) -> Likeness:
        """The first that leaves a mutant, or the last."""
        return next(filter(lambda likeness: likeness.agreeing, self.all), self.in_values_nearly)

    @property
    def is_right(self) -> bool:
        """Whether it comes to what mutants and right answers come to."""
        return bool(self.deciding.agreeing) and not self.deciding.agreeing & self.deciding.wrong

    def said(self, mutants: Mapping[str, Attempt]) -> Attempt | None:
        """The one idea that is left."""
        agreeing = self.deciding.agreeing
        return None if self.is_right else shared(mutants[name] for name in agreeing)


def diagnose(table: Table, mutants: Mapping[str, Attempt], ask: Ask) -> Attempt | None:
    """The wrong answer that this one is like, by its shared name if it has twins; or None."""
    if SOLUTION not in table.names:
        return None
    start = Likenesses(*[Likeness(table.names & mutants.keys())] * 4)
    whole, parts = start, {call.target: start for call in table.calls}
    for number, call in enumerate(table.calls):
        left = whole.left.union(*(part.left for part in parts.values()))
        if all(mutants[name].undiagnosable for name in left):
            return None
        found = ask(call)
        if found is None:
            return None
        asked = whole.left | parts[call.target].left
        exactly = table.agreeing(number, found, asked)
        nearly = table.nearly(number, found, asked, exactly)
        refused = table.is_refused(number)
        whole = whole.after(exactly, nearly, refused)
        parts[call.target] = parts[call.target].after(exactly, nearly, refused)
    if whole.left:
        return whole.said(mutants)
    wrong = (parts[name] for name in table.targets if name in parts and not parts[name].is_right)
    # A later function may call an earlier one: what that got wrong is no idea of its own.
    return next(wrong, whole).said(mutants)


def shared(agreeing: Iterable[Attempt]) -> Attempt | None:
    """The one idea of several wrong answers: the only one, or the one that its twins name."""
    left = list(agreeing)
    ideas = {attempt.twin_of or attempt.name for attempt in left}
    if len(ideas) != 1 or any(attempt.undiagnosable for attempt in left):
        return None
    return next((attempt for attempt in left if attempt.name in ideas), None)
