"""Each check against the solution, a blank answer, the accepted and the rejected attempts.

An attempt runs exactly like a student's answer: in a confined student process, in a notebook where
all other questions hold the solution.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from autograder.model import (
    Assignment,
    Attempt,
    Bundle,
    CodeCell,
    Question,
    QuestionResult,
    Report,
    Submission,
    Verdict,
)

Grade = Callable[[Bundle, Sequence[tuple[Submission, str]]], Iterable[Report]]
"""Grades (submission, question id) pairs in order; "" stands for all questions."""


@dataclass(frozen=True)
class QuestionProof:
    """What the attempts say about one question's checks."""

    question: str
    public: int
    hidden: int
    accepted: int
    mutants: int
    caught: int
    findings: tuple[str, ...]


@dataclass(frozen=True)
class Proof:
    """An assignment's questions, each proved or with findings."""

    slug: str
    questions: tuple[QuestionProof, ...]
    findings: tuple[str, ...]
    """of the assignment as a whole"""

    @property
    def all_findings(self) -> tuple[str, ...]:
        return self.findings + tuple(f for question in self.questions for f in question.findings)


def verify(assignment: Assignment, bundle: Bundle, grade: Grade) -> Proof:
    """Run everything once; the findings name the question, the attempt and the check."""
    solution = attempt_submission(assignment, None, "solution")
    blank = _submission("blank", [assignment.setup, *(q.placeholder for q in assignment.questions)])
    attempts = [(question, a) for question in assignment.questions for a in question.attempts]
    jobs = [(solution, ""), (blank, "")]
    jobs += [(attempt_submission(assignment, a, a.name), a.question) for _, a in attempts]
    solved, untouched, *reports = grade(bundle, jobs)

    results: dict[str, list[tuple[Attempt, QuestionResult]]] = {}
    for (question, attempt), report in zip(attempts, reports, strict=True):
        results.setdefault(question.id, []).append((attempt, report.questions[0]))
    questions = tuple(_prove(q, results.get(q.id, [])) for q in assignment.questions)
    findings = (*_solution_findings(solved), *_blank_findings(untouched))
    return Proof(assignment.slug, questions, findings)


def attempt_submission(assignment: Assignment, attempt: Attempt | None, name: str) -> Submission:
    """The notebook's code with one answer replaced by the attempt; figures are left out."""
    cells = [assignment.setup]
    for question in assignment.questions:
        mine = attempt is not None and attempt.question == question.id
        cells.append(attempt.source if attempt and mine else question.answer)
    return _submission(name, cells)


def _submission(name: str, sources: Sequence[str]) -> Submission:
    cells = tuple(CodeCell(number, source) for number, source in enumerate(sources, start=1))
    return Submission(id=name, student=name, filename=name, digest=name, cells=cells)


def _solution_findings(report: Report) -> tuple[str, ...]:
    return tuple(
        f"{question.id}: the solution does not pass {check.name}: {check.message}"
        for question in report.questions
        for check in question.checks
        if check.verdict is not Verdict.PASSED
    )


def _blank_findings(report: Report) -> tuple[str, ...]:
    return tuple(
        f"{question.id}: a blank answer gets '{check.verdict}' from {check.name}, "
        "wanted 'not run' and no points"
        for question in report.questions
        for check in question.checks
        if check.verdict is not Verdict.NOT_RUN or check.earned
    )


def _prove(question: Question, results: Sequence[tuple[Attempt, QuestionResult]]) -> QuestionProof:
    findings: list[str] = []
    catching: set[str] = set()
    caught = 0
    for attempt, result in results:
        failed = {c.name for c in result.checks if c.verdict is not Verdict.PASSED}
        if attempt.accepted:
            findings += [
                f"{question.id}/accepted/{attempt.name}: a right answer does not pass "
                f"{check.name}: {check.message}"
                for check in result.checks
                if check.name in failed
            ]
            continue
        catching |= failed
        missed = [name for name in attempt.caught_by if name not in failed]
        caught += result.earned < result.possible and not missed
        if result.earned >= result.possible:
            findings.append(
                f"{question.id}/rejected/{attempt.name}: survives, a wrong answer earns full marks"
            )
        findings += [
            f"{question.id}/rejected/{attempt.name}: passes {name}, which its file names"
            for name in missed
        ]
    findings += [
        f"{question.id}: no mutant fails {check.name}; add one that only this check would catch"
        for check in question.checks
        if check.name not in catching
    ]
    return QuestionProof(
        question=question.id,
        public=sum(not check.hidden for check in question.checks),
        hidden=sum(check.hidden for check in question.checks),
        accepted=sum(attempt.accepted for attempt, _ in results),
        mutants=sum(not attempt.accepted for attempt, _ in results),
        caught=caught,
        findings=tuple(findings),
    )
