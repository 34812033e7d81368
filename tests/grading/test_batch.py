"""A class in worker processes: nothing is lost, nothing is done twice, every row is the same."""

from __future__ import annotations

import errno
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from autograder.errors import UsageError
from autograder.grading import batch
from autograder.grading.batch import Progress, exit_code, grade_all, grade_submissions
from autograder.grading.bench import key_of
from autograder.grading.crew import MakeExecutor
from autograder.grading.doubts import QUESTION_DIED
from autograder.grading.intake import find_submissions
from autograder.grading.pool import process_pool
from autograder.grading.read import read_submission
from autograder.grading.tasks import hold
from autograder.model import Bundle, Status, Verdict
from autograder.model.summary import Summary
from autograder.reports import gradebook, report_json

ENDLESS = "def add(a, b):\n    while True: pass"


class Kept(Executor):
    """A pool that outlives its batch: its zygote need not be started again for the same bundle."""

    def __init__(self, pool: Executor, bundle: Bundle) -> None:
        self._pool = pool
        pool.submit(hold, key_of(bundle), bundle)

    def submit(self, work: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        return self._pool.submit(work, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Not yet."""


@pytest.fixture(scope="module")
def kept() -> Iterator[MakeExecutor]:
    """Makes the same executor every time."""
    with process_pool(1) as pool:
        yield lambda workers, bundle: Kept(pool, bundle)


@pytest.fixture
def school(tmp_path: Path, notebook: Callable[..., bytes], bundle: Bundle) -> Path:
    """Right, wrong, blank, hostile and damaged notebooks."""
    blank = {question.id: question.placeholder for question in bundle.questions}
    handed_in = {
        "ada.ipynb": notebook(),
        "bob/nb.ipynb": notebook(add="def add(a, b):\n    return 5"),
        "cleo.ipynb": notebook(**blank),
        "dan.ipynb": notebook(add=ENDLESS),
        "eve.ipynb": notebook(before=["import os\nos._exit(1)"]),
        "finn.ipynb": notebook()[:500],
        "gus.ipynb": b"",
        "hal.py": b"def add(a, b):\n    return a + b\n",
    }
    folder = tmp_path / "school"
    for name, data in handed_in.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / "ida.ipynb").symlink_to(folder / "ada.ipynb")
    return folder


def csv(summaries: list[Summary], bundle: Bundle) -> str:
    return gradebook.render(summaries, [question.id for question in bundle.questions])


EXPECTED = """\
student,submission,status,score,possible,add,double,half
ada,ada,graded,4.6,4.6,0.6,2,2
bob,bob__nb,graded,4.4,4.6,0.4,2,2
cleo,cleo,graded,0,4.6,0,0,0
dan,dan,graded,4,4.6,0,2,2
eve,eve,graded,4.6,4.6,0.6,2,2
finn,finn,ungradable,,4.6,,,
gus,gus,ungradable,,4.6,,,
hal,hal,repaired,0.6,4.6,0.6,0,0
ida,ida,ungradable,,4.6,,,
"""


def test_the_same_rows_for_any_number_of_workers(
    school: Path, tmp_path: Path, bundle: Bundle
) -> None:
    """One row for everything found, and the same bytes with 1 and 2 workers."""
    found = find_submissions(school)
    for workers in (1, 2):
        reports = grade_all(bundle, found, tmp_path / f"out{workers}", workers=workers)
        assert csv(reports, bundle) == EXPECTED
        assert exit_code(reports) == 1
    assert exit_code([report for report in reports if report.status is Status.GRADED]) == 0


def test_only_what_changed_is_graded_again(
    school: Path, tmp_path: Path, bundle: Bundle, kept: MakeExecutor
) -> None:
    """A second run does nothing; a changed file, a damaged report or a new bundle is graded."""
    out = tmp_path / "out"
    for name in ("dan", "eve"):  # the slow ones
        (school / f"{name}.ipynb").unlink()
    options = {"make_executor": kept}

    def graded(bundle: Bundle = bundle, **more: Any) -> tuple[str, set[str]]:
        seen: list[Progress] = []
        found = find_submissions(school)
        reports = grade_all(bundle, found, out, tell=seen.append, **options, **more)
        assert [progress.done for progress in seen] == list(range(1, 8))
        assert {progress.total for progress in seen} == {7}
        return csv(reports, bundle), {p.summary.submission for p in seen if not p.reused}

    first, done = graded()
    assert len(done) == 7
    assert graded() == (first, set())
    (out / "reports" / "ada.json").write_text('{"half a report')
    (out / "reports" / "hal.json").unlink()
    (out / "reports" / ".bob__nb.json.1.part").write_text("{")
    assert graded() == (first, {"ada", "hal"})
    (school / "cleo.ipynb").write_bytes((school / "ada.ipynb").read_bytes())
    changed, done = graded()
    assert done == {"cleo"}
    assert "cleo,cleo,graded,4.6" in changed
    assert len(graded(replace(bundle, digest="another"))[1]) == 7
    assert len(graded(replace(bundle, digest="another"), fresh=True)[1]) == 7


DEADLY = """
    if double(4) == 666:
        import numpy as np
        a = np.ones((3000, 3000), int)
        a @ a  # one call of C, which no Python signal interrupts
"""


def test_a_dead_worker_takes_no_row_along(
    tmp_path: Path, bundle: Bundle, notebook: Callable[..., bytes]
) -> None:
    """What kills its worker costs one question of one submission; a next run tries it again."""
    first, double, *rest = bundle.questions
    test_file = double.test_file.replace('"""Doubles a number."""', f'"""Doubles."""{DEADLY}')
    questions = (first, replace(double, test_file=test_file), *rest)
    deadly = replace(bundle, questions=questions, limits=replace(bundle.limits, check_cpu=0.3))
    folder = tmp_path / "in"
    folder.mkdir()
    for name in "abcd":
        (folder / f"{name}.ipynb").write_bytes(notebook())
    (folder / "c.ipynb").write_bytes(notebook(double="def double(x):\n    return 666"))
    found = find_submissions(folder)
    reports = grade_all(deadly, found, tmp_path / "out", workers=2)
    assert [r.score and round(r.score, 6) for r in reports] == [4.6, 4.6, 2.6, 4.6]
    report = report_json.load((tmp_path / "out/reports/c.json").read_text())
    lost = report.questions[1]
    assert [check.verdict for check in lost.checks] == [Verdict.ERRORED, Verdict.ERRORED]
    assert lost.note == QUESTION_DIED
    assert report.limits_hit == (f"double: {QUESTION_DIED}",)
    seen: list[Progress] = []
    grade_all(deadly, found, tmp_path / "out", tell=seen.append)
    assert [p.summary.submission for p in seen if not p.reused] == ["c"]


def test_a_fault_of_ours_costs_no_other_row(
    school: Path, tmp_path: Path, bundle: Bundle, kept: MakeExecutor
) -> None:
    """A test file that cannot even be loaded makes rows ungradable that say whose fault it is."""
    broken = replace(bundle.questions[0], test_file="1 / 0")
    changed = replace(bundle, questions=(broken, *bundle.questions[1:]))
    found = [row for row in find_submissions(school) if row.id in {"ada", "cleo"}]
    ada, cleo = grade_all(changed, found, tmp_path / "out", make_executor=kept)
    assert ada.reason.startswith("the grader failed on it (ZeroDivisionError: division by zero)")
    assert cleo.status is Status.GRADED


def test_any_executor_will_do(school: Path, tmp_path: Path, bundle: Bundle) -> None:
    """Threads, or a cluster's: `concurrent.futures.Executor` is all that is spoken."""
    found = [row for row in find_submissions(school) if row.id in {"ada", "gus"}]

    def threads(workers: int, bundle: Bundle) -> Executor:
        return ThreadPoolExecutor(workers, "", hold, (key_of(bundle), bundle))

    reports = grade_all(bundle, found, tmp_path / "out", make_executor=threads)
    assert [report.score and round(report.score, 6) for report in reports] == [4.6, None]


def test_submissions_that_were_read(
    school: Path, bundle: Bundle, notebook: Callable[..., bytes], kept: MakeExecutor
) -> None:
    """Reports come in the order asked for, of one question or of all, names may repeat."""
    ada = read_submission(find_submissions(school)[0], bundle, notebook())
    wrong = read_submission(find_submissions(school)[0], bundle, notebook(add=ENDLESS))
    pairs = [(wrong, "add"), (ada, ""), (ada, "double"), (wrong, "half")]
    reports = grade_submissions(bundle, pairs, workers=2, make_executor=kept)
    assert [[q.id for q in r.questions] for r in reports] == [
        ["add"], ["add", "double", "half"], ["double"], ["half"],
    ]  # fmt: skip
    assert [r.score and round(r.score, 6) for r in reports] == [0, 4.6, 2, 2]
    assert {r.submission for r in reports} == {"ada"}


def test_an_unusable_out_folder_is_a_usage_error(
    school: Path, tmp_path: Path, bundle: Bundle
) -> None:
    """A file, a folder that cannot be written, another assignment's results: one line each."""
    found = find_submissions(school)[-2:]
    (tmp_path / "file").write_text("")
    for out in (tmp_path / "file", tmp_path / "file" / "below" / "it"):
        with pytest.raises(UsageError, match=r"found a file at .*/file; wanted a folder for the"):
            grade_all(bundle, found, out)
    grade_all(bundle, found[-1:], tmp_path / "out")  # a link: nothing is run
    with pytest.raises(UsageError, match=r"found results of 07_sums in .*08_products; name"):
        grade_all(replace(bundle, slug="08_products"), found, tmp_path / "out")


def test_no_workers_are_refused(school: Path, tmp_path: Path, bundle: Bundle) -> None:
    """Rather than grading nothing in silence."""
    with pytest.raises(UsageError, match="found 0 workers, wanted 1 or more"):
        grade_all(bundle, find_submissions(school), tmp_path / "out", workers=0)


SCRIPT = """\
import pickle, sys
from pathlib import Path
from autograder.errors import AutograderError
from autograder.grading.batch import grade_all
from autograder.grading.intake import find_submissions
from autograder.reports import gradebook

if __name__ == "__main__":
    folder, out, bundle = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    bundle = pickle.loads(bundle.read_bytes())
    tell = lambda progress: print(progress.summary.submission, flush=True)
    try:
        reports = grade_all(bundle, find_submissions(folder), out, workers=2, tell=tell)
    except AutograderError as error:
        print(error, file=sys.stderr)
        sys.exit(error.exit_code)
    text = gradebook.render(reports, [question.id for question in bundle.questions])
    (out / "gradebook.csv").write_text(text)
"""


class Grader:
    """The command in a process of its own, so that it can be killed."""

    def __init__(self, school: Path, bundle: Bundle, place: Path) -> None:
        (place / "script.py").write_text(SCRIPT)
        (place / "bundle.pickle").write_bytes(pickle.dumps(bundle))
        self.out = place / "out"
        self._arguments = [sys.executable, *map(str, (
            place / "script.py", school, self.out, place / "bundle.pickle"
        ))]  # fmt: skip

    def start(self) -> subprocess.Popen[str]:
        pipe = subprocess.PIPE
        return subprocess.Popen(
            self._arguments, stdout=pipe, stderr=pipe, text=True, start_new_session=True
        )


def group(pgid: int) -> set[int]:
    """The living processes of a session."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == pgid and fields[0] != "Z":
                found.add(int(entry.name))
    return found


def nobody_left(pgid: int) -> bool:
    deadline = time.monotonic() + 5
    while group(pgid) and time.monotonic() < deadline:
        time.sleep(0.05)
    return not group(pgid)


def test_killed_at_any_moment_and_run_again(school: Path, tmp_path: Path, bundle: Bundle) -> None:
    """After SIGKILL nobody is left; killed again and run again, the gradebook is the same."""
    grader = Grader(school, bundle, tmp_path)
    for rows in (1, 5):
        process = grader.start()
        assert process.stdout
        assert all(process.stdout.readline() for _ in range(rows))
        process.kill()
        process.wait()
        assert nobody_left(process.pid)
    assert grader.start().communicate(timeout=60)[1] == ""
    assert (grader.out / "gradebook.csv").read_text() == EXPECTED


@pytest.mark.parametrize(
    "error",
    [EOFError(), ConnectionRefusedError(), OSError(errno.EBADF, "Bad file descriptor")],
    ids=["end of file", "refused", "a descriptor that is gone"],
)
def test_a_dead_fork_server_takes_no_row_along(
    school: Path, tmp_path: Path, bundle: Bundle, error: Exception
) -> None:
    """The executor that cannot start a worker is made again, and everything is graded."""
    made: list[Executor] = []

    class Lost(Executor):
        def submit(self, work: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
            raise error

    def make(workers: int, bundle: Bundle) -> Executor:
        made.append(process_pool(1, bundle) if made else Lost())
        return made[-1]

    found = [row for row in find_submissions(school) if row.id in {"ada", "bob__nb"}]
    reports = grade_all(bundle, found, tmp_path / "out", make_executor=make)
    assert [r.reason for r in reports] == ["", ""]
    assert [r.score and round(r.score, 6) for r in reports] == [4.6, 4.4]
    assert len(made) == 2


def test_ctrl_c_ends_soon_and_says_how_to_go_on(
    school: Path, tmp_path: Path, bundle: Bundle
) -> None:
    """Within two seconds, in one line, leaving nobody behind."""
    grader = Grader(school, bundle, tmp_path)
    process = grader.start()
    assert process.stdout
    process.stdout.readline()
    before = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert time.monotonic() - before < 10  # 2 s are promised; a busy machine may lag
    assert process.returncode == 130
    assert said == f"{batch.INTERRUPTED}\n"
    assert nobody_left(process.pid)
