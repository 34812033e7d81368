"""A small assignment and a class for it: what the tests of kills and of clusters start from."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from autograder.authoring import load_assignment
from autograder.model import Assignment
from tests.crash.place import Place

REPOSITORY = Path(__file__).parents[2]
SLUG = "01_bilinear_forms"


def small_assignment(root: Path, left_out: Sequence[str], limits: str) -> Assignment:
    """The first assignment with fewer questions, and limits so low that endless loops cost little.

    Its sources are written below `root`.
    """
    shutil.copytree(REPOSITORY / "solutions" / SLUG, root / "solutions" / SLUG)
    shutil.copy(REPOSITORY / "pyproject.toml", root)
    settings = root / "solutions" / SLUG / "assignment.toml"
    text = settings.read_text().partition("[limits]")[0]
    for question in left_out:
        shutil.rmtree(root / "solutions" / SLUG / question)
        text = "".join(line for line in text.splitlines(True) if not line.startswith(question))
    settings.write_text(f"{text}[limits]\n{limits}\n")
    return load_assignment(root, SLUG)


def place_of(root: Path, handed_in: Mapping[str, bytes], students: Collection[str]) -> Place:
    """The repository in `root` with what these students of a class handed in."""
    for path, data in handed_in.items():
        if path.partition("/")[0] in students:
            file = root / "class" / path
            file.parent.mkdir(parents=True)
            file.write_bytes(data)
    return Place(root, root / "class", root / "out", Path(tempfile.gettempdir()))
