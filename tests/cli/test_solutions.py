"""`autograder solutions`: one page, self-contained, with answers, figures, mistakes and rubric."""

from __future__ import annotations

import base64
import re
import shutil
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from autograder.authoring import known_assignments, load_assignment
from autograder.authoring.tools.desk import read_sources
from autograder.authoring.tools.percent_text import plain_cells
from autograder.authoring.tools.pictures import run_cells
from autograder.classroom.answer_html import answer_html
from autograder.cli.solutions import BROWSERS
from autograder.reports.solutions_page import solutions_page

Run = Callable[..., Any]
ROOT = Path(__file__).parents[2]
PAGE = Path("build/01_sums/solutions.html")
QUESTION = Path("solutions/01_sums/double/question.py")
OUTSIDE = re.compile(r"""(?:src|href|action)\s*=\s*["'](?!data:|#)|url\(|@import|<script""")


def one_line(said: Any) -> str:
    """The one line a refused command says."""
    assert (said.code, said.out) == (2, ""), said
    assert said.err.count("\n") == 1
    return str(said.err)


def test_it_holds_what_a_reader_wants_and_no_hidden_check(command: Run) -> None:
    """Prompt, answer, output, mistakes with nudge, other answers, rubric; nothing of the checks."""
    said = command("solutions", "1")
    assert (said.code, said.out) == (0, f"{PAGE} written\n")
    page = PAGE.read_text()
    text = unescape(page)
    assert "<h3>Twice as much</h3>" in text
    assert "return array_of_x + array_of_x" in text
    assert "twice four is 8" in text
    assert "Repeats a sequence where its entries should be doubled." in text
    assert "Is a list a vector?" in text
    assert "<summary>Code" in text
    assert "repeated = list(x) + list(x)" in text
    assert "Multiplies by two." in text
    assert "an example with numbers" in text
    assert "<math" in text
    for staff in ("doubles_three", "doubles_arrays_as_well", "secret_array", "mathtx_ref", "SOLUT"):
        assert staff not in text
    assert not OUTSIDE.search(page)
    assert "default-src 'none'" in text


def test_the_same_sources_give_the_same_page(command: Run) -> None:
    """Figures included: nothing in it tells when or where it was made."""
    text = QUESTION.read_text().replace(
        'print("twice four is", double(4))',
        "import matplotlib.pyplot as plt\n    plt.plot([0, double(4)])\n    plt.show()",
    )
    QUESTION.write_text(text)
    command("solutions", "1")
    first = PAGE.read_bytes()
    (picture,) = re.findall(rb'<img src="data:image/png;base64,([^"]+)"', first)
    assert base64.b64decode(picture).startswith(b"\x89PNG")
    assert b'alt="Figure 1 of double, drawn with the answer above"' in first
    command("solutions", "1")
    assert PAGE.read_bytes() == first


def test_a_cell_that_fails_is_the_authors_error(command: Run) -> None:
    """File and line, what it raised, no traceback; no page is left half written."""
    QUESTION.write_text(QUESTION.read_text().replace("try:\n    print(", "try:\n    1 / 0\n    ("))
    said = one_line(command("solutions", "1"))
    assert f"{QUESTION}:31: found a cell that ends with ZeroDivisionError: division by zero" in said
    assert not PAGE.exists()
    assert Path.cwd().name == "repository"


def test_foreign_text_in_a_source_is_text(command: Run) -> None:
    """HTML in a prompt or an answer is shown, not run."""
    text = QUESTION.read_text().replace("It works", "<script>alert(1)</script> It works")
    QUESTION.write_text(text.replace("# a comment", "# <img src=x onerror=alert(1)>"))
    command("solutions", "1")
    assert not OUTSIDE.search(PAGE.read_text())
    assert "&lt;script&gt;" in PAGE.read_text()


def test_a_real_assignment_shows_its_figures(tmp_path: Path) -> None:
    """Every figure cell of the first assignment draws, with the solutions put in."""
    assignment = load_assignment(ROOT, "1")
    shown = run_cells(assignment, ROOT)
    figures = [
        (question.id, number)
        for question in assignment.questions
        for number, cell in enumerate(question.cells)
        if cell.kind == "figure"
    ]
    assert figures
    assert all(shown[place].figures or shown[place].printed for place in figures)
    assert any(shown[place].figures for place in figures)
    assert not any("waits for an answer" in cell.printed for cell in shown.values())
    content = {place: (cell.printed, cell.figures) for place, cell in shown.items()}
    page = solutions_page(assignment, content, answer_html)
    assert page.count("<img ") == sum(len(cell.figures) for cell in shown.values())
    assert not OUTSIDE.search(re.sub(r"<pre>.*?</pre>", "", page, flags=re.DOTALL))


@pytest.mark.parametrize("slug", known_assignments(ROOT))
def test_every_formula_can_be_read_offline(slug: str) -> None:
    """No prompt, question or rubric keeps LaTeX: all of it becomes MathML."""
    sources = read_sources(ROOT, slug)
    texts = [text for name, text in sources.items() if name.endswith(".md")]
    for name in (name for name in sources if name.endswith(".py")):
        cells = plain_cells(Path(name), sources[name])
        texts += [cell.source for cell in cells if cell.markdown]
    for text in texts:
        html = re.sub(r"<pre>.*?</pre>", "", str(answer_html(text)), flags=re.DOTALL)
        prose = re.sub(r"<code>[^<\\]*</code>", "", html)
        assert not re.findall(r"\\[a-zA-Z]+|\$", prose), text[:200]


def test_without_a_browser_there_is_one_line(
    command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Said before anything is run."""
    monkeypatch.setenv("PATH", str(tmp_path))
    said = one_line(command("solutions", "1", "--pdf"))
    assert "found no browser to print with; wanted Chromium or Chrome on the PATH; install" in said
    assert not PAGE.exists()


def test_a_browser_that_fails_is_one_line(
    command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The page is there, the PDF is not."""
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    said = command("solutions", "1", "--pdf")
    assert said.code == 2
    assert "without a PDF to show; wanted it to print solutions.html; open the page" in said.err
    assert PAGE.exists()


@pytest.mark.skipif(not any(map(shutil.which, BROWSERS)), reason="no Chromium or Chrome is here")
def test_a_browser_prints_it(command: Run) -> None:
    """The PDF lies beside the page."""
    said = command("solutions", "1", "--pdf")
    assert said.code == 0, said.err
    assert PAGE.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
