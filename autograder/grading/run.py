"""Submission + bundle → Report: cells run, every question's checks in fixed order."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from autograder.grading.answers import (
    Definitions,
    broken_cells,
    copies_note,
    definitions,
    is_empty,
)
from autograder.grading.checks import RunnableCheck, run_check, runnable_checks
from autograder.grading.diagnosing import with_misconception
from autograder.grading.explaining import missing_note, problems_of
from autograder.grading.given import needed
from autograder.grading.rebinding import rebinding, vanishing
from autograder.grading.results import check_result, not_run, ungradable
from autograder.grading.running import GaveUp, RunningNotebook, StudentSession
from autograder.model import (
    NOT_ANSWERED,
    Bundle,
    BundleQuestion,
    CheckResult,
    CodeCell,
    Layer,
    Limits,
    QuestionResult,
    Report,
    Status,
    Submission,
    Verdict,
)

DEATHS = "not run: the question's process had ended {deaths} times before"
MAX_DEATHS = 2
"""of one question; then its other checks are not run"""
SPARE_DEATHS = 6
"""of cells, over and above those that the questions may cause"""


@dataclass(frozen=True)
class Confinement:
    """What held the student process in, for the report."""

    layers: tuple[Layer, ...] = ()
    weak: bool = False


def grade_submission(
    submission: Submission,
    bundle: Bundle,
    start_session: Callable[[], StudentSession],
    *,
    digest: str = "",
    only: str = "",
    confinement: Confinement | None = None,
) -> Report:
    """All verdicts of one submission; of one question when `only` names it."""
    if submission.reason:
        return ungradable(submission, bundle, digest, submission.reason)
    confinement = confinement or Confinement()
    started = time.monotonic()
    found = definitions(submission.cells, bundle)
    deaths = MAX_DEATHS * len(bundle.questions) + SPARE_DEATHS
    cells = needed(submission.cells, bundle)
    notebook = RunningNotebook(cells, bundle.limits, start_session, deaths)
    wanted = [question for question in bundle.questions if only in {"", question.id}]
    try:
        # Hidden checks wait until all public ones are through: what a student's function saw in
        # a hidden check, it could tell in the error of a public one, which its student may read.
        limits, died = bundle.limits, Counter[str]()
        halves = {
            (question.id, hidden): _best_of(
                question, notebook, found, cells, limits, start_session, died, hidden
            )
            for hidden in (False, True)
            for question in wanted
        }
        questions = tuple(
            _whole(question, halves[question.id, False], halves[question.id, True])
            for question in wanted
        )
        # The diagnosis calls the student's functions again: nothing that it causes is reported.
        problems = tuple(notebook.problems[cell] for cell in sorted(notebook.problems))
        limits_hit = tuple(notebook.limits_hit)
        questions = tuple(with_misconception(result, bundle, notebook) for result in questions)
    finally:
        notebook.close()
    return Report(
        submission=submission.id,
        student=submission.student,
        filename=submission.filename,
        assignment=bundle.slug,
        title=bundle.title,
        digest=digest,
        status=Status.REPAIRED if submission.repairs else Status.GRADED,
        questions=questions,
        repairs=submission.repairs,
        problems=problems,
        limits_hit=limits_hit,
        layers=confinement.layers,
        weak_sandbox=confinement.weak,
        times={"cpu": notebook.cpu_seconds, "wall": time.monotonic() - started},
    )


def _best_of(
    question: BundleQuestion,
    notebook: RunningNotebook,
    found: Definitions,
    cells: Sequence[CodeCell],
    limits: Limits,
    start_session: Callable[[], StudentSession],
    deaths: Counter[str],
    hidden: bool,
) -> QuestionResult:
    """The question when all cells have run; or as it was before a later cell took from it."""
    result = _grade_question(question, notebook, found, limits, deaths, hidden)
    if result.note == NOT_ANSWERED or all(c.verdict is Verdict.PASSED for c in result.checks):
        return result
    taken = rebinding(cells, question.names)
    taken = taken or vanishing(found, _missing(question, notebook))
    if taken is None:
        return result
    before = [cell for cell in cells if cell.number <= taken.answer]
    earlier = RunningNotebook(before, limits, start_session, MAX_DEATHS)
    try:
        again = _grade_question(question, earlier, found, limits, Counter(), hidden)
    finally:
        earlier.close()
    if again.earned <= result.earned:
        return result
    return replace(again, note="; ".join(filter(None, (again.note, taken.said))))


def _missing(question: BundleQuestion, notebook: RunningNotebook) -> list[str]:
    """The question's names that nothing is bound to when all cells have run."""
    try:
        _, defined = notebook.ready(question.names)
    except GaveUp:
        return []
    return [name for name in question.names if name not in defined]


def _whole(
    question: BundleQuestion, public: QuestionResult, hidden: QuestionResult
) -> QuestionResult:
    """One question's verdicts from both passes, in the author's order."""
    found = {c.name: c for c in public.checks if not c.hidden}
    found |= {c.name: c for c in hidden.checks if c.hidden}
    notes = dict.fromkeys(filter(None, (public.note, hidden.note)))
    checks = tuple(found[check.name] for check in question.checks)
    return replace(public, checks=checks, note="; ".join(notes))


def _grade_question(
    question: BundleQuestion,
    notebook: RunningNotebook,
    found: Definitions,
    limits: Limits,
    deaths: Counter[str],
    hidden: bool,
) -> QuestionResult:
    """All checks of one kind; `deaths` are counted by question, over both kinds."""
    try:
        _, defined = notebook.ready(question.names)
    except GaveUp as reason:
        return not_run(question, str(reason), str(reason))
    if all(
        is_empty(found[name]) and (found[name] or name not in defined) for name in question.names
    ):
        return not_run(question, NOT_ANSWERED, NOT_ANSWERED)
    broken = problems_of(notebook, broken_cells(question, found))
    if broken:
        return not_run(question, broken, broken)
    missing = [name for name in question.names if name not in defined]
    absent = missing_note(missing, notebook, found) if missing else ""
    notes = [absent] if missing else []
    results: list[CheckResult] = []
    for check in runnable_checks(question):
        if check.info.hidden is not hidden:
            continue
        result, died = _grade_check(check, question, notebook, deaths[question.id], limits)
        if result.verdict is Verdict.NOT_RUN and not result.message:
            result = check_result(check.info, Verdict.NOT_RUN, absent)
        if died and not deaths[question.id]:
            notes.append(result.message)
        deaths[question.id] += died
        results.append(result)
    if copies := copies_note(question, found):
        notes.append(copies)
    return QuestionResult(
        question.id, question.title, question.points, tuple(results), "; ".join(notes)
    )


def _grade_check(
    check: RunnableCheck,
    question: BundleQuestion,
    notebook: RunningNotebook,
    deaths: int,
    limits: Limits,
) -> tuple[CheckResult, bool]:
    """The check's result, and whether the process died of it."""
    if deaths >= MAX_DEATHS:
        return check_result(check.info, Verdict.NOT_RUN, DEATHS.format(deaths=deaths)), False
    try:
        session, defined = notebook.ready(question.names)
    except GaveUp as reason:
        return check_result(check.info, Verdict.NOT_RUN, str(reason)), False
    wanted = set(check.names) & set(question.names)
    if not wanted <= defined:
        return check_result(check.info, Verdict.NOT_RUN, ""), False
    outcome = run_check(check, {name: session.proxy(name) for name in defined}, limits)
    death = session.death
    session.forget_functions()
    if death is None and not outcome.stopped:
        return check_result(check.info, outcome.verdict, outcome.message), False
    # Whatever the check made of it: an answer that ended its process is no answer.
    if outcome.stopped or death is None:
        message, hit = outcome.message, f"{question.id}: {outcome.message}"
    else:
        message = hit = death
    if hit not in notebook.limits_hit:
        notebook.limits_hit.append(hit)
    notebook.discard()
    return check_result(check.info, Verdict.ERRORED, message), True
