"""Is every stored wrong answer told by its own name, and no right one by any?

All attempts are asked the question's calls, one call after the other, until each wrong one differs
from all others. Then it would be told by its name; what never differs needs a word of its author's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from autograder.boundary.memory import memory_ceiling
from autograder.diagnosis.answers import Functions, functions_of, quiet
from autograder.diagnosis.diagnose import Ask, diagnose, shared
from autograder.diagnosis.outcomes import Outcome, outcome_of
from autograder.diagnosis.recording import Call
from autograder.diagnosis.table import Table
from autograder.grading.cpu_limit import within_cpu_limit
from autograder.grading.diagnosing import mutants_of, table_of
from autograder.model import Attempt, Bundle, BundleQuestion
from autograder.validity.confusions import Confusion

REMEDY = (
    "add a call to a check that tells them apart, or '# twin of: …' where that one's line 1 is "
    "true of both, or '# undiagnosable'"
)
IRREPRODUCIBLE = "anything: its calls come to something else each time, or to no plain value"


def confusion(bundle: Bundle, question: BundleQuestion) -> Confusion:
    """Judge all attempts of the question. In a process's main thread: calls have CPU limits."""
    mutants = mutants_of(bundle, question)
    table = table_of(bundle, question)
    groups, wrong = _separated(table, mutants)
    marked = [name for name, mutant in mutants.items() if mutant.undiagnosable]
    own = twins = 0
    findings: list[str] = []
    for name in sorted(mutants.keys() - set(marked)):
        group = next((group for group in groups if name in group), frozenset())
        like = _like(mutants, name, group, name in wrong)
        if not like and not _comes_to_the_same_again(bundle, question, table, mutants[name]):
            like = IRREPRODUCIBLE
        own += not like and not mutants[name].twin_of
        twins += not like and bool(mutants[name].twin_of)
        if like:
            findings.append(
                f"{question.id}/rejected/{name}: the diagnosis cannot tell it from {like}; {REMEDY}"
            )
    findings += _right_answers_with_a_name(bundle, question, table, mutants)
    return Confusion(question.id, own, twins, len(marked), tuple(findings))


def _separated(
    table: Table, mutants: Mapping[str, Attempt]
) -> tuple[list[frozenset[str]], frozenset[str]]:
    """Groups that come to the same on all calls, and the mutants that are wrong on one.

    What is told apart from all others and is wrong is asked no more.
    """
    groups = [table.names]
    wrong: set[str] = set()
    for number in range(len(table.calls)):
        open_ = [group for group in groups if _is_to_be_told_apart(group, mutants, wrong)]
        if not open_:
            break
        # Asked together: most of a short call's time is what makes it safe to make.
        places = table.places(number, table.right.union(*open_))
        right = {places[name] for name in table.right if name in places}
        finer = [group for group in groups if group not in open_]
        for group in open_:
            parts: dict[int, set[str]] = {}
            for name in sorted(group & places.keys()):
                parts.setdefault(places[name], set()).add(name)
                if name in mutants and places[name] not in right:
                    wrong.add(name)
            finer += map(frozenset, parts.values())
        groups = finer
    return groups, frozenset(wrong)


def _is_to_be_told_apart(
    group: frozenset[str], mutants: Mapping[str, Attempt], wrong: Collection[str]
) -> bool:
    told = any(name in mutants and not mutants[name].undiagnosable for name in group)
    return told and not (len(group) == 1 and group <= set(wrong))


def _like(mutants: Mapping[str, Attempt], name: str, group: frozenset[str], wrong: bool) -> str:
    """What it cannot be told from; empty when it would be called by its name or its twin's."""
    if name not in group:
        return IRREPRODUCIBLE
    if not wrong:
        return "a right answer"
    named = shared(mutants[other] for other in group if other in mutants)
    if named and named.name == (mutants[name].twin_of or name):
        return ""
    others = ", ".join(sorted(group - {name}))
    return others or f"nothing, though it should be like {mutants[name].twin_of}"


def _comes_to_the_same_again(
    bundle: Bundle, question: BundleQuestion, table: Table, attempt: Attempt
) -> bool:
    """Whether each check's first call, made again in a fresh namespace, comes to the same."""
    ask = _asking(bundle, question, attempt)
    for number, call in enumerate(table.calls[: len(question.checks)]):
        found = ask(call)
        if found is None or attempt.name not in table.agreeing(number, found, [attempt.name]).same:
            return False
    return True


def _right_answers_with_a_name(
    bundle: Bundle, question: BundleQuestion, table: Table, mutants: Mapping[str, Attempt]
) -> Iterator[str]:
    """Accepted attempts that would be told they are wrong, had a check failed them."""
    for attempt in bundle.accepted:
        if attempt.question != question.id:
            continue
        named = diagnose(table, mutants, _asking(bundle, question, attempt))
        if named:
            yield (
                f"{question.id}/accepted/{attempt.name}: the diagnosis takes a right answer for "
                f"{named.name}; add a call to a check that tells them apart"
            )


def _asking(bundle: Bundle, question: BundleQuestion, attempt: Attempt) -> Ask:
    """The attempt as a student: its calls are made here instead of across the boundary."""
    prepared: list[Functions | None] = []

    def prepare() -> None:
        with quiet():
            prepared.append(functions_of(bundle, question, attempt.source))

    within_cpu_limit(prepare, bundle.limits.check_cpu)

    def ask(call: Call) -> Outcome | None:
        functions = prepared[0] if prepared else None
        found: list[Outcome] = []
        if functions is not None:
            with quiet(), memory_ceiling(bundle.limits.memory_mib):
                within_cpu_limit(
                    lambda: found.append(outcome_of(call, functions)), bundle.limits.call_cpu
                )
        return found[0] if found else None

    return ask
