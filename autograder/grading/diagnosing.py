"""The diagnosis of what lost points, at the end of the work: no verdict can change any more."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from autograder.boundary.memory import memory_ceiling
from autograder.diagnosis.answers import ACCEPTED, SOLUTION, Functions, functions_of, quiet
from autograder.diagnosis.diagnose import diagnose
from autograder.diagnosis.outcomes import Outcome, outcome_of
from autograder.diagnosis.recording import Call, Recorder
from autograder.diagnosis.table import Table
from autograder.grading.checks import run_check, runnable_checks
from autograder.grading.cpu_limit import within_cpu_limit
from autograder.grading.running import RunningNotebook, StudentSession
from autograder.model import (
    Attempt,
    Bundle,
    BundleQuestion,
    Misconception,
    QuestionResult,
    Verdict,
)


def with_misconception(
    result: QuestionResult, bundle: Bundle, notebook: RunningNotebook
) -> QuestionResult:
    """The result and the misconception that explains it, if one does."""
    question = next(q for q in bundle.questions if q.id == result.id)
    mutants = mutants_of(bundle, question)
    if not mutants or not _is_explicable(result):
        return result
    # Whatever goes wrong here, the verdicts stand.
    with contextlib.suppress(Exception, SystemExit):
        session, defined = notebook.ready(question.names)
        if defined >= set(question.names):
            table = shelf().table(bundle, question)
            found = diagnose(table, mutants, asking(session, question, bundle))
            session.forget_functions()
            if found:
                said = Misconception(found.name, found.sentence, found.nudge)
                return replace(result, misconception=said)
    return result


def mutants_of(bundle: Bundle, question: BundleQuestion) -> Mapping[str, Attempt]:
    """The question's mutants by name; none where the bundle was sent without them."""
    return {mutant.name: mutant for mutant in bundle.mutants if mutant.question == question.id}


def _is_explicable(result: QuestionResult) -> bool:
    """Whether it lost points by what it answers alone: nothing died, and nothing was not judged."""
    verdicts = {check.verdict for check in result.checks}
    wrong = bool(verdicts & {Verdict.FAILED, Verdict.ERRORED})
    return wrong and Verdict.NOT_RUN not in verdicts and not result.note


def asking(
    session: StudentSession, question: BundleQuestion, bundle: Bundle
) -> Callable[[Call], Outcome | None]:
    """Makes calls of the student's functions; None when all of them have taken too long.

    Each call has limits of its own; here is one for their sum, on either side of the boundary and
    on the clock: an answer may be slow just below every limit.
    """
    proxies = {name: session.proxy(name) for name in question.names}
    limits = bundle.limits
    patience = limits.check_cpu * limits.wall_factor
    started, asked_at, ours = session.cpu_seconds, time.monotonic(), 0.0

    def ask(call: Call) -> Outcome | None:
        nonlocal ours
        found: list[Outcome] = []

        def work() -> None:
            with quiet(), memory_ceiling(limits.memory_mib):
                found.append(outcome_of(call, proxies))

        theirs, waited = session.cpu_seconds - started, time.monotonic() - asked_at
        if max(theirs, ours) > limits.check_cpu or waited > patience:
            return None
        before = time.process_time()
        done = within_cpu_limit(work, limits.check_cpu)
        ours += time.process_time() - before
        return found[0] if done and found and session.death is None else None

    return ask


def table_of(bundle: Bundle, question: BundleQuestion) -> Table:
    """The question's table; it has no calls when the solution cannot be called."""
    right = {SOLUTION: bundle.answers[question.id]}
    right |= {
        ACCEPTED.format(a.name): a.source for a in bundle.accepted if a.question == question.id
    }
    wrong = {name: mutant.source for name, mutant in mutants_of(bundle, question).items()}
    found: dict[str, Functions] = {}

    def prepare() -> None:
        with quiet(), memory_ceiling(bundle.limits.memory_mib):
            for name, source in (right | wrong).items():
                if functions := functions_of(bundle, question, source):
                    found[name] = functions

    within_cpu_limit(prepare, bundle.limits.check_cpu * len(right | wrong))
    calls = _recorded(bundle, question, found[SOLUTION]) if SOLUTION in found else ()
    return Table(
        calls,
        {name: functions for name, functions in found.items() if name in right},
        {name: functions for name, functions in found.items() if name in wrong},
        bundle.limits,
        within_cpu_limit,
        lambda name: functions_of(bundle, question, (right | wrong)[name]),
    )


def _recorded(bundle: Bundle, question: BundleQuestion, solution: Functions) -> tuple[Call, ...]:
    recorder = Recorder()
    stand_ins = {name: recorder.wrap(name, function) for name, function in solution.items()}
    for check in runnable_checks(question):
        recorder.next_check()
        run_check(check, stand_ins, bundle.limits)
    return recorder.calls


class Shelf:
    """The tables of one bundle, kept for the next submission: each call is made once."""

    def __init__(self) -> None:
        self._bundle: Bundle | None = None
        self._tables: dict[str, Table] = {}

    def table(self, bundle: Bundle, question: BundleQuestion) -> Table:
        """The table of the question's mutants."""
        if self._bundle is None or self._bundle != bundle:
            self._bundle, self._tables = bundle, {}
        if question.id not in self._tables:
            self._tables[question.id] = table_of(bundle, question)
        return self._tables[question.id]


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """One per process, like the zygote."""
    return Shelf()
