"""What earlier runs of `verify` found, kept by content: only what can have changed runs again.

A key covers all that a report depends on: the cells, the checks, what all questions hand out,
limits, shipped files, reference, engine and versions. Whoever wants to see it all run says
`--fresh`.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Final

from autograder.authoring.digest import digest_of, engine_digest, reference_files
from autograder.grading.doubts import PATIENCE
from autograder.grading.store import write_atomically
from autograder.model import Bundle, Report, Status, Submission
from autograder.reports import report_json
from autograder.validity.verify import Grade

FORMAT: Final = 1
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
        common = digest([around, _common(bundle)])
        keys = [_key(common, bundle, *job) for job in jobs]
        known = _read(path)
        open_jobs = {key: job for key, job in zip(keys, jobs, strict=True) if key not in known}
        found = dict(zip(open_jobs, grade(bundle, list(open_jobs.values())), strict=True))
        _write(path, {key: known.get(key) or found[key] for key in keys})
        return [known.get(key) or found[key] for key in keys]

    return remember


def _common(bundle: Bundle) -> object:
    """What a question's report owes to the assignment as a whole."""
    handed_out = [[q.id, q.names, q.placeholder] for q in bundle.questions]
    return [bundle.slug, asdict(bundle.limits), digest_of(bundle.files), handed_out]


def _key(common: str, bundle: Bundle, submission: Submission, only: str) -> str:
    asked = [asdict(question) for question in bundle.questions if only in {"", question.id}]
    cells = [[cell.number, cell.source] for cell in submission.cells]
    return digest([common, only, asked, cells])


def digest(content: object) -> str:
    """Of anything that JSON can hold."""
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _read(path: Path) -> dict[str, Report]:
    """Nothing when the file is missing or is not whole: then everything runs."""
    try:
        stored = json.loads(path.read_text())
        return {key: report_json.load(text) for key, text in stored.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(path: Path, reports: dict[str, Report]) -> None:
    lasting = {key: report_json.dump(r) for key, r in reports.items() if _holds(r)}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(lasting))


def _holds(report: Report) -> bool:
    """Whether it tells of the answer; a crash or a busy machine's clock may not come again."""
    struck = any(PATIENCE in hit for hit in report.limits_hit)
    return report.status is not Status.UNGRADABLE and not struck and not report.weak_sandbox
