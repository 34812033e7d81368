"""What grading costs, as ratios measured in one run: the floor, this engine, `otter run`.

The floor is a notebook's own cells and checks, run in one warm process without any
isolation. `make bench` runs it; it prints a table and writes build/bench.json.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("MPLBACKEND", "Agg")

from otter.test_files.exception_test import ExceptionTestFile

from autograder.authoring import (
    build,
    bundle_path,
    current_bundle,
    filled_notebook,
    known_assignments,
    load_assignment,
)
from autograder.grading.batch import grade_all
from autograder.grading.intake import find_submissions
from autograder.model import Assignment, Bundle

ROOT = Path(__file__).parents[1]
CLASS_SIZE = 12
OTTER_RUNS = 2


def measured(work: Callable[[], object], submissions: int) -> float:
    """Wall seconds for one submission; with one worker nothing runs side by side."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) / submissions


def floor(notebook: bytes, bundle: Bundle) -> None:
    """The notebook's cells and checks in this process; anything could go wrong, nothing may."""
    namespace: dict[str, object] = {"__name__": "__main__"}
    for cell in json.loads(notebook)["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code" and "otter" not in source and "grader" not in source:
            exec(compile(source, "<cell>", "exec"), namespace)
    for question in bundle.questions:
        tests = ExceptionTestFile.from_string(question.test_file)
        tests.run(namespace)
        if not tests.passed_all:
            raise SystemExit(f"bench: the solution does not pass {question.id}; run: make test")
    sys.modules["matplotlib.pyplot"].close("all")


def otter_run(notebook: Path, otter_zip: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "otter", "run", "-a", str(otter_zip), str(notebook)]
        subprocess.run([*command, "-o", folder], cwd=folder, check=True, capture_output=True)


def benchmark(assignment: Assignment, bundle: Bundle, folder: Path) -> dict[str, float]:
    """Floor, one worker, two workers and Otter on the same filled notebook."""
    notebook = filled_notebook(assignment, {q.id: q.answer for q in assignment.questions})
    for student in range(CLASS_SIZE):
        # A comment apart, so that no two submissions are the same work.
        path = folder / "class" / f"student{student:03}" / f"{assignment.slug}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(notebook)
    found = find_submissions(folder / "class")
    # In the folder of the data that the figures read; what cells print is not the benchmark's.
    with contextlib.chdir(assignment.path), contextlib.redirect_stdout(io.StringIO()):
        floor(notebook, bundle)  # warm
        costs = {"floor": measured(lambda: floor(notebook, bundle), 1)}
    for workers in (1, 2):
        out = folder / f"out{workers}"

        def grade(workers: int = workers, out: Path = out) -> None:
            grade_all(bundle, found, out, workers=workers)

        costs[f"this engine, {workers} workers"] = measured(grade, CLASS_SIZE)
    zipped = bundle_path(ROOT, assignment.slug).with_name("otter_autograder.zip")
    one = found[0].path
    runs = measured(lambda: [otter_run(one, zipped) for _ in range(OTTER_RUNS)], OTTER_RUNS)
    return {**costs, "otter run": runs}


def main() -> None:
    results = {}
    for name in sys.argv[1:] or known_assignments(ROOT):
        assignment = load_assignment(ROOT, name)
        build(assignment, ROOT)
        bundle = current_bundle(ROOT, assignment.slug)
        with tempfile.TemporaryDirectory() as folder:
            costs = benchmark(assignment, bundle, Path(folder))
        results[name] = costs
        print(f"{name}: one submission, right answers, figures included")
        for who, cost in costs.items():
            print(f"  {who:<24} {cost:7.3f} s wall {cost / costs['floor']:7.1f} x floor")
    (ROOT / "build" / "bench.json").write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
