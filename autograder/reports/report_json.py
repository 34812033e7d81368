"""A report as JSON and back, without loss. `report.schema.json` beside this file is the schema.

- `format`: 1; raised when a reader of the old one would be misled
- `submission`: names the report and the feedback page; `student`, `filename`: who, and what file
- `assignment`, `title`: the slug and what people call it
- `digest`: of the submitted bytes and the bundle; while it stays, nothing is graded again
- `status`: graded, repaired or ungradable; `reason`: why it is ungradable, else empty
- `score`: the sum of all `earned`, null when ungradable; `possible`: the sum of all `possible`
- `weak_sandbox`: graded although a required confinement layer was missing
- `questions`: question id → `title`, `earned` (the sum over its checks), `possible`, `note` ("not
  answered", a time-out; empty when there is nothing to say), `misconception` and `checks`
- `misconception`: null, or the stored wrong answer that this one behaves like: its `name` and its
  author's `sentence` and `nudge`; it counts nowhere, and older reports have none
- `judged_by`: a digest of its checks and all around them; while it stays, so does what it says
- `checks`: in the author's order: `name`, `hidden`, `verdict` (passed, failed, errored, not run),
  `points`, `earned`, `sentence` and `hint` (the author's), `message` (what was found; of a hidden
  check it is for staff only)
- `repairs`, `limits_hit`: sentences for student and TA
- `problems`: cells that did not run to their end: `cell` (its place among all cells, from 1) and
  `error`: `kind`, `text`, `line` (from 1, null when unknown), `code`; all but `line` are the
  student's own words and may hold anything
- `layers`: confinement: `name`, `active`, `required`, `detail`
- `times`: name → seconds

Numbers are finite. Characters that do not show are written as escapes, so that a report can be
read in a terminal. `score`, `possible` and a question's `earned` follow from the rest; a report
in which they do not is refused, because someone changed a number that counts nowhere.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from sys import intern
from typing import Any

from autograder.model import (
    CellProblem,
    CheckResult,
    Layer,
    Misconception,
    QuestionResult,
    Report,
    Status,
    StudentError,
    Verdict,
)
from autograder.reports.text import UNSEEN
from autograder.reports.typed_json import (
    REMEDY,
    Where,
    a_flag,
    a_number,
    a_text,
    a_whole_number,
    all_of,
    an_object,
    key,
    one_of,
    refuse,
    words,
)

FORMAT = 1
a_status, a_verdict = one_of(Status), one_of(Verdict)


def dump(report: Report) -> str:
    """The report as JSON text, keys in the order of the module's docstring."""
    if len({question.id for question in report.questions}) < len(report.questions):
        raise ValueError(
            f"report {report.submission!r} has two questions of one id; wanted each id once"
        )
    text = json.dumps(_report_data(report), ensure_ascii=False, indent=2, allow_nan=False)
    return UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def load(text: str) -> Report:
    """The report again; a text that is none raises a ValueError that says where."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"the report is no JSON ({error}); {REMEDY}") from None
    report = _report(an_object(data, "the report"))
    _refuse_changed_sums(data, report)
    return report


# ---------------------------------------------------------------- writing


def _report_data(report: Report) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "submission": report.submission,
        "student": report.student,
        "filename": report.filename,
        "assignment": report.assignment,
        "title": report.title,
        "digest": report.digest,
        "status": str(report.status),
        "reason": report.reason,
        "score": report.score,
        "possible": report.possible,
        "weak_sandbox": report.weak_sandbox,
        "questions": {question.id: _question_data(question) for question in report.questions},
        "repairs": list(report.repairs),
        "limits_hit": list(report.limits_hit),
        "problems": [
            {"cell": problem.cell, "error": vars(problem.error)} for problem in report.problems
        ],
        "layers": [vars(layer) for layer in report.layers],
        "times": dict(sorted(report.times.items())),
    }


def _question_data(question: QuestionResult) -> dict[str, Any]:
    said = question.misconception
    return {
        "title": question.title,
        "earned": question.earned,
        "possible": question.possible,
        "note": question.note,
        "misconception": vars(said) if said else None,
        "judged_by": question.judged_by,
        "checks": [
            {
                "name": check.name,
                "hidden": check.hidden,
                "verdict": str(check.verdict),
                "points": check.points,
                "earned": check.earned,
                "sentence": check.sentence,
                "hint": check.hint,
                "message": check.message,
            }
            for check in question.checks
        ],
    }


# ---------------------------------------------------------------- reading


def _report(data: Mapping[str, Any]) -> Report:
    where = "the report"
    if (found := key(data, "format", where, a_number)) != FORMAT:
        refuse(f"{where}'s format", found, str(FORMAT))
    return Report(
        submission=key(data, "submission", where, a_text),
        student=key(data, "student", where, a_text),
        filename=key(data, "filename", where, a_text),
        assignment=key(data, "assignment", where, a_text),
        title=key(data, "title", where, a_text),
        digest=key(data, "digest", where, a_text),
        status=key(data, "status", where, a_status),
        questions=tuple(
            _question(id_, an_object(question, f"question {id_!r}"))
            for id_, question in key(data, "questions", where, an_object).items()
        ),
        reason=key(data, "reason", where, a_text),
        repairs=key(data, "repairs", where, all_of(a_text)),
        problems=key(data, "problems", where, all_of(_problem)),
        limits_hit=key(data, "limits_hit", where, all_of(a_text)),
        layers=key(data, "layers", where, all_of(_layer)),
        weak_sandbox=key(data, "weak_sandbox", where, a_flag),
        times={
            name: a_number(seconds, f"the time of {name!r}")
            for name, seconds in key(data, "times", where, an_object).items()
        },
    )


def _question(id_: str, data: Mapping[str, Any]) -> QuestionResult:
    where = f"question {id_!r}"
    return QuestionResult(
        id=id_,
        title=key(data, "title", where, a_text),
        possible=key(data, "possible", where, a_number),
        checks=key(data, "checks", where, all_of(_check)),
        note=key(data, "note", where, a_text),
        misconception=_misconception(data, where) if data.get("misconception") else None,
        judged_by=key(data, "judged_by", where, a_text) if "judged_by" in data else "",
    )


def _misconception(question: Mapping[str, Any], where: str) -> Misconception:
    data = key(question, "misconception", where, an_object)
    inside = f"the misconception of {where}"
    return Misconception(
        name=key(data, "name", inside, a_text),
        sentence=key(data, "sentence", inside, a_text),
        nudge=key(data, "nudge", inside, a_text),
    )


def _check(value: object, where: Where) -> CheckResult:
    data = an_object(value, where)
    return CheckResult(
        name=intern(key(data, "name", where, a_text)),
        hidden=key(data, "hidden", where, a_flag),
        points=key(data, "points", where, a_number),
        earned=key(data, "earned", where, a_number),
        verdict=key(data, "verdict", where, a_verdict),
        message=key(data, "message", where, a_text),
        sentence=intern(key(data, "sentence", where, a_text)),
        hint=intern(key(data, "hint", where, a_text)),
    )


def _problem(value: object, where: Where) -> CellProblem:
    data = an_object(value, where)
    error = key(data, "error", where, an_object)
    inside = f"the error in {words(where)}"
    line = error.get("line")
    return CellProblem(
        cell=key(data, "cell", where, a_whole_number),
        error=StudentError(
            kind=key(error, "kind", inside, a_text),
            text=key(error, "text", inside, a_text),
            line=None if line is None else a_whole_number(line, ("line", inside)),
            code=key(error, "code", inside, a_text),
        ),
    )


def _layer(value: object, where: Where) -> Layer:
    data = an_object(value, where)
    return Layer(
        name=key(data, "name", where, a_text),
        active=key(data, "active", where, a_flag),
        required=key(data, "required", where, a_flag),
        detail=key(data, "detail", where, a_text),
    )


def _refuse_changed_sums(data: Mapping[str, Any], report: Report) -> None:
    sums = {"score": report.score, "possible": report.possible}
    pairs = [(f"the report's {name}", data.get(name), wanted) for name, wanted in sums.items()]
    for question in report.questions:
        found = data["questions"][question.id].get("earned")
        pairs.append((f"`earned` of question {question.id!r}", found, question.earned))
    for what, found, wanted in pairs:
        if found != wanted and not (
            isinstance(found, int | float)
            and wanted is not None
            and math.isclose(found, wanted, rel_tol=1e-9, abs_tol=1e-9)
        ):
            refuse(what, found, f"{wanted}, the sum of its parts")
