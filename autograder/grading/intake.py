"""SUBMISSIONS → what gets a row: a folder (flat, one folder per student, nested) or a zip.

A zip with one notebook is that student's submission; one with several is a platform's download.
"""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from autograder.errors import UsageError
from autograder.grading.found import LINK, Found, Unreadable, open_zip
from autograder.grading.names import (
    clean,
    is_platform_folder,
    is_platform_stem,
    students,
    submission_ids,
    without_wrapper,
)

ENDINGS = (".ipynb", ".py", ".zip")
SKIPPED_FOLDERS = {"__MACOSX", "__pycache__", "node_modules"}
MAX_MEMBERS = 20_000
MAX_ZIP_DEPTH = 3

WANTED = "wanted a folder of notebooks or a platform's download zip"
NO_SUBMISSIONS = (
    "found no submission in {path}; wanted notebooks (*.ipynb), Python files or zips of them; "
    "name the folder that holds them"
)
NO_NOTEBOOK = "a zip without a notebook in it; hand in the notebook itself"
OUTSIDE = "its path leads out of the zip ({name}); hand in the notebook itself"
TOO_DEEP = "a zip in a zip in a zip; hand in the notebook itself"
TOO_MANY = f"a zip of more than {MAX_MEMBERS} files; hand in the notebook itself"


@dataclass(frozen=True)
class Item:
    """A file that gets a row. `folders` and `stem` name it, `shown` says where it lies."""

    folders: tuple[str, ...]
    stem: str
    shown: str
    path: Path
    members: tuple[str, ...] = ()
    reason: str = ""


def find_submissions(submissions: Path) -> list[Found]:
    """Everything that gets a row, in the order of the gradebook: by student, then by name."""
    if submissions.is_dir():
        items, wrapped = _folder_items(submissions), False
    elif submissions.suffix.lower() in ENDINGS and submissions.is_file():
        items, wrapped = _file_items(submissions), True
    elif submissions.exists():
        raise UsageError(f"found {submissions}, no folder and no zip; {WANTED}; name that")
    else:
        raise UsageError(f"found no {submissions}; {WANTED}; check the path")
    if not items:
        raise UsageError(NO_SUBMISSIONS.format(path=submissions))
    return _named(items, strip_any=wrapped)


def in_shard(found: Sequence[Found], shard: tuple[int, int]) -> list[Found]:
    """The part of the submissions that shard I of N grades; the parts cover all, none twice."""
    part, parts = shard
    return [f for f in found if zlib.crc32(f.id.encode()) % parts == part % parts]


def parse_shard(text: str) -> tuple[int, int]:
    """`I/N`, counted from 0 or from 1 as the cluster does: N/N is 0/N."""
    part, slash, parts = text.partition("/")
    if slash and part.isascii() and parts.isascii() and part.isdigit() and parts.isdigit():
        shard = int(part), int(parts)
        if shard[1] > 0 and shard[0] <= shard[1]:
            return shard
    raise UsageError(f"found the shard {text!r}; wanted I/N with I up to N; give one like 2/8")


def _named(items: Sequence[Item], *, strip_any: bool) -> list[Found]:
    ordered = sorted(items, key=lambda item: (item.shown, item.members))
    folders = without_wrapper([item.folders for item in ordered], strip_any=strip_any)
    names = students(folders, [item.stem for item in ordered])
    ids = submission_ids([(*f, i.stem) for f, i in zip(folders, ordered, strict=True)])
    rows = [
        Found(
            id=submission_id,
            student=name,
            filename=clean(item.shown),
            path=item.path,
            members=item.members,
            reason=item.reason,
        )
        for item, name, submission_id in zip(ordered, names, ids, strict=True)
    ]
    return sorted(rows, key=lambda row: (row.student, row.id))


# ---------------------------------------------------------------- folders


def _folder_items(top: Path) -> list[Item]:
    return [item for path, folders in _walk(top, ()) for item in _path_items(path, folders)]


def _walk(folder: Path, above: tuple[str, ...]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Files and links below the folder, links not followed; an unreadable folder is left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        if above:
            return
        raise UsageError(
            f"found no way to read {folder} ({error.strerror}); {WANTED}; mend its permissions"
        ) from None
    if any(entry.name == "pyvenv.cfg" for entry in entries) and above:
        return
    for entry in entries:
        if entry.is_symlink() or not entry.is_dir(follow_symlinks=False):
            yield Path(entry.path), above
        elif not entry.name.startswith(".") and entry.name not in SKIPPED_FOLDERS:
            yield from _walk(Path(entry.path), (*above, entry.name))


def _path_items(path: Path, folders: tuple[str, ...]) -> list[Item]:
    shown = "/".join((*folders, path.name))
    item = Item(folders, path.stem, shown, path)
    if path.is_symlink():
        return [replace(item, reason=LINK)]
    if not _gets_row(path.name):
        return []
    if path.suffix.lower() == ".zip" and stat.S_ISREG(path.lstat().st_mode):
        return _zip_items(item)
    return [item]


def _gets_row(name: str) -> bool:
    """`._name` is what macOS leaves beside `name` on other systems' disks: no notebook."""
    return name.lower().endswith(ENDINGS) and not name.startswith("._")


def _file_items(path: Path) -> list[Item]:
    """SUBMISSIONS is a file: a platform's download, or the one notebook that is to be graded."""
    item = Item((), path.stem, path.name, path)
    if path.suffix.lower() != ".zip":
        return [item]
    items = _zip_items(item)
    if len(items) > 1:  # the download's own name belongs to nobody
        return [replace(item, folders=item.folders[1:]) for item in items]
    return items


# ---------------------------------------------------------------- zips


def _zip_items(zipped: Item) -> list[Item]:
    """The rows of a zip: one when it holds one notebook (or none), else one for each file in it."""
    if len(zipped.members) >= MAX_ZIP_DEPTH:
        return [replace(zipped, reason=TOO_DEEP)]
    try:
        with open_zip(zipped.path, zipped.members) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except Unreadable as reason:
        return [replace(zipped, reason=str(reason))]
    if len(infos) > MAX_MEMBERS:
        return [replace(zipped, reason=TOO_MANY)]
    infos = _with_rows(infos)
    if not infos:
        return [replace(zipped, reason=NO_NOTEBOOK)]
    if (only := _one_notebook(infos)) is not None:
        return _only_member(zipped, only)
    items = []
    for info in infos:
        items += _member_items(zipped, info, folders=(*zipped.folders, zipped.stem))
        if len(items) > MAX_MEMBERS:
            return [replace(zipped, reason=TOO_MANY)]
    return items


def _with_rows(infos: Sequence[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    environments = [
        i.filename.removesuffix("pyvenv.cfg") for i in infos if i.filename.endswith("/pyvenv.cfg")
    ]
    kept = {}
    for info in infos:
        *above, name = info.filename.split("/")
        if any(folder in SKIPPED_FOLDERS or _hidden(folder) for folder in above):
            continue
        if any(info.filename.startswith(place) for place in environments):
            continue
        if _gets_row(name) or _is_link(info):
            kept[info.filename] = info  # of two members of one name, the later is the one unzipped
    return list(kept.values())


def _hidden(folder: str) -> bool:
    return folder.startswith(".") and folder not in {".", ".."}


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _one_notebook(infos: Sequence[zipfile.ZipInfo]) -> zipfile.ZipInfo | None:
    """The notebook of a zip that is one student's: Python files beside it are its helpers."""
    notebooks = [info for info in infos if info.filename.lower().endswith(".ipynb")]
    others = [info for info in infos if info not in notebooks]
    if len(infos) == 1:
        return infos[0]
    if len(notebooks) != 1 or any(not i.filename.lower().endswith(".py") for i in others):
        return None
    beside = PurePosixPath(notebooks[0].filename).parent
    near = all(PurePosixPath(info.filename).is_relative_to(beside) for info in others)
    return notebooks[0] if near else None


def _only_member(zipped: Item, info: zipfile.ZipInfo) -> list[Item]:
    """One student's zip: it names the student, unless a platform's name inside says who."""
    inside = _member_items(zipped, info, folders=zipped.folders)
    if len(inside) > 1:
        return _member_items(zipped, info, folders=(*zipped.folders, zipped.stem))
    only = inside[0]
    if any(map(is_platform_folder, only.folders)) or is_platform_stem(only.stem):
        return inside
    return [replace(only, folders=zipped.folders, stem=zipped.stem)]


def _member_items(zipped: Item, info: zipfile.ZipInfo, *, folders: tuple[str, ...]) -> list[Item]:
    pure = PurePosixPath(info.filename.replace("\\", "/"))
    inside = tuple(part for part in pure.parent.parts if part not in {"/", ".", ".."})
    shown = f"{zipped.shown}/{info.filename}"
    members = (*zipped.members, info.filename)
    item = Item((*folders, *inside), pure.stem, shown, zipped.path, members)
    if pure.is_absolute() or ".." in pure.parts:
        return [replace(item, reason=OUTSIDE.format(name=clean(info.filename)))]
    if _is_link(info):
        return [replace(item, reason=LINK)]
    if pure.suffix.lower() == ".zip":
        return _zip_items(item)
    return [item]
