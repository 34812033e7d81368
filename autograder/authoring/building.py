"""`build`: sources → assignments/<slug>/ and build/<slug>/; `check`: is what lies there right?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.authoring.assignment import LEFT_BY_TOOLS, find_assignment, load_assignment
from autograder.authoring.built import Built, read_built, read_from, write_built
from autograder.authoring.bundle import bundle_bytes, bundle_path
from autograder.authoring.files import write_atomically
from autograder.authoring.leaks import leaks
from autograder.authoring.otter_assign import load_otter_assign
from autograder.authoring.pieces import remade
from autograder.authoring.release import Release, make_release
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
    made: bool = True
    """False when nothing had to be made"""


@dataclass(frozen=True)
class _Products:
    release: Mapping[str, bytes]
    bundle: bytes
    otter_zip: bytes


def build_named(root: Path, name: str, *, fresh: bool = False) -> BuildResult:
    """Build an assignment from its sources; nothing is made where all is as it was built."""
    slug = find_assignment(root, name)
    source = read_from(root, slug)
    if not fresh and _is_as_built(read_built(root, slug), source):
        return _result(root, slug, changed=False, made=False)
    return build(load_assignment(root, slug), root, source=source, fresh=fresh)


def build(
    assignment: Assignment, root: Path, *, source: str = "", fresh: bool = False
) -> BuildResult:
    """Write release, bundle and Otter's zip; LeakError, and nothing is written, on a leak.

    Otter assigns the questions that changed since the last build, with `fresh` all of them.
    `source` is what the assignment was read from, by `read_from`.
    """
    slug = assignment.slug
    paths = _result(root, slug, changed=False)
    before = None if fresh else read_built(root, slug)
    if _is_as_built(before, source):
        return replace(paths, made=False)
    load_otter_assign()
    release = remade(assignment, root, before, paths.otter_zip) if before else None
    products = _products(assignment, root, release or make_release(assignment, root))
    found = leaks(products.release, assignment)
    if found:
        raise LeakError("\n".join(found))
    folder = root / "assignments" / slug
    changed = _differing(products.release, folder)
    for path in changed:
        write_atomically(folder / path, products.release[path])
    write_atomically(paths.bundle, products.bundle)
    write_atomically(paths.otter_zip, products.otter_zip)
    written = [*(folder / path for path in products.release), paths.bundle, paths.otter_zip]
    write_built(root, assignment, source, written)
    return _result(root, slug, changed=bool(changed))


def _is_as_built(before: Built | None, source: str) -> bool:
    return before is not None and source != "" and before.source == source


def _result(root: Path, slug: str, *, changed: bool, made: bool = True) -> BuildResult:
    bundle = bundle_path(root, slug)
    notebook = root / "assignments" / slug / f"{slug}.ipynb"
    return BuildResult(slug, notebook, bundle, bundle.with_name(OTTER_ZIP), changed, made)


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
    """All of it by Otter, whatever was built before."""
    load_otter_assign()
    return _products(assignment, root, make_release(assignment, root))


def _products(assignment: Assignment, root: Path, release: Release) -> _Products:
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
