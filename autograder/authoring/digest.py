"""Digests over file contents: what a bundle was made from, and what decides a score."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import autograder
from autograder.authoring.assignment import LEFT_BY_TOOLS
from autograder.authoring.checks import REFERENCE

# Rooms that decide a score; the others only show it, and an author's tools make nothing of it.
DECIDING = ("authoring", "boundary", "grading", "model", "sandbox", "errors.py")
NOT_DECIDING = "authoring/tools/"


def digest_of(members: Mapping[str, bytes]) -> str:
    """One digest of names and contents, whatever their order."""
    total = hashlib.sha256()
    for name in sorted(members):
        total.update(f"{len(name.encode())}:{name}:{len(members[name])}:".encode())
        total.update(members[name])
    return total.hexdigest()


def tree(folder: Path, base: Path, parts: Iterable[str] = ("",)) -> dict[str, bytes]:
    """Path below `base` → contents, for the named parts of a folder; what tools left is skipped."""
    members = {}
    for part in parts:
        start = folder / part
        for path in [start] if start.is_file() else sorted(start.rglob("*")):
            below = path.relative_to(base)
            hidden = any(piece.startswith(".") for piece in below.parts)
            if path.is_file() and not hidden and not LEFT_BY_TOOLS & set(below.parts):
                members[below.as_posix()] = path.read_bytes()
    return members


def engine_digest() -> str:
    """Of the running engine's deciding rooms."""
    home = Path(autograder.__file__).parent
    members = tree(home, home, DECIDING)
    return digest_of({n: data for n, data in members.items() if not n.startswith(NOT_DECIDING)})


def reference_files(root: Path) -> dict[str, bytes]:
    """The reference's sources; empty where a repository has none."""
    return tree(root / REFERENCE, root)


def source_digest(root: Path, slug: str) -> str:
    """Of everything a build reads: the assignment's sources, the reference, the engine."""
    folder = root / "solutions" / slug
    engine = {"engine": f"{autograder.__version__} {engine_digest()}".encode()}
    return digest_of(tree(folder, root) | reference_files(root) | engine)
