"""A release of which only the changed questions went through Otter Assign.

Otter treats each question for itself, and the notebook's cells are ours: so a question's test file
is the same whatever stands beside it. The result has the bytes of a build of everything, which a
test compares.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autograder.authoring.archive import zip_bytes, zip_members
from autograder.authoring.built import Built, frame_digest, question_digest
from autograder.authoring.notebook import (
    notebook_bytes,
    notebook_name,
    student_cells,
    student_metadata,
)
from autograder.authoring.release import Release, make_release
from autograder.model import Assignment

TESTS = "tests/"


@dataclass(frozen=True)
class _Pieces:
    """What Otter Assign made, taken apart."""

    frame: Mapping[str, bytes]
    """members of its zip that are of no question"""
    tests: Mapping[str, str]
    public: Mapping[str, str]
    otter: Mapping[str, Any]
    """its other metadata in the notebook"""


def remade(assignment: Assignment, root: Path, before: Built, otter_zip: Path) -> Release | None:
    """The release, with what has not changed taken from the one before; None when all has."""
    if before.frame != frame_digest(assignment, root):
        return None
    changed = tuple(
        q for q in assignment.questions if before.questions.get(q.id) != question_digest(q)
    )
    if len(changed) == len(assignment.questions):
        return None
    name = notebook_name(assignment)
    try:
        pieces = _apart(
            before.products[f"assignments/{assignment.slug}/{name}"],
            before.products[otter_zip.relative_to(root).as_posix()],
        )
        if changed:
            part = make_release(replace(assignment, questions=changed), root)
            new = _apart(part.files[name], part.otter_zip)
            if (new.frame, new.otter) != (pieces.frame, pieces.otter):
                return None
            tests = {**pieces.tests, **new.tests}
            pieces = replace(pieces, tests=tests, public={**pieces.public, **new.public})
        return _together(assignment, pieces)
    except (KeyError, TypeError, ValueError, zipfile.BadZipFile):  # a record that lies
        return None


def _apart(notebook: bytes, otter_zip: bytes) -> _Pieces:
    members = zip_members(otter_zip)
    otter = json.loads(notebook)["metadata"]["otter"]
    return _Pieces(
        frame={name: data for name, data in members.items() if not name.startswith(TESTS)},
        tests={
            name.removeprefix(TESTS).removesuffix(".py"): data.decode()
            for name, data in members.items()
            if name.startswith(TESTS)
        },
        public=otter.pop("tests"),
        otter=otter,
    )


def _together(assignment: Assignment, pieces: _Pieces) -> Release:
    ids = [question.id for question in assignment.questions]
    tests = {id_: pieces.tests[id_] for id_ in ids}
    public = {id_: pieces.public[id_] for id_ in ids}
    members = {**pieces.frame, **{f"{TESTS}{id_}.py": tests[id_].encode() for id_ in ids}}
    files = {path: (assignment.path / path).read_bytes() for path in assignment.files}
    metadata = student_metadata(assignment, {**pieces.otter, "tests": public})
    files[notebook_name(assignment)] = notebook_bytes(student_cells(assignment), metadata)
    return Release(files, tests, zip_bytes(members))
