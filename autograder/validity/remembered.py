"""What earlier runs of `verify` found, kept by content: only what can have changed runs again.

A key covers all that a verdict depends on: the cells that bear on the question, its checks, what
students are handed out, limits, shipped files, reference, engine and versions. What was asked of
all questions at once is kept question by question. Whoever wants to see it all run says `--fresh`.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from importlib.metadata import version
from pathlib import Path
from typing import Final

from autograder.authoring.digest import digest_of, engine_digest, reference_files
from autograder.grading.answers import placeholder_bodies
from autograder.grading.doubts import PATIENCE
from autograder.grading.store import write_atomically
from autograder.model import Bundle, Report, Status, Submission
from autograder.reports import report_json
from autograder.validity.bearing import bearing, judging
from autograder.validity.verify import Grade

FORMAT: Final = 2
FILE: Final = "verified.json"

Job = tuple[Submission, str]


def surroundings(root: Path) -> str:
    """A digest of what every report depends on: engine, reference, versions."""
    versions = [platform.python_version(), platform.machine()]
    versions += [version(name) for name in ("numpy", "otter-grader")]
    return digest([FORMAT, engine_digest(), digest_of(reference_files(root)), *versions])


def remembering(grade: Grade, path: Path, around: str) -> Grade:
    """`grade`, but what the file knows already is read there; afterwards it knows these jobs."""

    def remember(bundle: Bundle, jobs: Sequence[Job]) -> Iterable[Report]:
        keys = _keys(bundle, around, jobs)
        stored = _read(path)
        known = _loaded(stored, keys)
        texts = {key: stored[key] for key in known}
        whole: dict[int, Report] = {}
        asked = _missing(jobs, keys, known)
        reports = grade(bundle, [job for _, job, _ in asked])
        for (number, (_, only), parts), report in zip(asked, reports, strict=True):
            if not only:
                whole[number] = report
            mine = {question.id: question for question in report.questions}
            known |= {key: replace(report, questions=(mine[id_],)) for id_, key in parts.items()}
        texts |= {
            key: report_json.dump(r) for key, r in known.items() if key not in texts and _holds(r)
        }
        if texts != stored:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, json.dumps(texts))
        return [
            whole.get(number) or _joined([known[key] for key in parts.values()])
            for number, parts in enumerate(keys)
        ]

    return remember


def _keys(bundle: Bundle, around: str, jobs: Sequence[Job]) -> list[dict[str, str]]:
    """For each job, question id → key of the question's part of its report."""
    handed_out = sorted(placeholder_bodies(bundle))
    common = [around, bundle.slug, asdict(bundle.limits), digest_of(bundle.files), handed_out]
    questions = {
        q.id: (q.names, digest([common, judging(q), q.placeholder])) for q in bundle.questions
    }
    given = {source.strip() for source in bundle.given}
    found = []
    for submission, only in jobs:
        sources = [cell.source for cell in submission.cells]
        parts = {}
        for id_ in [only] if only else questions:
            names, question = questions[id_]
            cells = [submission.cells[place] for place in bearing(sources, names)]
            said = [[cell.number, cell.source, cell.source.strip() in given] for cell in cells]
            parts[id_] = digest([question, said])
        found.append(parts)
    return found


def _missing(
    jobs: Sequence[Job], keys: Sequence[Mapping[str, str]], known: Mapping[str, Report]
) -> list[tuple[int, Job, dict[str, str]]]:
    """What is to be graded, with the number of its job and the keys it is for."""
    missing = []
    taken = set(known)
    for number, ((submission, only), parts) in enumerate(zip(jobs, keys, strict=True)):
        absent = {id_: key for id_, key in parts.items() if key not in taken}
        taken |= set(absent.values())
        if absent and len(absent) == len(parts):
            missing.append((number, (submission, only), absent))
        else:
            missing += [(number, (submission, id_), {id_: key}) for id_, key in absent.items()]
    return missing


def _joined(parts: Sequence[Report]) -> Report:
    """One report of reports about one question each."""
    questions = tuple(question for part in parts for question in part.questions)
    return replace(parts[0], questions=questions)


def digest(content: object) -> str:
    """Of anything that JSON can hold."""
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _read(path: Path) -> dict[str, str]:
    """Key → report as text; nothing when the file is missing or is not whole."""
    try:
        stored = json.loads(path.read_text())
        return dict(stored) if isinstance(stored, dict) else {}
    except (OSError, ValueError):
        return {}


def _loaded(stored: Mapping[str, str], keys: Sequence[Mapping[str, str]]) -> dict[str, Report]:
    """The reports that are asked for and whole."""
    found = {}
    for key in {key for parts in keys for key in parts.values()} & set(stored):
        try:
            found[key] = report_json.load(stored[key])
        except (ValueError, TypeError, AttributeError):
            continue
    return found


def _holds(report: Report) -> bool:
    """Whether it tells of the answer; a crash or a busy machine's clock may not come again."""
    struck = any(PATIENCE in hit for hit in report.limits_hit)
    return report.status is not Status.UNGRADABLE and not struck and not report.weak_sandbox
