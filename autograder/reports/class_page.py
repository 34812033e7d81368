"""The class at a glance, for staff: who needs a look, how scores lie, which checks are hard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from autograder.model import Layer, Status
from autograder.model.summary import Summary
from autograder.reports._page import render_page, share
from autograder.reports.class_notes import class_notes
from autograder.reports.class_statistics import all_misconceptions, question_statistics
from autograder.reports.gradebook import in_order
from autograder.reports.histogram import histogram
from autograder.reports.question_plot import question_plot
from autograder.reports.text import link

REPORTS, FEEDBACK = "reports", "feedback"
"""The folders beside the page."""

SEVERAL = "one of {times} submissions under this name, each with a row: decide which counts"
WEAK = "graded in a weak sandbox, unlike others: grade it again where all layers are in force"

STATUS_ORDER = (Status.UNGRADABLE, Status.REPAIRED, Status.GRADED)


@dataclass(frozen=True)
class Row:
    """One submission. `remarks` are the reasons why a person should look at it."""

    report: Summary
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
    summaries: Iterable[Summary], title: str, roster: Sequence[tuple[str, Sequence[str]]] = ()
) -> str:
    """The page, self-contained; links lead to `feedback/` and `reports/` beside it."""
    ordered = in_order(summaries)
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


def _row(report: Summary, times: int, some_weak: bool) -> Row:
    """`times`: how many submissions have this student's name."""
    remarks = (report.reason,) if report.status is Status.UNGRADABLE else ()
    if some_weak and report.weak_sandbox:
        remarks = (*remarks, WEAK)
    several = (SEVERAL.format(times=times),) if times > 1 else ()
    return Row(
        report=report,
        feedback=link(FEEDBACK, report.submission, ".html"),
        json=link(REPORTS, report.submission, ".json"),
        share=share(report.score or 0, report.possible),
        remarks=(*remarks, *report.remarks, *several, *report.doubts),
    )


def _layers(summaries: Iterable[Summary]) -> tuple[LayerInForce, ...]:
    """Each layer once: what the machines say of it may differ, then one that lacked it speaks."""
    machines = Counter(summary.layers for summary in summaries)
    by_name: dict[str, list[tuple[Layer, int]]] = {}
    for layers, times in machines.items():
        for layer in layers:
            by_name.setdefault(layer.name, []).append((layer, times))
    return tuple(
        LayerInForce(
            layer=min((layer for layer, _ in found), key=lambda layer: layer.active),
            active=sum(times for layer, times in found if layer.active),
            total=sum(times for _, times in found),
        )
        for found in by_name.values()
    )
