"""The own cell splitter and jupytext read the same notebook."""

from __future__ import annotations

from pathlib import Path

import jupytext
import pytest

from autograder.authoring.percent import split

SOURCES = ("double", "average")


@pytest.mark.parametrize("question", SOURCES)
def test_jupytext_reads_the_same_cells(question: str, repository: Path) -> None:
    """A source opens in JupyterLab as the cells that the engine sees."""
    path = repository / "solutions/01_sums" / question / "question.py"
    mine, findings = split(path, path.read_text())
    theirs = jupytext.read(path, fmt="py:percent").cells
    assert not findings
    assert [(c.markdown, c.source) for c in mine] == [
        (c.cell_type == "markdown", c.source) for c in theirs
    ]
    for cell in theirs:
        cell.metadata.pop("lines_to_next_cell", None)  # jupytext's note to itself
    assert [dict(c.options) for c in mine] == [dict(c.metadata) for c in theirs]


def test_jupytexts_header_is_skipped(repository: Path) -> None:
    """JupyterLab writes a header when it saves; it is no stray text."""
    path = repository / "solutions/01_sums/double/question.py"
    plain, _ = split(path, path.read_text())
    notebook = jupytext.read(path, fmt="py:percent")
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "name": "python3"}}
    saved = jupytext.writes(notebook, fmt="py:percent")
    assert saved.startswith("# ---\n")
    cells, findings = split(path, saved)
    assert not findings
    assert [(c.options, c.source) for c in cells] == [(c.options, c.source) for c in plain]


def test_a_cell_knows_its_lines(repository: Path) -> None:
    """Markers and first lines are counted in the file, blank lines included."""
    text = "# %% [markdown]\n\n# a\n\n# %%\n\n\nx = 1\n\n"
    cells, findings = split(Path("q.py"), text)
    assert not findings
    assert [(c.line, c.first, c.source) for c in cells] == [(1, 3, "a"), (5, 8, "x = 1")]


def test_an_empty_cell_is_a_cell() -> None:
    """Nothing between two markers is an empty source."""
    cells, findings = split(Path("q.py"), "# %%\n# %%\n")
    assert not findings
    assert [c.source for c in cells] == ["", ""]
