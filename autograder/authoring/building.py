"""`build`: sources → assignments/<slug>/ and build/<slug>/; `check`: is what lies there right?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.authoring.assignment import LEFT_BY_TOOLS
from autograder.authoring.bundle import bundle_bytes, bundle_path
from autograder.authoring.files import write_atomically
from autograder.authoring.leaks import leaks
from autograder.authoring.notebook import notebook_name
from autograder.authoring.release import make_release
from autograder.errors import LeakError
from autograder.model import Assignment

OTTER_ZIP = "otter_autograder.zip"


@dataclass(frozen=True)
class BuildResult:
    """Where a build lies, and whether the release differs from what was there."""

    slug: str
    notebook: Path
    bundle: Path
    otter_zip: Path
    changed: bool


@dataclass(frozen=True)
class _Products:
    release: Mapping[str, bytes]
    bundle: bytes
    otter_zip: bytes


def build(assignment: Assignment, root: Path) -> BuildResult:
    """Write release, bundle and Otter's zip; LeakError, and nothing is written, on a leak."""
    products = _make(assignment, root)
    found = leaks(products.release, assignment)
    if found:
        raise LeakError("\n".join(found))
    folder = root / "assignments" / assignment.slug
    changed = _differing(products.release, folder)
    for path in changed:
        write_atomically(folder / path, products.release[path])
    bundle = bundle_path(root, assignment.slug)
    write_atomically(bundle, products.bundle)
    write_atomically(bundle.with_name(OTTER_ZIP), products.otter_zip)
    return BuildResult(
        slug=assignment.slug,
        notebook=folder / notebook_name(assignment),
        bundle=bundle,
        otter_zip=bundle.with_name(OTTER_ZIP),
        changed=bool(changed),
    )


def check(assignment: Assignment, root: Path) -> tuple[str, ...]:
    """Findings: a leak, a stale or stray file in assignments/, two builds that differ.

    Needs no build/: a fresh clone has none.
    """
    slug = assignment.slug
    first, second = _make(assignment, root), _make(assignment, root)
    findings = list(leaks(first.release, assignment))
    folder = root / "assignments" / slug
    committed = {path: (folder / path).read_bytes() for path in _present(folder)}
    findings += leaks(committed, assignment) if committed != first.release else ()
    for path in _differing(first.release, folder):
        state = "older than its source" if path in committed else "missing"
        findings.append(
            f"found assignments/{slug}/{path} {state}; wanted what solutions/{slug} says now; "
            f"run: autograder build {slug}"
        )
    for path in sorted(set(committed) - set(first.release)):
        findings.append(
            f"found assignments/{slug}/{path}, which build does not make; "
            "wanted generated files only; move it away"
        )
    if first != second:
        findings.append(
            f"found two builds of {slug} that differ; wanted the same bytes; "
            "look for times, random names or the order of a folder in autograder/authoring"
        )
    return tuple(dict.fromkeys(findings))


def _make(assignment: Assignment, root: Path) -> _Products:
    release = make_release(assignment, root)
    bundle = bundle_bytes(assignment, release, root)
    return _Products(release.files, bundle, release.otter_zip)


def _present(folder: Path) -> list[str]:
    """Files under a release's folder; what Jupyter and Otter leave behind is none."""
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not LEFT_BY_TOOLS & set(path.relative_to(folder).parts)
    ]


def _differing(release: Mapping[str, bytes], folder: Path) -> list[str]:
    return [
        path
        for path, data in sorted(release.items())
        if not (folder / path).is_file() or (folder / path).read_bytes() != data
    ]
