"""A question's folder → Question, or what is wrong with it."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.authoring.answers import read_answer
from autograder.authoring.attempts import read_attempts, syntax_finding
from autograder.authoring.checks import RESERVED, read_check
from autograder.authoring.findings import Finding, read_source
from autograder.authoring.percent import PercentCell, split
from autograder.model import Cell, Check, Question

KINDS = {
    ("answer",): "answer",
    ("check",): "check",
    ("check", "hidden"): "check",
    ("figure",): "figure",
    (): "code",
}
PUBLIC_SHARE = 1 / 3
HEADING = re.compile(r"^#+ +(.+?)\s*$", re.MULTILINE)


def read_question(folder: Path, points: float) -> tuple[Question | None, list[Finding]]:
    """The question in `folder`; None when a finding leaves nothing to build from."""
    path = folder / "question.py"
    if not path.is_file():
        advice = "write the question or take it out of assignment.toml"
        return None, [Finding(folder, 1, "no question.py", "the question's source", advice)]
    raw, findings = split(path, read_source(path))
    findings += [wrong for cell in raw for wrong in _cell_findings(path, cell)]
    if findings:
        return None, findings

    answers = [cell for cell in raw if _kind(cell) == "answer"]
    if len(answers) != 1:
        line = answers[1].line if answers else 1
        found = f"{len(answers)} answer cells" if answers else "no answer cell"
        advice = "put all of a question's functions into one"
        return None, [Finding(path, line, found, '# %% tags=["answer"] exactly once', advice)]
    answer, findings = read_answer(path, answers[0].source, answers[0].first, folder.name)
    if answer is None:
        return None, findings

    checks, findings = _read_checks(path, raw, answer.names)
    title, wrong = _title(path, raw)
    findings += wrong
    findings += _point_findings(path, checks, points) if not findings else []
    known = None if findings else [check.name for check in checks]
    attempts, wrong = read_attempts(folder, answer.names, known)
    findings += wrong
    if findings:
        return None, findings
    cells = tuple(Cell(_kind(cell), cell.source, cell.first) for cell in raw)
    question = Question(
        id=folder.name,
        title=title,
        points=points,
        names=answer.names,
        answer=answer.solved,
        placeholder=answer.placeholder,
        cells=cells,
        checks=tuple(checks),
        attempts=attempts,
        path=path,
    )
    return question, []


def _kind(cell: PercentCell) -> str:
    return "markdown" if cell.markdown else KINDS[tuple(sorted(cell.tags))]


def _cell_findings(path: Path, cell: PercentCell) -> Iterator[Finding]:
    """Tags and options that mean nothing, code that does not parse."""
    known = not cell.markdown and tuple(sorted(cell.tags)) in KINDS
    if (cell.tags and not known) or cell.options.get("tags", []) != list(cell.tags):
        yield Finding(
            path,
            cell.line,
            f"tags={cell.options['tags']}",
            '["answer"], ["check"], ["check", "hidden"] or ["figure"] on a code cell',
            "correct the tags",
        )
    allowed = {"tags", "points", "hint"} if "check" in cell.tags else {"tags"}
    for option in cell.options:
        if option not in allowed:
            yield Finding(
                path,
                cell.line,
                f"the option {option}",
                "tags, and points and hint on a check",
                "remove it or tag the cell as a check",
            )
    if cell.markdown:
        return
    try:
        ast.parse(cell.source)
    except SyntaxError as error:
        yield syntax_finding(path, error, cell.first)


def _read_checks(
    path: Path, raw: Sequence[PercentCell], names: Sequence[str]
) -> tuple[list[Check], list[Finding]]:
    checks: list[Check] = []
    findings = []
    for name in names:
        if name in RESERVED:
            wanted = "a name that Otter's test files do not use"
            findings.append(Finding(path, 1, f"the function {name}", wanted, "choose another"))
    for cell in raw:
        if _kind(cell) != "check":
            continue
        check, wrong = read_check(path, cell, names)
        findings += wrong
        twin = next((other for other in checks if check and other.name == check.name), None)
        if check and twin:
            found = f"a second check {check.name}, the first is on line {twin.line}"
            wanted = "different names, Otter silently drops the first"
            findings.append(Finding(path, check.line, found, wanted, "rename one"))
        checks += [check] if check else []
    if not findings:
        for hidden, word in ((False, "public"), (True, "hidden")):
            if not any(check.hidden is hidden for check in checks):
                wanted = "at least one public and one hidden check"
                findings.append(Finding(path, 1, f"no {word} check", wanted, "add one"))
    return checks, findings


def _point_findings(path: Path, checks: Sequence[Check], points: float) -> Iterator[Finding]:
    total = math.fsum(check.points for check in checks)
    public = math.fsum(check.points for check in checks if not check.hidden)
    if not math.isclose(total, points):
        yield Finding(
            path,
            checks[0].line,
            f"checks worth {total:g} points",
            f"{points:g}, as assignment.toml says",
            "change the points of a check",
        )
    elif public > PUBLIC_SHARE * points + 1e-9:
        yield Finding(
            path,
            next(check.line for check in checks if not check.hidden),
            f"public checks worth {public:g} of {points:g} points",
            "at most a third",
            "move points to the hidden checks",
        )


def _title(path: Path, raw: Sequence[PercentCell]) -> tuple[str, list[Finding]]:
    for cell in raw:
        match = HEADING.search(cell.source) if cell.markdown else None
        if match:
            return match[1], []
    return "", [Finding(path, 1, "no heading", "a markdown cell with '### …'", "give a title")]
