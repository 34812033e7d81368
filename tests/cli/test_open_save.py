"""`autograder open` and `save`: a round trip loses nothing, an edit arrives in the right file."""

from __future__ import annotations

import difflib
import importlib.util
import json
import re
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbclient
import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.authoring import known_assignments
from autograder.authoring.tools.desk_files import desk_path, open_desk, save_desk
from autograder.authoring.tools.percent_text import PlainCell, plain_cells, rewritten, tidied

Run = Callable[..., Any]
Cell = dict[str, Any]
ROOT = Path(__file__).parents[2]
SLUGS = known_assignments(ROOT)
SOURCES = sorted((ROOT / "solutions").glob("*/*/question.py"))
DESK = Path("build/01_sums/authoring.ipynb")
FOLDER = Path("solutions/01_sums")
DOUBLE, AVERAGE = FOLDER / "double/question.py", FOLDER / "average/question.py"


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def as_jupyterlab_saves(path: Path) -> None:
    """Write the notebook as a browser does: numbers, keys and view state are its own."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        cell.metadata.setdefault("tags", [])
        if cell.cell_type == "code":
            cell.metadata["execution"] = {"iopub.execute_input": "now"}
            cell.execution_count = 3
            cell.outputs = [nbformat.v4.new_output("stream", text="1\n")]
        points = cell.metadata.get("points")
        if isinstance(points, float) and points.is_integer():
            cell.metadata["points"] = int(points)
    notebook.cells.append(nbformat.v4.new_code_cell())
    notebook.metadata["language_info"]["version"] = "3.13.0"
    nbformat.write(notebook, path)


def edit(change: Callable[[list[Cell]], object]) -> None:
    """Change the notebook's cells."""
    notebook = json.loads(DESK.read_text())
    for cell in notebook["cells"]:
        cell["source"] = "".join(cell["source"])
    change(notebook["cells"])
    DESK.write_text(json.dumps(notebook))


def at(cells: list[Cell], text: str) -> int:
    """Where the cell is that has this text, or is this text."""
    whole = [number for number, cell in enumerate(cells) if text == cell["source"]]
    part = [number for number, cell in enumerate(cells) if text in cell["source"]]
    (place,) = whole or part
    return place


def replace(old: str, new: str) -> Callable[[list[Cell]], None]:
    """Replace a text in the one cell that has it."""

    def change(cells: list[Cell]) -> None:
        cell = cells[at(cells, old)]
        cell["source"] = cell["source"].replace(old, new)

    return change


def differing(before: dict[str, bytes]) -> set[str]:
    """Files that changed, below the assignment."""
    after = files(FOLDER)
    return {
        str(Path(path).relative_to(FOLDER))
        for path in before.keys() | after.keys()
        if before.get(path) != after.get(path)
    }


def refused(said: Any) -> str:
    """The one line; nothing was written."""
    assert (said.code, said.out) == (2, ""), said
    assert said.err.count("\n") == 1, said.err
    return str(said.err)


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All real sources in a folder of their own."""
    root = tmp_path_factory.mktemp("everything")
    shutil.copytree(ROOT / "solutions", root / "solutions")
    return root


@pytest.mark.parametrize("slug", SLUGS)
def test_a_round_trip_without_edits_changes_no_byte(slug: str, everything: Path) -> None:
    """Also after JupyterLab has run and saved the notebook in its own way."""
    folder = everything / "solutions" / slug
    before = files(folder)
    open_desk(everything, slug, fresh=False)
    as_jupyterlab_saves(desk_path(everything, slug))
    assert save_desk(everything, slug) == []
    assert files(folder) == before


@pytest.mark.parametrize("slug", SLUGS)
def test_an_edit_in_every_cell_comes_back(slug: str, everything: Path) -> None:
    """Every file but the settings gets its edit, nothing else changes, and undoing it restores."""
    folder = everything / "solutions" / slug
    before = files(folder)
    path, _ = open_desk(everything, slug, fresh=True)
    opened = path.read_text()
    notebook = json.loads(opened)
    edited = 0
    for cell in notebook["cells"]:
        if not cell["metadata"].get("autograder", {}).get("guide"):
            cell["source"] = [*cell["source"], "\n# one line more"]
            edited += 1
    path.write_text(json.dumps(notebook))
    written = save_desk(everything, slug)
    changed = [line for file in written for line in difference(before[str(file)], file)]
    assert {line for line in changed if line.startswith("-")} <= {'-"""', "-'''"}
    added = [line for line in changed if line.startswith("+") and "one line more" in line]
    assert len(added) == edited
    path.write_text(opened)
    save_desk(everything, slug)
    assert files(folder) == before


def difference(old: bytes, new: Path) -> list[str]:
    """The lines that differ."""
    lines = difflib.ndiff(old.decode().splitlines(), new.read_text().splitlines())
    return [f"{line[0]}{line[2:]}" for line in lines if line[0] in "+-"]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.parent.name)
def test_every_source_can_be_written_anew(path: Path) -> None:
    """Cells written from scratch are read as the cells they were."""
    text = path.read_text()
    cells = plain_cells(path, text)
    shouted = [PlainCell(c.markdown, f"{c.source}\nx", c.options) for c in cells]
    anew = rewritten(path, text, shouted)
    assert anew is not None
    assert rewritten(path, anew, cells) is not None
    assert [c.key for c in plain_cells(path, anew)] == [c.key for c in shouted]


LINES = st.text(st.sampled_from("#% \t\"'\\\nax[]=λ"), max_size=30)
CELLS = st.lists(
    st.builds(
        PlainCell,
        markdown=st.booleans(),
        source=LINES.map(tidied),
        options=st.sampled_from([{}, {"tags": ["check"], "points": 1.0, "hint": 'a "b" %% c'}]),
    ),
    min_size=1,
    max_size=6,
)


@given(CELLS, CELLS)
def test_whatever_is_written_is_read_back_or_refused(
    before: list[PlainCell], after: list[PlainCell]
) -> None:
    """Any cells, written over any others: the same cells again, or None for what no file holds."""
    path = Path("question.py")
    text = rewritten(path, "", before)
    if text is None:
        assert any(re.search(r"^#\s*%%", c.source, re.M) for c in before if not c.markdown)
        return
    assert [c.key for c in plain_cells(path, text)] == [c.key for c in before]
    changed = rewritten(path, text, after)
    if changed is not None:
        assert [c.key for c in plain_cells(path, changed)] == [c.key for c in after]
        assert rewritten(path, changed, after) == changed


def test_the_notebook_runs_from_top_to_bottom(command: Run, repository: Path) -> None:
    """Figures find their data, checks are defined, the tags of the source are there."""
    assert command("open", "--no-browser", "1").out.splitlines()[0] == f"{DESK} written"
    notebook = nbformat.read(DESK, as_version=4)
    nbformat.validate(notebook)
    look = 'print(open("data/numbers.csv").read(), doubles_three.__name__)'
    notebook.cells.append(nbformat.v4.new_code_cell(look))
    resources = {"metadata": {"path": str(repository / DESK.parent)}}
    nbclient.NotebookClient(notebook, timeout=60, resources=resources).execute()
    assert notebook.cells[-1].outputs[0].text == "1,2,3\n doubles_three\n"
    (check,) = [cell for cell in notebook.cells if "def doubles_arrays" in cell.source]
    assert check.metadata["tags"] == ["check", "hidden"]
    assert (check.metadata["points"], check.metadata["hint"]) == (1.5, "What is the type of x?")


EDITS: dict[str, tuple[Callable[[list[Cell]], Any], str, str]] = {
    "prompt": (replace("for arrays too", "for *arrays*"), "double/question.py", "# It works for *"),
    "answer": (replace("return array_of_x", "return 0"), "double/question.py", " return 0 + arr"),
    "intro": (replace("Two exercises", "Three"), "intro.md", "# Sums\nThree – with"),
    "setup": (replace("import numpy as np", "import numpy"), "assignment.toml", "\nimport numpy\n"),
    "written": (replace("always larger", "ever larger"), "written/question.md", "ever larger?\n"),
    "rubric": (replace("smaller.", "small."), "written/rubric.md", "makes it small.\n"),
    "hint": (
        lambda c: c[at(c, "def doubles_three")]["metadata"].update(hint="Add “x”."),
        "double/question.py",
        '# %% tags=["check"] points=0.5 hint="Add “x”."\ndef doubles_three',
    ),
    "added": (
        lambda c: c.insert(at(c, "examples ="), nbformat.v4.new_markdown_cell("Look:\n\nhere")),
        "average/question.py",
        "spread\n\n# %% [markdown]\n# Look:\n#\n# here\n\n# %%\nexamples",
    ),
    "removed": (lambda c: c.pop(at(c, "examples =")), "average/question.py", "# %% tags=[\"answer"),
    "moved": (
        lambda c: c.insert(at(c, "def average("), c.pop(at(c, "def averages_three"))),
        "average/question.py",
        "6.0]\n\n# %% tags=[\"check\"] points=0.25",
    ),
    "split": (
        lambda c: c.insert(at(c, "It works"), {**c[at(c, "It works")], "source": "### Split"}),
        "double/question.py",
        "# %% [markdown]\n# ### Split\n\n# %% [markdown]\n# ### Twice",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_arrives_in_its_file_alone(name: str, command: Run) -> None:
    """Prompt, answer, options, introduction, setup, written question; added, removed, moved."""
    change, file, text = EDITS[name]
    command("open", "--print", "1")
    before = files(FOLDER)
    edit(change)
    said = command("save", "1")
    assert said.code == 0, said.err
    assert said.out == f"{FOLDER / file} written\n"
    assert differing(before) == {file}
    assert text in (FOLDER / file).read_text()
    kept = Path("build/01_sums/before_save") / file
    assert kept.read_bytes() == before[str(FOLDER / file)]
    assert command("save", "1").out == "01_sums: nothing to save, the sources say the same\n"


def test_a_cell_that_moves_to_another_question_changes_both(command: Run) -> None:
    """A figure below another heading belongs to that question."""
    command("open", "--print", "1")
    before = files(FOLDER)
    edit(lambda c: c.insert(at(c, "def spreads_negative"), c.pop(at(c, "twice four is"))))
    assert command("save", "1").code == 0
    assert differing(before) == {"double/question.py", "average/question.py"}
    assert "twice four is" in AVERAGE.read_text()
    assert "twice four is" not in DOUBLE.read_text()


def test_moved_questions_change_their_order(command: Run) -> None:
    """Only [points] is written, its comments stay with their lines."""
    settings = FOLDER / "assignment.toml"
    settings.write_text(settings.read_text().replace("double = 2", "double = 2  # first"))
    command("open", "--print", "1")
    before = files(FOLDER)

    def swap(cells: list[Cell]) -> None:
        first, second = at(cells, "### Twice"), at(cells, "### The mean")
        end = at(cells, "### In your own words")
        cells[first:end] = cells[second:end] + cells[first:second]

    edit(swap)
    assert command("save", "1").code == 0
    assert differing(before) == {"assignment.toml"}
    assert "[points]\naverage = 1.5\ndouble = 2  # first\n" in settings.read_text()
    assert list(tomllib.loads(settings.read_text())["points"]) == ["average", "double"]


def test_a_save_says_what_build_would_say(command: Run) -> None:
    """An unfinished edit is saved all the same."""
    command("open", "--print", "1")
    edit(replace("def doubles_three(double)", "def doubles_three(twice)"))
    said = command("save", "1")
    assert said.code == 0
    assert (
        "saved, and not finished yet:\nsolutions/01_sums/double/question.py:16: found" in said.err
    )
    assert "def doubles_three(twice)" in DOUBLE.read_text()


def swap_headings(cells: list[Cell]) -> None:
    """Only the headings change places."""
    first, second = at(cells, "### Twice"), at(cells, "### The mean")
    cells[first], cells[second] = cells[second], cells[first]


UNCLEAR: dict[str, tuple[Callable[[list[Cell]], Any], str]] = {
    "headings swapped": (swap_headings, "found the answer cell of double under the heading of av"),
    "heading moved": (
        lambda c: c.insert(at(c, "def double("), c.pop(at(c, "### The mean"))),
        "found 0 answer cells under the heading of double; wanted one that begins with def double",
    ),
    "heading removed": (
        lambda c: c.pop(at(c, "### The mean")),
        "found no cell that begins average/question.py; wanted the first cell of every file",
    ),
    "heading copied": (
        lambda c: c.append(dict(c[at(c, "### Twice")])),
        "found a second cell that begins double/question.py; wanted one, the first of its",
    ),
    "answer removed": (
        lambda c: c.pop(at(c, "def double(")),
        "found 0 answer cells under the head",
    ),
    "raw cell": (
        lambda c: c[at(c, "examples =")].update(cell_type="raw"),
        "('examples = [1.0, 2.0, 6.0]'): found a raw cell; wanted markdown or code; change its",
    ),
    "picture": (
        lambda c: c[at(c, "### Twice")].update(attachments={"a.png": {"image/png": "AA=="}}),
        "found a picture pasted into a cell; wanted text",
    ),
    "marker": (replace("examples = [", "a = 1\n# %%\nexamples = ["), "wanted no line that begins"),
    "code in the introduction": (
        lambda c: c.insert(at(c, "import numpy as np"), nbformat.v4.new_code_cell("x = 1")),
        "found a code cell in intro.md, which is all text; wanted a markdown cell; move it",
    ),
    "above the introduction": (
        lambda c: c.insert(0, nbformat.v4.new_markdown_cell("Hello")),
        "found a cell above the introduction; wanted the introduction first; move it down",
    ),
    "text in the guide": (
        replace("not saved.", "not saved. Remember the milk."),
        "found text in a cell that is not saved; wanted a cell of its own; copy it there",
    ),
    "out of place": (
        lambda c: c.insert(at(c, "### Twice"), c.pop(at(c, "# Rubric"))),
        "found written/rubric.md out of its place; wanted the introduction, the setup cell",
    ),
    "odd metadata": (
        lambda c: c[at(c, "examples =")]["metadata"].update({"my key": 1}),
        "found the metadata 'my key'; wanted names of letters and digits; remove it",
    ),
}


@pytest.mark.parametrize("name", UNCLEAR)
def test_what_cannot_be_mapped_is_refused(name: str, command: Run) -> None:
    """One line names the cell; no file and no notebook changes."""
    change, text = UNCLEAR[name]
    command("open", "--print", "1")
    edit(change)
    before, notebook = files(FOLDER), DESK.read_bytes()
    assert text in refused(command("save", "1"))
    assert files(FOLDER) == before
    assert DESK.read_bytes() == notebook


def test_sources_that_changed_are_not_written_over(command: Run) -> None:
    """Neither save nor open loses one of the two sides."""
    command("open", "--print", "1")
    edit(replace("examples = [", "numbers = ["))
    AVERAGE.write_text(AVERAGE.read_text().replace("6.0", "7.0"))
    before, notebook = files(FOLDER), DESK.read_bytes()
    said = refused(command("save", "1"))
    assert "found solutions/01_sums/average/question.py changed since the notebook was op" in said
    assert "found edits in build/01_sums/authoring.ipynb that are not saved, and other" in refused(
        command("open", "--print", "1")
    )
    assert files(FOLDER) == before
    assert DESK.read_bytes() == notebook
    said = command("open", "--print", "--fresh", "1")
    assert f"{DESK} written; the old one is authoring_old_1.ipynb" in said.out
    assert DESK.with_name("authoring_old_1.ipynb").read_bytes() == notebook
    assert "7.0" in DESK.read_text()


def test_open_twice_keeps_edits_and_renews_the_rest(command: Run) -> None:
    """Without edits the notebook follows the sources; with edits it stays as it is."""
    command("open", "--print", "1")
    AVERAGE.write_text(AVERAGE.read_text().replace("6.0", "7.0"))
    assert f"{DESK} written" in command("open", "--print", "1").out
    assert "7.0" in DESK.read_text()
    edit(replace("examples = [", "numbers = ["))
    assert "kept: it holds edits that are not saved yet" in command("open", "--print", "1").out
    assert "numbers = [" in DESK.read_text()
    command("save", "1")
    AVERAGE.write_text(AVERAGE.read_text().replace("7.0", "8.0"))
    assert f"{DESK} written" in command("open", "--print", "1").out


def test_one_notebook_is_saved_again_and_again(command: Run) -> None:
    """JupyterLab holds its old metadata: each save knows what the last one wrote."""
    command("open", "--print", "1")
    for number in ("7.0", "8.0", "9.0"):
        edit(lambda c, number=number: replace("2.0, ", f"2.0, {number}, ")(c))  # type: ignore[misc]
        assert command("save", "1").code == 0
        assert number in AVERAGE.read_text()
    AVERAGE.write_text(AVERAGE.read_text() + "\n# by hand\n")
    assert "changed since the notebook was opened" in refused(command("save", "1"))


def test_a_save_that_was_interrupted_can_be_run_again(
    command: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the first of two files was written, the second run completes both."""
    from autograder.authoring.tools import desk_files

    command("open", "--print", "1")
    edit(replace("examples = [", "numbers = ["))
    edit(replace("It works", "It also works"))
    real = desk_files.write_atomically

    def stops(path: Path, data: bytes) -> None:
        if (
            path.name == "question.py"
            and path.parent.name == "average"
            and "build" not in str(path)
        ):
            raise KeyboardInterrupt
        real(path, data)

    monkeypatch.setattr(desk_files, "write_atomically", stops)
    assert command("save", "1").code == 130
    monkeypatch.setattr(desk_files, "write_atomically", real)
    assert "It also works" in DOUBLE.read_text()
    assert "numbers = [" not in AVERAGE.read_text()
    assert command("save", "1").code == 0
    assert "numbers = [" in AVERAGE.read_text()


def test_windows_line_ends_stay(command: Run) -> None:
    """A file keeps its line ends."""
    DOUBLE.write_bytes(DOUBLE.read_bytes().replace(b"\n", b"\r\n"))
    command("open", "--print", "1")
    assert command("save", "1").out == "01_sums: nothing to save, the sources say the same\n"
    edit(replace("It works", "It also works"))
    command("save", "1")
    data = DOUBLE.read_bytes()
    assert b"It also works" in data
    assert data.count(b"\n") == data.count(b"\r\n")


def test_what_is_asked_for_in_vain(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No notebook, a damaged one, no JupyterLab: a line each."""
    assert "found no build/01_sums/authoring.ipynb; wanted the notebook" in refused(
        command("save", "1")
    )
    DESK.write_text("{")
    assert "found a damaged notebook at" in refused(command("save", "1"))
    assert "that are not saved, and other sources" in refused(command("open", "--print", "1"))
    assert command("open", "--print", "--fresh", "1").code == 0
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "jupyterlab" else found(name)
    )
    said = command("open", "1")
    assert said.code == 0
    assert "JupyterLab is not installed here: pip install jupyterlab, or open the file" in said.out
