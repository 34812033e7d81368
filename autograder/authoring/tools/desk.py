"""A whole assignment as one notebook to write in: sources → cells.

A cell that begins a file carries the file's name; the cells below it, up to the next such cell, are
that file's. Tags, points and hints are the cells' metadata, as in the source. Attempts stay files:
there are hundreds, and each is read on its own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.authoring.assignment import INTRO, SETTINGS, question_points
from autograder.authoring.findings import Finding, read_source, refuse
from autograder.authoring.notebook import NotebookCell, notebook_bytes
from autograder.authoring.percent import split
from autograder.authoring.tools.percent_text import whole
from autograder.authoring.tools.settings_text import setup_of
from autograder.authoring.written import PROMPT, RUBRIC

MINE = "autograder"
"""the metadata key that is ours"""
VIEW = frozenset(
    f"{MINE} ExecuteTime collapsed deletable editable execution jupyter lines_to_next_cell "
    "scrolled slideshow trusted vscode".split()
)
"""metadata that a notebook program writes for itself"""
GUIDE = """\
This is **{slug}** as one notebook, made by `autograder open`.
Edit, save, then run `autograder save {slug}`.

- A cell belongs to the file of the nearest cell above it that begins one:
  a question begins with its heading.
- Tags, points and hints are cell metadata (*Property Inspector*, the cogwheels at the right).
- Move a whole question (collapse its heading first) to change the order.
  For a new question: `autograder new question`.
- This cell and the next one are not saved."""
PATHS = """\
# Lets figures find their data, and hidden checks the reference.
import os
import sys
from pathlib import Path

_folder = globals().get("_folder", Path.cwd())
os.chdir(_folder.parents[1] / "solutions" / "{slug}")
sys.path.insert(0, str(_folder.parents[1]))"""


def question_file(question: str) -> str:
    """Where a question's source lies below its assignment."""
    return f"{question}/question.py"


def read_sources(root: Path, slug: str) -> dict[str, str]:
    """Path below the assignment → text, for all that the notebook shows, in its order."""
    folder = root / "solutions" / slug
    names = [SETTINGS, INTRO, *map(question_file, question_points(folder / SETTINGS, root))]
    names += [name for name in (PROMPT, RUBRIC) if (folder / name).is_file()]
    missing = [name for name in names if not (folder / name).is_file()]
    advice = "write it or take it out of assignment.toml"
    refuse([Finding(folder / name, 1, "no file", "a source", advice) for name in missing], root)
    return {name: read_source(folder / name) for name in names}


def desk_notebook(root: Path, slug: str, sources: Mapping[str, str]) -> bytes:
    """The notebook; AuthorError where a question's cells cannot be told apart."""
    cells = [
        NotebookCell("guide-1", "markdown", GUIDE.format(slug=slug), {MINE: {"guide": True}}),
        NotebookCell("guide-2", "code", PATHS.format(slug=slug), {MINE: {"guide": True}}),
    ]
    intro, setup = sources[INTRO].strip(), setup_of(sources[SETTINGS])
    cells.append(_beginning("intro", "markdown", intro, INTRO))
    if setup:
        cells.append(_beginning("setup", "code", setup, SETTINGS))
    for number, name in enumerate(sources, start=1):
        if name.endswith(".py"):
            cells += _question_cells(root / "solutions" / slug / name, name, number, sources, root)
        elif name in (PROMPT, RUBRIC):
            cells.append(_beginning(Path(name).stem, "markdown", sources[name].strip(), name))
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        MINE: {
            "assignment": slug,
            "sources": {name: digest(text) for name, text in sources.items()},
            "cells": cells_digest(json.loads(notebook_bytes(cells, {}))["cells"]),
        },
    }
    return notebook_bytes(cells, metadata)


def digest(text: str) -> str:
    """Of a source's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def cells_digest(cells: Sequence[Mapping[str, Any]]) -> str:
    """Of what a person writes into cells: kinds, texts, options; not outputs or view state."""
    content = [
        (c["cell_type"], "".join(c["source"]), {k: whole(v) for k, v in options_of(c).items()})
        for c in cells
    ]
    return digest(json.dumps(content, sort_keys=True))


def options_of(cell: Mapping[str, Any]) -> dict[str, Any]:
    """A cell's options as its source's first line would say them, tags first."""
    metadata = {key: value for key, value in cell["metadata"].items() if key not in VIEW}
    if not metadata.get("tags", True):
        del metadata["tags"]  # a notebook program leaves an empty list behind
    ordered = [*(k for k in ("tags", "points", "hint") if k in metadata), *metadata]
    return {key: metadata[key] for key in ordered}


def _question_cells(
    path: Path, name: str, number: int, sources: Mapping[str, str], root: Path
) -> list[NotebookCell]:
    raw, findings = split(path, sources[name])
    if not raw:
        findings.append(Finding(path, 1, "no cell", "a question", "write it"))
    refuse(findings, root)
    cells = []
    for place, cell in enumerate(raw, start=1):
        metadata: dict[str, Any] = dict(cell.options)
        if place == 1:
            metadata[MINE] = {"begins": name}
        kind = "markdown" if cell.markdown else "code"
        cells.append(NotebookCell(f"q{number}-{place}", kind, cell.source, metadata))
    return cells


def _beginning(identifier: str, kind: str, source: str, name: str) -> NotebookCell:
    return NotebookCell(identifier, kind, source, {MINE: {"begins": name}})
