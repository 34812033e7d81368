"""The parts of a benchmark run, each of which one line of the command can ask for."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from autograder.authoring import (
    build,
    bundle_is_stale,
    current_bundle,
    known_assignments,
    load_assignment,
)
from autograder.model import Assignment, Bundle
from benchmarks.classes import solved, write_class, write_copies
from benchmarks.cost import Cost, Run, measured_command, measured_here, median
from benchmarks.engine import GRADE, Place, grade_command, share, warm
from benchmarks.floor import Floor
from benchmarks.phases import phases
from benchmarks.rivals import nbgrader_autograde, otter_run

APART = {"01_bilinear_forms": ("matrix_of_form", "is_bilinear")}
"""black-box forms: each value of them crosses the boundary and back"""
ROUNDS = 3
SHARE_ROUNDS = 5
WARM = (2, 10)
"""What a submission adds is the difference of these two class sizes."""
OTTER_RUNS = 3
NBGRADER = ("02_inner_products",)
NBGRADER_SIZES = (1, 4)
CLASS = "02_inner_products"


@dataclass(frozen=True)
class Ready:
    """An assignment, built."""

    assignment: Assignment
    bundle: Bundle


def ready(root: Path, name: str) -> Ready:
    """Built, if what is built is older than its source."""
    assignment = load_assignment(root, name)
    if bundle_is_stale(root, assignment.slug):
        build(assignment, root)
    return Ready(assignment, current_bundle(root, assignment.slug))


def assignments(place: Place, names: Sequence[str]) -> dict[str, Any]:
    """Per assignment: floor, this engine cold and warm, Otter; on the notebook of solutions."""
    found: dict[str, Any] = {}
    for name in names or known_assignments(place.root):
        at = ready(place.root, name)
        slug = at.assignment.slug
        tell(f"{slug}: floor, grade, otter run")
        found[slug] = _one(Place(place.root, fresh(place, slug)), at)
    return found


def _one(place: Place, at: Ready) -> dict[str, Any]:
    slug = at.assignment.slug
    submissions = place.folder / "class"
    write_copies(solved(at.assignment), slug, submissions, max(WARM))
    single = place.folder / "single"
    write_copies(solved(at.assignment), slug, single, 1)
    apart = APART.get(slug, ())
    floor = Floor(solved(at.assignment), at.bundle, at.assignment.path)
    costs: dict[str, list[Cost]] = {}
    checks: list[dict[str, float]] = []

    def note(who: str, cost: Cost) -> None:
        costs.setdefault(who, []).append(cost)

    # In turn, so that a machine that gets slower is slower for all of them.
    for number in range(ROUNDS):
        out = place.folder / f"round{number}"
        note("floor", measured_here(lambda: checks.append(floor.run())))
        note("warm 1", warm(at.bundle, submissions, out / "1", 1, WARM))
        note("floor", measured_here(floor.run))
        note("warm 2", warm(at.bundle, submissions, out / "2", 2, WARM))
        if apart:
            spent = sum(checks[-1][question] for question in apart)
            note("apart floor", Cost(spent, spent))
            note("apart warm", share(at.bundle, single, apart, SHARE_ROUNDS))
        note("cold", grade_command(place, slug, single, out / "cold", 1).cost)
    first = next(single.rglob("*.ipynb"))
    note("otter run", otter_run(place, slug, first, OTTER_RUNS))
    note("floor", measured_here(floor.run))
    return {who: asdict(median(several)) for who, several in costs.items()}


def nbgrader(place: Place, names: Sequence[str] = NBGRADER) -> dict[str, Any]:
    """One assignment through nbgrader's autograde, cold and warm."""
    found = {}
    for name in names:
        at = ready(place.root, name)
        slug = at.assignment.slug
        tell(f"{slug}: nbgrader autograde")
        inside = Place(place.root, fresh(place, f"nb-{slug}"))
        costs = nbgrader_autograde(inside, at.assignment, at.bundle, NBGRADER_SIZES)
        found[slug] = {who: asdict(cost) for who, cost in costs.items()}
    return found


def class_sizes(place: Place, sizes: Sequence[int], workers: Sequence[int]) -> list[dict[str, Any]]:
    """Whole commands on a synthetic class; each again when nothing has changed."""
    at = ready(place.root, CLASS)
    slug = at.assignment.slug
    found = []
    for size in sizes:
        folder = fresh(place, f"class{size}")
        write_class(at.assignment, folder / "class", size)
        for count in workers:
            tell(f"{slug}: a class of {size:,}, {count} worker{'s' * (count > 1)}")
            out = folder / f"out{count}"
            inside = Place(place.root, folder)
            first = grade_command(inside, slug, folder / "class", out, count)
            again = grade_command(inside, slug, folder / "class", out, count)
            found.append(_class_row(slug, size, count, first, again))
            shutil.rmtree(out)
        shutil.rmtree(folder)
    return found


def _class_row(slug: str, size: int, workers: int, first: Run, again: Run) -> dict[str, Any]:
    return {
        "assignment": slug,
        "size": size,
        "workers": workers,
        **asdict(first.cost),
        "peak_bytes": first.seen.peak,
        "memory_is_pss": first.seen.all_pss,
        "first_result": first.seen.first_result,
        "rerun": asdict(again.cost),
    }


def detection(place: Place) -> dict[str, Any]:
    """Mutants caught, of all, as `autograder verify` finds them."""
    tell("verify: mutants caught (what is unchanged since the last verify is not run again)")
    log = place.folder / "verify.txt"
    command = [sys.executable, "-c", GRADE, "verify"]
    run = measured_command(command, str(place.root), str(log))
    if run.code:
        raise SystemExit(f"bench: verify has findings:\n{log.read_text()[-3000:]}")
    found = {}
    for slug in known_assignments(place.root):
        path = place.root / "build" / slug / "verification.json"
        questions = json.loads(path.read_text())["questions"]
        found[slug] = {key: sum(q[key] for q in questions) for key in ("mutants", "caught")}
    return found


def profile(place: Place) -> dict[str, Any]:
    """The phases of a right notebook and of one of a synthetic class."""
    at = ready(place.root, CLASS)
    tell(f"{at.assignment.slug}: where the time goes")
    right, mixed = fresh(place, "right"), fresh(place, "mixed")
    write_copies(solved(at.assignment), at.assignment.slug, right, 1)
    write_class(at.assignment, mixed, 1)
    said = {"all answers right": right, "right and wrong answers": mixed}
    return {which: phases(at.bundle, folder) for which, folder in said.items()}


def fresh(place: Place, name: str) -> Path:
    """An empty folder of this run's."""
    folder = place.folder / name
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def tell(what: str) -> None:
    print(f"bench: {what}", file=sys.stderr, flush=True)
