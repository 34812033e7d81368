"""`python -m benchmarks`: measures, prints the ratios as a table, writes build/bench.json.

Without options all parts but the large class; each part that is done is stored at once, so an
interrupted run loses only the part it was at.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

# Before numpy is loaded: the floor and the graders use one thread each.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("MPLBACKEND", "Agg")

from benchmarks import parts, tables
from benchmarks.engine import Place
from benchmarks.ratios import ratios
from benchmarks.results import store, stored

ROOT = Path(__file__).parents[1]
SIZES = "100,1000"
LARGE = "10000"
DEFAULT = ("detection", "assignments", "nbgrader", "profile", "classes")


def main() -> None:
    given = arguments()
    path = ROOT / "build" / "bench.json"
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        place = Place(ROOT, Path(folder))
        work = steps(place, given)
        for part in given.part or DEFAULT:
            store(path, part, work[part]())
    found = ratios(stored(path))
    results = store(path, "ratios", [asdict(ratio) | {"met": ratio.met} for ratio in found])
    for table in (tables.assignment_table, tables.class_table, tables.ratio_table):
        if len(rows := table(results)) > 1:
            print(tables.text(rows), end="\n\n")
    print("stored: build/bench.json; refresh the pages with: make bench-page")


def steps(place: Place, given: argparse.Namespace) -> dict[str, Callable[[], Any]]:
    """Part → what measures it."""
    sizes, workers = numbers(given.sizes), numbers(given.workers)
    return {
        "detection": lambda: parts.detection(place),
        "assignments": lambda: parts.assignments(place, given.assignment),
        "nbgrader": lambda: parts.nbgrader(place),
        "profile": lambda: parts.profile(place),
        "classes": lambda: parts.class_sizes(place, sizes, workers),
        "large": lambda: parts.class_sizes(place, numbers(LARGE), workers),
    }


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("assignment", nargs="*", help="for the part 'assignments'; by default all")
    parser.add_argument("--part", action="append", choices=(*DEFAULT, "large"))
    parser.add_argument("--sizes", default=os.environ.get("BENCH_SIZES", SIZES))
    parser.add_argument("--workers", default=os.environ.get("BENCH_WORKERS", "1,2"))
    return parser.parse_args()


def numbers(text: str) -> list[int]:
    """`100,1000` → [100, 1000]."""
    if not all(part.isdigit() and int(part) for part in text.split(",")):
        raise SystemExit(f"bench: found the numbers {text!r}; wanted some like 100,1000")
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    main()
