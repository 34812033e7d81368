"""The bundle: one zip with everything a grader needs of an assignment.

bundle.json          title, limits, questions, checks, engine
tests/<id>.py        Otter's test file of each question, public and hidden checks
files/…              shipped data
reference/…          the reference's sources
mutants.json         for the diagnosis: all attempts, solutions, setup; outside the digest
origin.json          what it was built from; outside the digest
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import autograder
from autograder.authoring.archive import zip_bytes, zip_members
from autograder.authoring.digest import digest_of, engine_digest, reference_files, source_digest
from autograder.authoring.notebook import given_cells
from autograder.authoring.release import Release
from autograder.errors import StaleError, UsageError
from autograder.model import Assignment, Attempt, Bundle, BundleQuestion, CheckInfo, Limits

FORMAT = 2
# Members that do not decide a score: a new mutant regrades nobody.
OUTSIDE_THE_DIGEST = ("mutants.json", "origin.json")


def bundle_path(root: Path, slug: str) -> Path:
    """Where build writes an assignment's bundle."""
    return root / "build" / slug / "bundle.zip"


def bundle_bytes(assignment: Assignment, release: Release, root: Path) -> bytes:
    """The bundle of an assignment and its release."""
    questions = [
        {
            "id": question.id,
            "title": question.title,
            "points": question.points,
            "names": question.names,
            "placeholder": question.placeholder,
            "checks": [
                asdict(CheckInfo(c.name, c.hidden, c.points, c.hint, c.sentence))
                for c in question.checks
            ],
        }
        for question in assignment.questions
    ]
    content = {
        "format": FORMAT,
        "slug": assignment.slug,
        "title": assignment.title,
        "engine": {"version": autograder.__version__, "digest": engine_digest()},
        "limits": asdict(assignment.limits),
        "questions": questions,
        "given": given_cells(assignment),
    }
    mutants = {
        "setup": assignment.setup,
        "answers": {question.id: question.answer for question in assignment.questions},
        "attempts": [asdict(a) for question in assignment.questions for a in question.attempts],
    }
    members = {
        "bundle.json": _json(content),
        "mutants.json": _json(mutants),
        "origin.json": _json({"source": source_digest(root, assignment.slug)}),
    }
    members |= {f"tests/{name}.py": text.encode() for name, text in release.test_files.items()}
    members |= {f"files/{path}": (assignment.path / path).read_bytes() for path in assignment.files}
    members |= {f"reference/{path}": data for path, data in reference_files(root).items()}
    return zip_bytes(members)


def load_bundle(path: Path) -> Bundle:
    """The bundle in a file; UsageError when it is missing or damaged."""
    try:
        members = zip_members(path.read_bytes())
        content = json.loads(members["bundle.json"])
        if content["format"] != FORMAT:
            raise ValueError(f"format {content['format']}")
        return _bundle(content, members)
    except FileNotFoundError:
        found = f"found no bundle at {path}"
    except (OSError, zipfile.BadZipFile, KeyError, TypeError, ValueError) as error:
        found = f"found a damaged bundle at {path} ({error})"
    raise UsageError(f"{found}; wanted one that build made; run: autograder build")


def bundle_is_stale(root: Path, slug: str) -> bool:
    """Whether sources, reference or engine changed since the bundle was built; rebuilds nothing."""
    try:
        members = zip_members(bundle_path(root, slug).read_bytes())
        built_from: str = json.loads(members["origin.json"])["source"]
    except (OSError, zipfile.BadZipFile, KeyError, ValueError):
        return True
    return built_from != source_digest(root, slug)


def current_bundle(root: Path, slug: str) -> Bundle:
    """The built bundle; StaleError when it is older than its source."""
    path = bundle_path(root, slug)
    bundle = load_bundle(path)
    if bundle_is_stale(root, slug):
        raise StaleError(
            f"found {path.relative_to(root)} older than its source; wanted one built from what "
            f"solutions/{slug} says now; run: autograder build {slug}"
        )
    return bundle


def _bundle(content: Mapping[str, Any], members: Mapping[str, bytes]) -> Bundle:
    questions = tuple(
        BundleQuestion(
            id=entry["id"],
            title=entry["title"],
            points=entry["points"],
            names=tuple(entry["names"]),
            checks=tuple(CheckInfo(**check) for check in entry["checks"]),
            test_file=members[f"tests/{entry['id']}.py"].decode(),
            placeholder=entry["placeholder"],
        )
        for entry in content["questions"]
    )
    stored = json.loads(members["mutants.json"])
    attempts = [
        Attempt(**{**entry, "caught_by": tuple(entry["caught_by"])}) for entry in stored["attempts"]
    ]
    deciding = {name: data for name, data in members.items() if name not in OUTSIDE_THE_DIGEST}
    shipped = {
        name.removeprefix("files/"): data
        for name, data in members.items()
        if name.startswith("files/")
    }
    return Bundle(
        slug=content["slug"],
        title=content["title"],
        digest=digest_of(deciding),
        limits=Limits(**content["limits"]),
        questions=questions,
        files=shipped,
        given=tuple(content["given"]),
        mutants=tuple(attempt for attempt in attempts if not attempt.accepted),
        accepted=tuple(attempt for attempt in attempts if attempt.accepted),
        setup=stored["setup"],
        answers=stored["answers"],
    )


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
