"""What a file among the submissions is, by its name and the folders above it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath

from autograder.grading.names import is_platform_folder, is_platform_stem

ENDINGS = (".ipynb", ".py", ".zip")
SKIPPED_FOLDERS = {"__MACOSX", "__pycache__", "node_modules"}
NAMES_FILE = "submission_metadata.yml"
# What browsers and mail programs make of a notebook's name.
RENAMED = re.compile(
    r"^(?P<stem>.+)\.ipynb(?:\.(?:txt|json|html?|xml|bin|download)| ?\(\d+\))$", re.IGNORECASE
)


class Kind(Enum):
    """`RENAMED` gets a row where no notebook of its name lies; `REST` where a platform put it under
    the name of a student who handed in nothing else; `NAMES` says who the students are.
    """

    ROW = 0
    RENAMED = 1
    REST = 2
    NAMES = 3


@dataclass(frozen=True)
class Item:
    """A file that may get a row. `folders` and `stem` name it, `shown` says where it lies."""

    folders: tuple[str, ...]
    stem: str
    shown: str
    path: Path
    members: tuple[str, ...] = ()
    reason: str = ""
    kind: Kind = Kind.ROW


def kind_of(name: str, folders: Sequence[str]) -> Kind | None:
    """None for what is nobody's. `._name` is what macOS leaves beside `name` on other disks."""
    if name.startswith("._"):
        return None
    if name.strip().lower().endswith(ENDINGS):
        return Kind.ROW
    if RENAMED.match(name):
        return Kind.RENAMED
    if name == NAMES_FILE:
        return Kind.NAMES
    if name.startswith("."):
        return None
    platform = any(map(is_platform_folder, folders)) or is_platform_stem(PurePosixPath(name).stem)
    return Kind.REST if platform else None


def stem_of(name: str) -> str:
    """The name without its ending, or endings."""
    renamed = RENAMED.match(name)
    return renamed["stem"] if renamed else PurePosixPath(name).stem


def is_hidden(folder: str) -> bool:
    """`.git`, `.ipynb_checkpoints` and their like, and what programs keep for themselves."""
    dotted = folder.startswith(".") and folder not in {".", ".."}
    return dotted or folder in SKIPPED_FOLDERS
