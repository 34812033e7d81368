"""What the stored answers to a question make of its calls, worked out as far as it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from autograder.boundary.memory import memory_ceiling
from autograder.diagnosis.agreement import TOLERANCE, agree, rounding
from autograder.diagnosis.answers import SOLUTION, Functions, quiet
from autograder.diagnosis.outcomes import Outcome, outcome_of
from autograder.diagnosis.recording import Call
from autograder.diagnosis.rounding import agree_loosely, near, noise, scale, signs_are_free, wider
from autograder.model import Limits

Again = Callable[[str], "Functions | None"]
"""The functions of an answer, made anew: what is asked out of order must leave no trace."""
Limited = Callable[[Callable[[], None], float], bool]
"""Does the work; False when it was stopped after that much CPU time."""


@dataclass(frozen=True)
class Agreement:
    """Whose outcome of a call is the same, and whose of these no right answer comes to."""

    same: frozenset[str] = frozenset()
    wrong: frozenset[str] = frozenset()


class Table:
    """The outcomes of one question's calls. An answer that runs into a limit leaves the table.

    Whoever asks goes through the calls in their order: so an answer that remembers something is
    asked in one order too, whatever was asked before.
    """

    def __init__(
        self,
        calls: Sequence[Call],
        right: Mapping[str, Functions],
        wrong: Mapping[str, Functions],
        limits: Limits,
        limited: Limited,
        again: Again,
    ) -> None:
        """Answers by name; the solution is among the right ones. `again` makes one of them anew."""
        self.calls = tuple(calls)
        self._answers = {**wrong, **right}
        self._right = frozenset(right)
        self._limits = limits
        self._limited = limited
        self._again = again
        self._spare: dict[str, Functions | None] = {}
        # For each call the different outcomes, and which of them an answer has.
        self._outcomes: list[list[Outcome]] = [[] for _ in calls]
        self._places: list[dict[str, int]] = [{} for _ in calls]
        self._tolerances = [TOLERANCE for _ in calls]
        self._noises: list[dict[str, tuple[float, ...]]] = [{} for _ in calls]

    @property
    def names(self) -> frozenset[str]:
        """The answers that are still in the table."""
        return frozenset(self._answers)

    @property
    def targets(self) -> tuple[str, ...]:
        """The question's functions, in its order."""
        return tuple(self._answers[SOLUTION]) if SOLUTION in self._answers else ()

    @property
    def right(self) -> frozenset[str]:
        """Those of them that are right."""
        return self.names & self._right

    def agreeing(self, number: int, found: Outcome, names: Collection[str]) -> Agreement:
        """To whose outcome of the call this one is the same; all right answers are asked too."""
        places = self.places(number, self.right.union(names))
        like: set[int] = set()

        def compare() -> None:
            with memory_ceiling(self._limits.memory_mib):
                for place in set(places.values()):
                    outcome = self._outcomes[number][place]
                    if agree(found, outcome, self._tolerances[number]):
                        like.add(place)

        if not self._limited(compare, self._limits.check_cpu):
            return Agreement()
        same = frozenset(name for name, place in places.items() if place in like)
        return Agreement(same, frozenset() if same & self._right else same)

    def nearly(
        self, number: int, found: Outcome, names: Collection[str], exactly: Agreement
    ) -> Agreement:
        """The same with those to whose outcome this one is the same but for rounding and signs."""
        places = self.places(number, set(names) - exactly.same)
        call, outcomes = self.calls[number], self._outcomes[number]
        right = [outcomes[place] for place in self.places(number, self.right).values()]
        same, wrong = set(exactly.same), set(exactly.wrong)

        def compare() -> None:
            with quiet(), memory_ceiling(self._limits.memory_mib):
                signs, size = signs_are_free(right), scale(call, right)
                for name, place in places.items():
                    mutant = outcomes[place]
                    if not near(found, mutant, size):
                        continue
                    rounded = wider(self._noise(number, name), self._noise(number, SOLUTION))
                    if agree_loosely(found, mutant, rounded, signs=signs):
                        same.add(name)
                        if not any(agree_loosely(r, mutant, rounded, signs=signs) for r in right):
                            wrong.add(name)

        if places and not self._limited(compare, self._limits.check_cpu):
            return exactly
        return Agreement(frozenset(same), frozenset(wrong))

    def _noise(self, number: int, name: str) -> tuple[float, ...]:
        if name not in self._noises[number]:
            outcome = self._outcomes[number][self._places[number][name]]
            if name not in self._spare:
                self._spare[name] = self._again(name)
            found = noise(self.calls[number], outcome, self._spare[name])
            self._noises[number][name] = found
        return self._noises[number][name]

    def is_refused(self, number: int) -> bool:
        """Whether the solution raises, as it does for arguments that should be refused."""
        place = self.places(number, [SOLUTION]).get(SOLUTION)
        return place is not None and bool(self._outcomes[number][place].raised)

    def places(self, number: int, names: Collection[str]) -> dict[str, int]:
        """For each of the answers a number; two that have the same come to the same."""
        places = self._places[number]
        if missing := sorted(self.names.intersection(names) - places.keys()):
            with quiet(), memory_ceiling(self._limits.memory_mib):
                self._work_out_right_ones(number)
                for name in missing:
                    self._work_out(number, name)
        return {n: places[n] for n in sorted(names) if n in self._answers and n in places}

    def _work_out_right_ones(self, number: int) -> None:
        """They come first: they say what rounding does to this call."""
        if not self._outcomes[number]:
            for name in sorted(self.right):
                self._work_out(number, name)
            self._tolerances[number] = rounding(self._outcomes[number])

    def _work_out(self, number: int, name: str) -> None:
        if name in self._places[number] or name not in self._answers:
            return
        found: list[Outcome] = []
        call, functions = self.calls[number], self._answers[name]
        done = self._limited(
            lambda: found.append(outcome_of(call, functions)), self._limits.call_cpu
        )
        if done and found:
            self._places[number][name] = self._place(number, found[0])
        else:  # no right or wrong idea explains a limit
            del self._answers[name]

    def _place(self, number: int, outcome: Outcome) -> int:
        outcomes = self._outcomes[number]
        for place, other in enumerate(outcomes):
            if agree(outcome, other, self._tolerances[number]):
                return place
        outcomes.append(outcome)
        return len(outcomes) - 1
