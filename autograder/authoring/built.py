"""build/<slug>/built.json: what the last build read and made, as digests.

A build that finds its sources and all it made as they were has nothing to do; one that finds some
questions as they were asks Otter for the others (`pieces`). Whatever does not fit together counts
as no record: then everything is made.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from autograder.authoring.assignment import LEFT_BY_TOOLS
from autograder.authoring.checks import REFERENCE
from autograder.authoring.digest import digest_of, engine_digest, reference_files
from autograder.authoring.files import write_atomically
from autograder.authoring.master import master_notebook
from autograder.model import Assignment, Question

FORMAT: Final = 1
FILE: Final = "built.json"
PACKAGES: Final = ("otter-grader", "nbformat", "jinja2", "pyyaml")
"""whose versions Otter Assign's output may depend on"""


@dataclass(frozen=True)
class Built:
    """A record whose products all lie there as they were made."""

    source: str
    frame: str
    questions: Mapping[str, str]
    """question id → digest of what Otter Assign was told of it"""
    products: Mapping[str, bytes]
    """path below the repository → contents"""


def read_built(root: Path, slug: str) -> Built | None:
    """The record; None without one, or when one of its products is missing or was changed."""
    try:
        stored = json.loads(_path(root, slug).read_bytes())
        if stored["format"] != FORMAT:
            return None
        products = {path: (root / path).read_bytes() for path in stored["products"]}
        if {path: _sha256(data) for path, data in products.items()} != stored["products"]:
            return None
        frame, questions = stored["frame"], dict(stored["questions"])
        return Built(stored["source"], frame, questions, products) if products else None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def write_built(root: Path, assignment: Assignment, source: str, products: list[Path]) -> None:
    """Keep what a finished build read and made."""
    content = {
        "format": FORMAT,
        "source": source,
        "frame": frame_digest(assignment, root),
        "questions": {q.id: question_digest(q) for q in assignment.questions},
        "products": {
            path.relative_to(root).as_posix(): _sha256(path.read_bytes()) for path in products
        },
    }
    data = (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
    write_atomically(_path(root, assignment.slug), data)


def read_from(root: Path, slug: str) -> str:
    """A digest of all that a build reads, of the files that it refuses too; "" when one is gone.

    To be asked before the sources are read: what is saved meanwhile is then seen the next time.
    """
    folder = root / "solutions" / slug
    try:
        members = {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and not LEFT_BY_TOOLS & set(path.relative_to(folder).parts)
        }
        return digest_of(members | reference_files(root) | {"tools": _tools()})
    except OSError:
        return ""


def frame_digest(assignment: Assignment, root: Path) -> str:
    """Of what Otter Assign is told beside the questions."""
    folders = [REFERENCE] if (root / REFERENCE).is_dir() else []
    members = {f"files/{path}": (assignment.path / path).read_bytes() for path in assignment.files}
    members["master"] = master_notebook(replace(assignment, questions=()), folders)
    return digest_of(members | reference_files(root) | {"tools": _tools()})


def question_digest(question: Question) -> str:
    """Of what Otter Assign is told of a question: its attempts are none of its business."""
    content: dict[str, Any] = asdict(replace(question, attempts=()))
    del content["path"]
    return _sha256(json.dumps(content).encode())


def _tools() -> bytes:
    """The programs that build: engine, Otter, Python."""
    versions = [platform.python_version(), *(version(name) for name in PACKAGES)]
    return " ".join([engine_digest(), *versions]).encode()


def _path(root: Path, slug: str) -> Path:
    return root / "build" / slug / FILE


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
