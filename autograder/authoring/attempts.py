"""Attempt files: accepted and rejected answers, with what line 1 and the next ones say of them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.authoring.findings import Finding, read_source
from autograder.model import Attempt

CAUGHT_BY = "# caught by:"
NUDGE = "# nudge:"
UNDIAGNOSABLE = "# undiagnosable"
TWIN_OF = "# twin of:"


def read_attempts(
    folder: Path, names: Sequence[str], checks: Sequence[str] | None
) -> tuple[tuple[Attempt, ...], list[Finding]]:
    """All attempts of a question's folder; `checks` is None while the checks are being mended."""
    attempts = []
    findings = []
    for kind in ("accepted", "rejected"):
        files = sorted((folder / kind).glob("*.py"))
        if not files:
            findings.append(
                Finding(
                    folder / kind,
                    1,
                    f"no {kind} attempt",
                    "at least one, or nobody knows what the checks are worth",
                    f"add {kind}/<name>.py",
                )
            )
        for file in files:
            attempt, wrong = _read(file, kind == "accepted", folder.name)
            wrong += [*_findings(file, attempt, names, checks)] if attempt else []
            findings += wrong
            attempts += [attempt] if attempt else []
    findings += [f for attempt in attempts for f in _twin_findings(folder, attempt, attempts)]
    return tuple(attempts), findings


def _read(file: Path, accepted: bool, question: str) -> tuple[Attempt | None, list[Finding]]:
    text = read_source(file)
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        return None, [syntax_finding(file, error)]
    lines = text.splitlines()
    first = tree.body[0] if tree.body else None
    sentence = (ast.get_docstring(tree) or "").strip()
    if not sentence or first is None or (first.lineno, first.end_lineno) != (1, 1):
        return None, [
            Finding(
                file,
                1,
                f"'{lines[0].strip()}'" if lines else "an empty file",
                '"""a sentence to the student""" on line 1',
                "say what is right or wrong about this answer",
            )
        ]
    caught_by: tuple[str, ...] = ()
    nudge, undiagnosable, twin_of, rest = "", False, "", 1
    for number, line in enumerate(lines[1:], start=1):
        if accepted:
            break
        if line.startswith(CAUGHT_BY) and not caught_by:
            listed = line.removeprefix(CAUGHT_BY).split(",")
            caught_by = tuple(name.strip() for name in listed if name.strip())
        elif line.startswith(NUDGE):
            nudge = line.removeprefix(NUDGE).strip()
        elif line.startswith(UNDIAGNOSABLE):
            undiagnosable = True
        elif line.startswith(TWIN_OF) and not twin_of:
            twin_of = line.removeprefix(TWIN_OF).strip() or "nobody"
        else:
            break
        rest = number + 1
    source = "\n".join(line.rstrip() for line in lines[rest:]).strip("\n")
    attempt = Attempt(
        question, file.stem, accepted, sentence, source, caught_by, nudge, undiagnosable, twin_of
    )
    return attempt, []


def _twin_findings(
    folder: Path, attempt: Attempt, attempts: Sequence[Attempt]
) -> Iterator[Finding]:
    """A twin's feedback is what the other's line 1 says: that one must exist and speak itself."""
    if not attempt.twin_of:
        return
    file = folder / "rejected" / f"{attempt.name}.py"
    if attempt.undiagnosable:
        found = f"'{TWIN_OF} {attempt.twin_of}' beside '{UNDIAGNOSABLE}'"
        yield Finding(file, 2, found, "one of the two", "remove the line that is not true")
    speakers = [
        other.name
        for other in attempts
        if not (other.accepted or other.twin_of or other.undiagnosable)
    ]
    if attempt.twin_of not in speakers:
        yield Finding(
            file,
            2,
            f"the twin {attempt.twin_of}",
            "a mutant of this question that is neither a twin itself nor undiagnosable",
            "name the one whose line 1 is true of both",
        )


def _findings(
    file: Path, attempt: Attempt, names: Sequence[str], checks: Sequence[str] | None
) -> Iterator[Finding]:
    defined = _defined(attempt.source)
    for name in names:
        if name not in defined:
            yield Finding(
                file, 1, f"no {name} defined", f"{', '.join(names)}, as in the answer", "define it"
            )
    if attempt.accepted:
        if attempt.source.startswith((CAUGHT_BY, NUDGE, UNDIAGNOSABLE, TWIN_OF)):
            found = f"'{attempt.source.splitlines()[0]}' in an accepted attempt"
            wanted = "line 1 only, nothing catches a right answer"
            yield Finding(file, 2, found, wanted, "remove the line or move the file to rejected/")
        return
    if not attempt.caught_by:
        yield Finding(
            file, 2, "no check named", f"'{CAUGHT_BY} …'", "name the checks that must catch it"
        )
    for name in attempt.caught_by:
        if checks is not None and name not in checks:
            yield Finding(
                file,
                2,
                f"the unknown check {name}",
                f"one of {', '.join(checks)}",
                "correct the name",
            )


def _defined(source: str) -> set[str]:
    """Names the answer cell binds at top level."""
    names: set[str] = set()
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return names


def syntax_finding(path: Path, error: SyntaxError, first: int = 1) -> Finding:
    """A source that does not parse; `first` is the file's line where the parsed text begins."""
    line = first + (error.lineno or 1) - 1
    return Finding(path, line, f"a syntax error ({error.msg})", "Python", "correct the line")
