"""The released notebooks in a real kernel, as students run them: “Run All”."""

from __future__ import annotations

import os
import shutil
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import nbclient
import nbformat
import pytest

from autograder.authoring import known_assignments, load_assignment

ROOT = Path(__file__).parents[2]
SLUGS = known_assignments(ROOT)
GIB = 1 << 30
PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)"


def run_all(slug: str, folder: Path, answers: dict[str, str]) -> dict[str, str]:
    """Run the release in a folder of its own, answers put in; cell id → what it shows."""
    shutil.copytree(ROOT / "assignments" / slug, folder / slug)
    notebook = nbformat.read(folder / slug / f"{slug}.ipynb", as_version=4)
    for cell in notebook.cells:
        identifier = cell.metadata.get("mathtx", {}).get("answer")
        cell.source = answers.get(identifier, cell.source)
    notebook.cells.append(nbformat.v4.new_code_cell(PEAK, id="peak"))
    resources = {"metadata": {"path": str(folder / slug)}}
    nbclient.NotebookClient(notebook, timeout=600, resources=resources).execute()
    return {cell.id: _text(cell) for cell in notebook.cells if cell.cell_type == "code"}


def _text(cell: nbformat.NotebookNode) -> str:
    return "\n".join(
        output.get("text", "") or output.get("data", {}).get("text/plain", "")
        for output in cell.outputs
    )


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Future[dict[str, str]]]:
    """Every release as it is; several kernels run side by side."""
    return start({slug: {} for slug in SLUGS}, tmp_path_factory.mktemp("untouched"))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Future[dict[str, str]]]:
    """Every release with the solutions put in."""
    answers = {
        slug: {q.id: q.answer for q in load_assignment(ROOT, slug).questions} for slug in SLUGS
    }
    return start(answers, tmp_path_factory.mktemp("filled"))


def start(answers: dict[str, dict[str, str]], folder: Path) -> dict[str, Future[dict[str, str]]]:
    """Begin to run them all; a failure is raised where its result is asked for."""
    pool = ThreadPoolExecutor(os.cpu_count())
    futures = {slug: pool.submit(run_all, slug, folder, given) for slug, given in answers.items()}
    pool.shutdown(wait=False)
    return futures


@pytest.mark.parametrize("slug", SLUGS)
def test_an_untouched_notebook_runs_to_its_end(
    slug: str, untouched: dict[str, Future[dict[str, str]]]
) -> None:
    """No cell raises, every check says in words that its answer is missing."""
    shown = untouched[slug].result()
    for question in load_assignment(ROOT, slug).questions:
        assert "is not answered yet" in shown[f"{question.id}-check"], question.id


@pytest.mark.parametrize("slug", SLUGS)
def test_a_filled_notebook_passes_and_draws(
    slug: str, filled: dict[str, Future[dict[str, str]]]
) -> None:
    """All public checks pass, every figure is drawn, below 1 GiB of memory."""
    assignment = load_assignment(ROOT, slug)
    shown = filled[slug].result()
    for question in assignment.questions:
        assert "all public checks pass" in shown[f"{question.id}-check"], question.id
    figures = {name: text for name, text in shown.items() if "-figure-" in name}
    assert figures
    assert not [name for name, text in figures.items() if "waits for" in text]
    assert [name for name, text in figures.items() if "Figure" in text]
    assert int(shown["peak"].split()[-1]) < GIB
