"""The student's hour in a real JupyterLab, and the TA's command on the file that it leaves."""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring import known_assignments, load_assignment
from autograder.model import Question
from tests.browser.conftest import Watched
from tests.browser.lab import NOTEBOOK, Lab, Server, read_notebook, serving

ROOT = Path(__file__).parents[2]
AUTOGRADER = str(Path(sys.executable).with_name("autograder"))
SLUGS = known_assignments(ROOT)
START = "00_start_here.ipynb"
FIRST = "01_bilinear_forms"
QUESTION = "change_of_basis"
RIGHT, WRONG = "    return P.T @ A @ P", "    return P.T @ A"
MUTANT = "left_side_only"
"""the stored wrong answer that does the same as WRONG"""
WINDOW = {"width": 1280, "height": 900}
# The one place for what `grader.check` says when all public checks pass.
SUCCESS = "all public checks pass; hidden checks decide the rest"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """JupyterLab in a copy of what a student receives."""
    folder = tmp_path_factory.mktemp("student")
    desk = shutil.copytree(ROOT / "assignments", folder / "desk")
    with serving(desk, folder / "private") as started:
        yield started


@pytest.fixture(scope="module")
def window(server: Server, watched: Callable[..., Watched]) -> Watched:
    """JupyterLab, open."""
    seen = watched(viewport=WINDOW)  # closed before its server
    seen.page.goto(server.start)
    seen.page.locator(".jp-DirListing-item").first.wait_for()
    return seen


@pytest.fixture(scope="module")
def lab(window: Watched, server: Server) -> Lab:
    """The hands at its keys."""
    return Lab(window.page, server)


@pytest.fixture(autouse=True)
def nothing_unseen(window: Watched, server: Server) -> Iterator[None]:
    """No test may leave an error in the console or a request to somebody else."""
    yield
    inside = (server.url, server.url.replace("http", "ws"), "data:", "blob:")
    assert window.errors == []
    assert [url for url in window.requests if not url.startswith(inside)] == []


def raised(notebook: Any) -> list[str]:
    """What cells ended with or warned of."""
    outputs = [out for cell in notebook["cells"] for out in cell.get("outputs", [])]
    return [
        f"{out.get('ename', 'stderr')}: {out.get('evalue', out.get('text'))}"
        for out in outputs
        if out["output_type"] == "error" or out.get("name") == "stderr"
    ]


@pytest.mark.parametrize("path", [START, *(f"{slug}/{slug}.ipynb" for slug in SLUGS)])
def test_a_released_notebook_runs_all_its_cells(path: str, lab: Lab, screens: Path) -> None:
    """Opened as handed out and run from the menu: no cell raises, no formula is refused."""
    ids = lab.open(path)
    lab.run_all()
    lab.save()
    saved = read_notebook(lab.server.desk / path)
    assert raised(saved) == []
    assert all(c["execution_count"] for c in saved["cells"] if c["cell_type"] == "code")
    assert lab.page.locator(f"{NOTEBOOK} mjx-container").count() > 0
    assert lab.page.locator(f"{NOTEBOOK} :is(mjx-merror, [data-mjx-error])").count() == 0
    lab.cell(next(n for n, name in enumerate(ids) if name.endswith("-check")))
    lab.page.screenshot(path=screens / f"run-all-{Path(path).stem}.png")
    lab.close()


def test_a_first_mistake_is_answered_with_a_hint(lab: Lab, screens: Path) -> None:
    """The start notebook's answer made wrong: the call, what it returned, what was expected."""
    ids = lab.open(START)
    lab.run_all()
    answer, check = ids.index("vector_length-answer"), ids.index("vector_length-check")
    lab.replace_line(answer, "return float(", "return max(x)")
    lab.run(answer)
    says = lab.run(check).first.text_content() or ""
    lab.page.screenshot(path=screens / "start-wrong.png")
    assert "vector_length([3, 4]) returned 4, expected 5" in one_line(says)
    assert "Hint: " in says
    lab.save()
    lab.close()


@dataclass(frozen=True)
class Hour:
    """What a student saw, and the notebook as it was saved at two moments."""

    wrong_says: str
    wrong_file: Path
    right_says: str
    figure: dict[str, int]
    right_file: Path


@pytest.fixture(scope="module")
def hour(lab: Lab, screens: Path, tmp_path_factory: pytest.TempPathFactory) -> Hour:
    """A question of the first notebook answered wrongly, then rightly, and saved both times."""
    folder = tmp_path_factory.mktemp("saved")
    path = f"{FIRST}/{FIRST}.ipynb"
    shutil.copy(ROOT / "assignments" / path, lab.server.desk / path)
    ids = lab.open(path)
    lab.page.screenshot(path=screens / "student-open.png")
    lab.run_all()
    answer, check = ids.index(f"{QUESTION}-answer"), ids.index(f"{QUESTION}-check")
    lab.replace_line(answer, "is not answered yet", wrong_body())
    lab.run(answer)
    wrong_says = lab.run(check).first.text_content() or ""
    lab.page.screenshot(path=screens / "student-wrong.png")
    lab.save()
    wrong_file = shutil.copy(lab.server.desk / path, folder / "wrong.ipynb")
    lab.append_to_line(answer, WRONG.strip(), RIGHT.removeprefix(WRONG))
    lab.run(answer)
    right_says = lab.run(check).first.text_content() or ""
    lab.page.screenshot(path=screens / "student-right.png")
    figure = next(n for n, name in enumerate(ids) if name.startswith(f"{QUESTION}-figure-"))
    picture = lab.run(figure).locator("img")
    picture.scroll_into_view_if_needed()
    size = picture.evaluate("img => ({width: img.naturalWidth, height: img.naturalHeight})")
    lab.page.screenshot(path=screens / "student-figure.png")
    lab.save()
    right_file = shutil.copy(lab.server.desk / path, folder / "right.ipynb")
    lab.close()
    return Hour(wrong_says, wrong_file, right_says, size, right_file)


def wrong_body() -> str:
    """What a student writes for the placeholder line: the solution but for its last line."""
    question = question_of_the_hour()
    before = question.placeholder.splitlines()
    first = next(n for n, line in enumerate(before) if "is not answered yet" in line)
    after = len(before) - first - 1
    lines = question.answer.splitlines()
    lines = lines[first : len(lines) - after]
    assert lines[-1] == RIGHT
    return "\n".join([*lines[:-1], WRONG]).strip()


def question_of_the_hour() -> Question:
    return next(q for q in load_assignment(ROOT, FIRST).questions if q.id == QUESTION)


def one_line(text: str) -> str:
    return " ".join(text.split())


def test_a_wrong_answer_is_met_with_the_hint(hour: Hour) -> None:
    """The check's output in the notebook says the hint, and not that all is well."""
    (public,) = (c for c in question_of_the_hour().checks if not c.hidden)
    assert one_line(public.hint) in one_line(hour.wrong_says)
    assert SUCCESS not in one_line(hour.wrong_says)


def test_a_right_answer_is_told_so(hour: Hour) -> None:
    """The check's output says that the public checks pass, without the hint."""
    (public,) = (c for c in question_of_the_hour().checks if not c.hidden)
    assert SUCCESS in one_line(hour.right_says)
    assert one_line(public.hint) not in one_line(hour.right_says)


def test_the_figure_is_drawn_with_the_answer(hour: Hour) -> None:
    """An image of a size that can be read stands below the figure's cell."""
    assert hour.figure["width"] > 300
    assert hour.figure["height"] > 150


def test_saving_keeps_what_was_typed(hour: Hour) -> None:
    """Ctrl + S leaves the answer in the file, character by character, and nothing raised."""
    saved = read_notebook(hour.right_file)
    sources = {cell["id"]: "".join(cell["source"]) for cell in saved["cells"]}
    assert sources[f"{QUESTION}-answer"] == question_of_the_hour().answer
    assert raised(saved) == []


def test_the_very_file_is_graded(hour: Hour, tmp_path: Path) -> None:
    """The TA's command gives it the question's points, and names the idea in the earlier one."""
    for student, file in (("ada", hour.right_file), ("ben", hour.wrong_file)):
        (tmp_path / "class" / student).mkdir(parents=True)
        shutil.copy(file, tmp_path / "class" / student / f"{FIRST}.ipynb")
    command = [AUTOGRADER, "--root", ROOT, "grade", FIRST, "class", "--out", "out"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = list(csv.DictReader((tmp_path / "out" / "gradebook.csv").read_text().splitlines()))
    question = question_of_the_hour()
    ada, ben = rows
    assert (ada["student"], ada["status"], float(ada[QUESTION])) == (
        *("ada", "graded"),
        question.points,
    )
    assert float(ada["score"]) == question.points  # nothing else was answered
    assert (ben["student"], ben["status"]) == ("ben", "graded")
    assert float(ben[QUESTION]) < question.points
    sentence = next(a.sentence for a in question.attempts if a.name == MUTANT)
    assert sentence in (tmp_path / "out" / "feedback" / f"ben__{FIRST}.md").read_text()
