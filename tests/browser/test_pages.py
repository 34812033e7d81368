"""The pages that people read, in a real browser: silent, alone, by keyboard, accessible."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.authoring import known_assignments, load_assignment
from autograder.classroom.answer_html import answer_html
from autograder.reports.solutions_page import solutions_page
from autograder.validity.sample_class import sample_class
from tests.browser.axe import grave_findings
from tests.browser.conftest import Watched

ROOT = Path(__file__).parents[2]
AUTOGRADER = str(Path(sys.executable).with_name("autograder"))
SLUG = "01_bilinear_forms"
STUDENTS = ("ada", "dara", "emil", "hugo", "ines", "lena", "mallory", "sven", "uma")
"""right, wrong in one and in all, half, blank, hostile, repaired, ungradable: of each one"""
ANSWER = """**The first** is right: $x^\\top A y$ is linear in $x$.

1. so
2. `x @ A @ y`

| a | b |
|---|---|
| 1 | 2 |
"""
DESKTOP = {"width": 1100, "height": 900}
PHONE = {"width": 390, "height": 844}
PAGES = {
    "feedback-page": f"out/feedback/lena__{SLUG}.html",
    "feedback-ungradable": f"out/feedback/uma__{SLUG}.html",
    "class-page": "out/index.html",
    "marking-page": "out/marking/answers.html",
    "solutions-page": "solutions.html",
}
# All that the keyboard must reach: what can be clicked, opened, sorted or scrolled.
CONTROLS = "a[href], button, summary, [tabindex='0']"
REACHABLE = f"""() => [...document.querySelectorAll("{CONTROLS}")]
  .filter((element) => element.checkVisibility())
  .map((element) => element.outerHTML.slice(0, 150))"""
# Every stop of the focus from here on, and whether one sees it there.
NOTE_STOPS = """() => {
  window.stops = [];
  document.addEventListener("focusin", ({target}) => {
    const style = getComputedStyle(target);
    const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    window.stops.push([target.outerHTML.slice(0, 150), seen]);
  });
}"""
OPEN_ALL = "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
TOO_WIDE = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small class graded by the real commands, its written answers and the solutions shown."""
    folder = tmp_path_factory.mktemp("class")
    for name, data in sample_class(load_assignment(ROOT, SLUG)).items():
        student = Path(name).parts[0]
        if student in STUDENTS:
            (folder / "in" / name).parent.mkdir(parents=True)
            (folder / "in" / name).write_bytes(data)
    for student in ("ada", "dara"):
        write_answer(folder / "in" / student / f"{SLUG}.ipynb")
    autograder(folder, "grade", SLUG, "in", "--out", "out", code=1)  # one is ungradable
    autograder(folder, "marking", SLUG, "in", "--out", "out")
    autograder(folder, "solutions", SLUG)
    shutil.copy(ROOT / "build" / SLUG / "solutions.html", folder)
    return folder


def write_answer(path: Path) -> None:
    """The written question, answered."""
    notebook = json.loads(path.read_text())
    (cell,) = (cell for cell in notebook["cells"] if cell.get("id") == "written-answer")
    cell["source"] = ANSWER
    path.write_text(json.dumps(notebook))


def autograder(folder: Path, *words: str, code: int = 0) -> None:
    command = [AUTOGRADER, "--root", ROOT, *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr


@pytest.fixture
def shown(watched: Callable[..., Watched], results: Path) -> Callable[..., Watched]:
    """Opens one of the pages; options as of Playwright's `new_context`."""

    def opened(name: str, **options: object) -> Watched:
        seen = watched(**{"viewport": DESKTOP, **options})
        seen.page.goto((results / PAGES[name]).as_uri())
        return seen

    return opened


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_silent_and_alone(
    name: str, shown: Callable[..., Watched], screens: Path, results: Path
) -> None:
    """Nothing is said in the console, and the file itself is all that is asked for."""
    seen = shown(name)
    seen.page.screenshot(path=screens / f"{name}.png", full_page=name != "solutions-page")
    seen.page.evaluate(OPEN_ALL)
    assert seen.errors + seen.warnings == []
    asked = [url for url in seen.requests if not url.startswith("data:")]
    assert asked == [(results / PAGES[name]).as_uri()]


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_everything(name: str, shown: Callable[..., Watched]) -> None:
    """Tab goes to every link, button, fold and table in the page's order, and one sees where."""
    page = shown(name).page
    page.evaluate(OPEN_ALL)
    page.evaluate(NOTE_STOPS)
    wanted = page.evaluate(REACHABLE)
    for _ in wanted:
        page.keyboard.press("Tab")
    stops = page.evaluate("() => window.stops")
    assert [what for what, _ in stops] == wanted
    assert [what for what, seen in stops if not seen] == []


@pytest.mark.parametrize("name", ["feedback-page", "class-page", "marking-page", "solutions-page"])
def test_a_fold_opens_by_keyboard(name: str, shown: Callable[..., Watched]) -> None:
    """Enter on what is folded away shows it, and once more hides it."""
    page = shown(name).page
    fold = page.locator("details").first
    fold.locator("summary").focus()
    for state in (True, False):
        page.keyboard.press("Enter")
        assert fold.evaluate("one => one.open") is state


def test_a_table_is_sorted_by_keyboard(shown: Callable[..., Watched]) -> None:
    """Enter on the head of a column sorts by it, once more turns it round, and it says so."""
    page = shown("class-page").page
    table = page.locator("section[aria-labelledby=submissions] table")
    students = table.locator("tbody th")
    before = students.all_inner_texts()
    assert before == sorted(STUDENTS)
    table.get_by_role("button", name="Student").focus()
    head = table.get_by_role("columnheader", name="Student")
    for direction, wanted in (("ascending", before), ("descending", before[::-1])):
        page.keyboard.press("Enter")
        assert head.get_attribute("aria-sort") == direction
        assert students.all_inner_texts() == wanted


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible(
    name: str,
    scheme: str,
    viewport: dict[str, int],
    shown: Callable[..., Watched],
    screens: Path,
) -> None:
    """axe-core has no serious finding with all folds open, and nothing moves sideways."""
    page = shown(name, color_scheme=scheme, viewport=viewport).page
    page.screenshot(path=screens / f"{name}-{scheme}.png", full_page=True)
    page.evaluate(OPEN_ALL)
    assert page.evaluate(TOO_WIDE) <= 0
    assert grave_findings(page) == []


@pytest.mark.parametrize("slug", known_assignments(ROOT))
def test_every_formula_fits_a_phone(
    slug: str, watched: Callable[..., Watched], tmp_path: Path
) -> None:
    """No prompt, answer or rubric of the solutions makes the page move sideways."""
    path = tmp_path / "solutions.html"
    path.write_text(solutions_page(load_assignment(ROOT, slug), {}, answer_html))
    page = watched(viewport=PHONE).page
    page.goto(path.as_uri())
    page.evaluate(OPEN_ALL)
    assert page.evaluate(TOO_WIDE) <= 0
