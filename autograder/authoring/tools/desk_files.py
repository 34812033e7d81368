"""`open` and `save` on disk: the notebook in build/<slug>/, and what was last brought back from it.

The notebook says which sources it was made from. What `save` wrote stands beside it and not in it:
JupyterLab holds the notebook open and would write an older state over ours.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.authoring.files import write_atomically
from autograder.authoring.tools.desk import MINE, cells_digest, desk_notebook, digest, read_sources
from autograder.authoring.tools.desk_plan import changes
from autograder.errors import AutograderError, UsageError

BACKUP = "before_save"


def desk_path(root: Path, slug: str) -> Path:
    """Where an assignment's notebook to write in lies."""
    return root / "build" / slug / "authoring.ipynb"


def open_desk(root: Path, slug: str, *, fresh: bool) -> tuple[Path, str]:
    """Write the notebook; its path and what was done. Edits that were not saved are never lost."""
    path = desk_path(root, slug)
    sources = read_sources(root, slug)
    done = "written"
    if path.exists() and not _is_saved(path, slug, sources):
        if not fresh and _untouched(path, sources):
            return path, "kept: it holds edits that are not saved yet"
        if not fresh:
            raise UsageError(
                f"found edits in {path.relative_to(root)} that are not saved, and other sources "
                "than those it was made from; wanted one of the two; copy the edits over by hand, "
                f"after: autograder open --fresh {slug}, which keeps the old notebook beside it"
            )
        numbers = range(1, len(list(path.parent.iterdir())) + 2)
        old = [path.with_name(f"authoring_old_{number}.ipynb") for number in numbers]
        kept = next(place for place in old if not place.exists())
        path.rename(kept)
        done = f"written; the old one is {kept.name}"
    _saved_path(path).unlink(missing_ok=True)
    write_atomically(path, desk_notebook(root, slug, sources))
    return path, done


def save_desk(root: Path, slug: str) -> list[Path]:
    """Bring the notebook's edits to the sources; the files written."""
    path = desk_path(root, slug)
    if not path.exists():
        raise UsageError(
            f"found no {path.relative_to(root)}; wanted the notebook that open writes; "
            f"run: autograder open {slug}"
        )
    notebook = _load(path)
    sources = read_sources(root, slug)
    stale = _changed_since(path, notebook, sources)
    if stale:
        raise UsageError(
            f"found solutions/{slug}/{stale[0]} changed since the notebook was opened; wanted the "
            f"sources as they were; undo that change, or: autograder open --fresh {slug}, which "
            "keeps this notebook beside the new one, and copy the edits over"
        )
    changed = changes(slug, notebook["cells"], sources)
    folder = root / "solutions" / slug
    ours = {name: [digest(text)] for name, text in sources.items()}
    for name, text in changed.items():
        ours[name].append(digest(text))  # an interrupted save may be run again
        write_atomically(path.parent / BACKUP / name, (folder / name).read_bytes())
    state = {"ours": ours, "cells": cells_digest(notebook["cells"])}
    write_atomically(_saved_path(path), json.dumps(state, indent=1).encode())
    for name, text in changed.items():
        windows = b"\r\n" in (folder / name).read_bytes()
        data = text.replace("\n", "\r\n") if windows else text
        write_atomically(folder / name, data.encode())
    return [folder / name for name in changed]


def _saved_path(path: Path) -> Path:
    return path.with_suffix(".json")


def _load(path: Path) -> dict[str, Any]:
    """The notebook, of whatever minor format; UsageError when it is none of ours."""
    import nbformat

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a cell copied with its id is no harm here
            read = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        notebook: dict[str, Any] = json.loads(json.dumps(read))
        mine = notebook["metadata"][MINE]
        if not (mine["sources"] and mine["cells"]):
            raise ValueError("nothing says what it was made from")
    except Exception as error:
        raise UsageError(
            f"found a damaged notebook at {path} ({type(error).__name__}); wanted the one that "
            "open wrote, edited; restore it, or: autograder open --fresh"
        ) from None
    return notebook


def _state(path: Path) -> dict[str, Any]:
    try:
        state = json.loads(_saved_path(path).read_bytes())
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def _changed_since(
    path: Path, notebook: Mapping[str, Any], sources: Mapping[str, str]
) -> list[str]:
    """Sources that are neither as the notebook was made from nor as save left them."""
    opened: dict[str, str] = notebook["metadata"][MINE]["sources"]
    ours: dict[str, list[str]] = _state(path).get("ours", {})
    names = [*sources, *(name for name in opened if name not in sources)]
    return [
        name
        for name in names
        if name not in sources
        or digest(sources[name]) not in (ours.get(name) or [opened.get(name, "")])
    ]


def _untouched(path: Path, sources: Mapping[str, str]) -> bool:
    """Whether the notebook may still be saved."""
    try:
        return not _changed_since(path, _load(path), sources)
    except UsageError:
        return False


def _is_saved(path: Path, slug: str, sources: Mapping[str, str]) -> bool:
    """Whether all that the notebook holds is in the sources, or nothing was ever written in it."""
    try:
        notebook = _load(path)
        now = cells_digest(notebook["cells"])
        known = (notebook["metadata"][MINE]["cells"], _state(path).get("cells"))
        return now in known or not changes(slug, notebook["cells"], sources)
    except AutograderError:
        return False
