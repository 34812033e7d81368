"""The confusion table of an assignment, a question a job; what has not changed is remembered."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import autograder
from autograder.authoring.digest import digest_of, tree
from autograder.grading.pool import process_pool
from autograder.grading.store import write_atomically
from autograder.model import Bundle, BundleQuestion
from autograder.validity.bearing import bearing, judging
from autograder.validity.remembered import digest

FILE: Final = "confusion.json"
ROOMS: Final = ("diagnosis", "validity")


@dataclass(frozen=True)
class Confusion:
    """One question's line of the table: how many wrong answers get which kind of name."""

    question: str
    own: int
    twins: int
    undiagnosable: int
    findings: tuple[str, ...]


def table_keys(bundle: Bundle, around: str) -> dict[str, str]:
    """Question → a digest of what its line depends on; `around` is of engine and reference."""
    home = Path(autograder.__file__).parent
    common = digest([around, digest_of(tree(home, home, ROOMS))])
    return {question.id: _key(common, bundle, question) for question in bundle.questions}


def confusions(
    bundle: Bundle, path: Path, around: str, workers: int, keys: Mapping[str, str] | None = None
) -> tuple[Confusion, ...]:
    """One for each question. `path` keeps them by their keys.

    In a thread beside others it is given these: two threads must not read Python at once, Python
    3.11 confuses their syntax trees.
    """
    keys = keys or table_keys(bundle, around)
    known = _read(path)
    missing = [question for question in bundle.questions if keys[question.id] not in known]
    found = dict(zip((q.id for q in missing), _judge(bundle, missing, workers), strict=True))
    table = {q.id: found.get(q.id) or known[keys[q.id]] for q in bundle.questions}
    if found or len(known) != len(table):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps({keys[id_]: asdict(line) for id_, line in table.items()}))
    return tuple(table.values())


def _judge(bundle: Bundle, questions: Sequence[BundleQuestion], workers: int) -> list[Confusion]:
    if not questions:  # a worker's imports would be most of the time
        return []
    with process_pool(workers) as pool:
        return list(pool.map(_confusion, [bundle] * len(questions), questions))


def _confusion(bundle: Bundle, question: BundleQuestion) -> Confusion:
    """In a worker, which has loaded all that runs checks: the process that asks has not."""
    from autograder.validity.confusion import confusion

    return confusion(bundle, question)


def _key(common: str, bundle: Bundle, question: BundleQuestion) -> str:
    """Of what the question's line depends on; what is said of an attempt is not among it."""
    attempts = [a for a in bundle.mutants + bundle.accepted if a.question == question.id]
    others = [bundle.answers[q.id] for q in bundle.questions if q.id != question.id]
    sources = [bundle.setup, *others, bundle.answers[question.id], *(a.source for a in attempts)]
    asked = [[a.name, a.accepted, a.undiagnosable, a.twin_of, a.source] for a in attempts]
    around = [sources[place] for place in bearing(sources, question.names)]
    content = [judging(question), asdict(bundle.limits), around, bundle.answers[question.id], asked]
    return digest([common, digest_of(bundle.files), *content])


def _read(path: Path) -> dict[str, Confusion]:
    """Nothing when the file is missing or is not whole: then everything is judged."""
    try:
        stored: dict[str, dict[str, Any]] = json.loads(path.read_text())
        return {
            key: Confusion(**{**line, "findings": tuple(line["findings"])})
            for key, line in stored.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}
