"""The class at a glance, for staff: who needs a look, how scores lie, which checks are hard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from autograder.model import Layer, Report, Status
from autograder.reports._page import render_page, share
from autograder.reports.class_notes import class_notes
from autograder.reports.class_statistics import all_misconceptions, question_statistics
from autograder.reports.gradebook import in_order
from autograder.reports.histogram import histogram
from autograder.reports.next_steps import is_unanswered
from autograder.reports.question_plot import question_plot
from autograder.reports.text import link

REPORTS, FEEDBACK = "reports", "feedback"
"""The folders beside the page."""

SEVERAL = "one of {times} submissions under this name, each with a row: decide which counts"
NOTHING = "questions that were answered: {answered}; points: none"
WEAK = "graded in a weak sandbox, unlike others: grade it again where all layers are in force"
JUDGED_EARLIER = "judged as it was"
"""How grading says that a later cell took something from an answer."""

STATUS_ORDER = (Status.UNGRADABLE, Status.REPAIRED, Status.GRADED)


@dataclass(frozen=True)
class Row:
    """One submission. `remarks` are the reasons why a person should look at it."""

    report: Report
    feedback: str
    json: str
    share: float
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class LayerInForce:
    """A confinement layer and in how many of the submissions it was in force."""

    layer: Layer
    active: int
    total: int


def render(
    reports: Iterable[Report], title: str, roster: Sequence[tuple[str, Sequence[str]]] = ()
) -> str:
    """The page, self-contained; links lead to `feedback/` and `reports/` beside it."""
    ordered = in_order(reports)
    times = Counter(report.student for report in ordered)
    weak = sum(report.weak_sandbox for report in ordered)
    # where all of them are weak, the banner says it once
    some_weak = 0 < weak < len(ordered)
    rows = tuple(_row(report, times[report.student], some_weak) for report in ordered)
    judged = tuple(report for report in ordered if report.score is not None)
    scores = [report.score for report in judged if report.score is not None]
    possible = max((report.possible for report in ordered), default=0)
    questions = question_statistics(judged)
    attention = [row for row in rows if row.remarks]
    return render_page(
        "class_page.html",
        script="sort.js",
        title=title,
        rows=rows,
        counts=tuple(
            (status, sum(report.status is status for report in ordered)) for status in Status
        ),
        attention=sorted(attention, key=lambda row: STATUS_ORDER.index(row.report.status)),
        possible=possible,
        mean=fmean(scores) if scores else None,
        median=median(scores) if scores else None,
        histogram=histogram(scores, possible) if scores else None,
        notes=class_notes(questions, len(attention), roster),
        questions=questions,
        plot=question_plot(questions),
        ideas=all_misconceptions(questions),
        weak=weak,
        layers=_layers(ordered),
        roster=roster,
    )


def _row(report: Report, times: int, some_weak: bool) -> Row:
    """`times`: how many submissions have this student's name."""
    remarks = (report.reason,) if report.status is Status.UNGRADABLE else ()
    if some_weak and report.weak_sandbox:
        remarks = (*remarks, WEAK)
    return Row(
        report=report,
        feedback=link(FEEDBACK, report.submission, ".html"),
        json=link(REPORTS, report.submission, ".json"),
        share=share(report.score or 0, report.possible),
        remarks=(*remarks, *report.repairs, *report.limits_hit, *_for_a_person(report, times)),
    )


def _for_a_person(report: Report, times: int) -> Iterator[str]:
    """What a grader cannot decide: which of two counts, and whether nothing is what was earned."""
    if times > 1:
        yield SEVERAL.format(times=times)
    answered = sum(not is_unanswered(question) for question in report.questions)
    if report.score == 0 and answered:
        yield NOTHING.format(answered=answered)
    for question in report.questions:
        if JUDGED_EARLIER in question.note:
            yield f"{question.title or question.id}: {question.note}"


def _layers(reports: Iterable[Report]) -> tuple[LayerInForce, ...]:
    """Each layer once: what the machines say of it may differ, then one that lacked it speaks."""
    by_name: dict[str, list[Layer]] = {}
    for report in reports:
        for layer in report.layers:
            by_name.setdefault(layer.name, []).append(layer)
    return tuple(
        LayerInForce(
            layer=min(layers, key=lambda layer: layer.active),
            active=sum(layer.active for layer in layers),
            total=len(layers),
        )
        for layers in by_name.values()
    )
