"""What grading costs, as ratios measured in one run: the floor, this engine, `otter run`.

The floor is a notebook's own cells and checks, run in one warm process without any
isolation. CPU seconds are user and system time of the whole tree of processes. What starts a
class (imports, the zygote) is told apart from what each submission adds to it. `make bench` runs
it; it prints a table and writes build/bench.json.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
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


@dataclass(frozen=True)
class Cost:
    """Seconds."""

    wall: float
    cpu: float

    def __sub__(self, other: Cost) -> Cost:
        return Cost(self.wall - other.wall, self.cpu - other.cpu)

    def __truediv__(self, count: float) -> Cost:
        return Cost(self.wall / count, self.cpu / count)


def measured_here(work: Callable[[], object]) -> Cost:
    """What work costs that starts no process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def measured(work: Callable[[], object]) -> Cost:
    """What work costs with all the processes it starts; wall time ends with the work itself.

    It runs in a fork. Whoever outlives that is handed to this process and waited for.
    """
    before, started = _waited_for(), time.perf_counter()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    wall = time.perf_counter() - started
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    if status:
        raise SystemExit("bench: a measured run failed; its message is above")
    return Cost(wall, _waited_for() - before)


def adopt_orphans() -> None:
    """Workers are forked from a server and no children of whoever asks for them."""
    set_child_subreaper = 36
    ctypes.CDLL(None, use_errno=True).prctl(set_child_subreaper, 1, 0, 0, 0)


def _waited_for() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


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


def otter_runs(notebook: Path, otter_zip: Path) -> None:
    command = [sys.executable, "-m", "otter", "run", "-a", str(otter_zip), str(notebook)]
    for _ in range(OTTER_RUNS):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([*command, "-o", folder], cwd=folder, check=True, capture_output=True)


def benchmark(assignment: Assignment, bundle: Bundle, folder: Path) -> dict[str, Cost]:
    """Floor, start and each submission with one and two workers, Otter, on one filled notebook."""
    notebook = filled_notebook(assignment, {q.id: q.answer for q in assignment.questions})
    for student in range(CLASS_SIZE):
        path = folder / "class" / f"student{student:03}" / f"{assignment.slug}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_bytes(notebook)
    found = find_submissions(folder / "class")
    # In the folder of the data that the figures read; what cells print is not the benchmark's.
    with contextlib.chdir(assignment.path), contextlib.redirect_stdout(io.StringIO()):
        floor(notebook, bundle)  # warm
        costs = {"floor": measured_here(lambda: floor(notebook, bundle))}
    for workers in (1, 2):

        def grade(size: int, workers: int = workers) -> None:
            out = folder / f"out{workers}-{size}"
            grade_all(bundle, found[:size], out, workers=workers)

        few, all_of_them = (measured(partial(grade, size)) for size in (workers, CLASS_SIZE))
        each = (all_of_them - few) / (CLASS_SIZE - workers)
        costs[f"this engine, {workers} workers"] = each
        costs[f"  its start, {workers} workers"] = few - Cost(each.wall, each.cpu * workers)
    zipped = bundle_path(ROOT, assignment.slug).with_name("otter_autograder.zip")
    one = found[0].path
    runs = measured(lambda: otter_runs(one, zipped))
    return {**costs, "otter run": runs / OTTER_RUNS}


def show(name: str, costs: dict[str, Cost]) -> None:
    print(f"{name}: one submission, right answers, figures included")
    floor_cost = costs["floor"]
    for who, cost in costs.items():
        wall, cpu = cost.wall / floor_cost.wall, cost.cpu / floor_cost.cpu
        print(
            f"  {who:<24} {cost.cpu:7.3f} s CPU {cpu:7.2f} x floor"
            f"   {cost.wall:7.3f} s wall {wall:7.2f} x floor",
            flush=True,
        )


def main() -> None:
    adopt_orphans()
    results: dict[str, dict[str, Cost]] = {}
    for name in sys.argv[1:] or known_assignments(ROOT):
        assignment = load_assignment(ROOT, name)
        build(assignment, ROOT)
        bundle = current_bundle(ROOT, assignment.slug)
        with tempfile.TemporaryDirectory() as folder:
            results[name] = benchmark(assignment, bundle, Path(folder))
        show(name, results[name])
    if len(results) > 1:
        show("all together", {who: total(results, who) for who in next(iter(results.values()))})
    stored = {
        name: {who: asdict(cost) for who, cost in costs.items()} for name, costs in results.items()
    }
    (ROOT / "build" / "bench.json").write_text(json.dumps(stored, indent=1) + "\n")


def total(results: dict[str, dict[str, Cost]], who: str) -> Cost:
    costs = [of[who] for of in results.values()]
    return Cost(sum(cost.wall for cost in costs), sum(cost.cpu for cost in costs))


if __name__ == "__main__":
    main()
