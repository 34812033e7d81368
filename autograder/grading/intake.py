"""SUBMISSIONS → what gets a row: a folder (flat, one folder per student, nested) or a zip.

A zip with one notebook is that student's submission; one with several is a platform's download.
"""

from __future__ import annotations

import os
import stat
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from autograder.errors import UsageError
from autograder.grading.found import LINK, Found
from autograder.grading.items import ENDINGS, Item, Kind, is_hidden, kind_of, stem_of
from autograder.grading.names import (
    clean,
    is_platform_folder,
    is_platform_stem,
    students,
    submission_ids,
    without_wrapper,
)
from autograder.grading.people import names_of_folders
from autograder.grading.zips import zip_items

WANTED = "wanted a folder of notebooks or a platform's download zip"
NO_SUBMISSIONS = (
    "found no submission in {path}; wanted notebooks (*.ipynb), Python files or zips of them; "
    "name the folder that holds them"
)
NOTHING_ELSE = (
    "found no notebook among what was handed in ({names}); wanted the .ipynb file; hand that in"
)
MAX_SHOWN = 3


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
    rows = _named(items, strip_any=wrapped)
    if not rows:
        raise UsageError(NO_SUBMISSIONS.format(path=submissions))
    return rows


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
    people = names_of_folders(item for item in items if item.kind is Kind.NAMES)
    order = sorted(_with_rows(items), key=lambda i: (i.kind is Kind.REST, i.shown, i.members))
    folders = without_wrapper([item.folders for item in order], strip_any=strip_any)
    names = students(folders, [item.stem for item in order])
    names = [people.get(name, name) for name in names]
    ids = submission_ids([(*f, i.stem) for f, i in zip(folders, order, strict=True)])
    rows = [
        Found(
            id=submission_id,
            student=name,
            filename=clean(item.shown),
            path=item.path,
            members=item.members,
            reason=item.reason,
        )
        for item, name, submission_id in zip(order, names, ids, strict=True)
    ]
    at = sum(item.kind is not Kind.REST for item in order)
    return sorted(
        [*rows[:at], *_without_notebook(rows[:at], rows[at:])],
        key=lambda row: (row.student, row.id),
    )


def _with_rows(items: Sequence[Item]) -> Iterator[Item]:
    """Without a renamed copy beside its notebook, and without what no platform put there."""
    notebooks = {(item.folders, item.stem) for item in items if item.kind is Kind.ROW}
    flat = {i.folders for i in items if i.kind is Kind.ROW and is_platform_stem(i.stem)}
    for item in items:
        beside = (item.folders, item.stem) in notebooks
        by_stem = item.kind is Kind.REST and is_platform_stem(item.stem)
        if item.kind is Kind.NAMES or (item.kind is Kind.RENAMED and beside):
            continue
        if not by_stem or item.folders in flat or any(map(is_platform_folder, item.folders)):
            yield item


def _without_notebook(rows: Sequence[Found], rest: Sequence[Found]) -> Iterator[Found]:
    """One row for each student of whom a platform keeps files, but none that could be graded."""
    left: dict[str, list[Found]] = {}
    for found in rest:
        left.setdefault(found.student, []).append(found)
    for student in left.keys() - {row.student for row in rows}:
        first, *more = left[student]
        names = [found.filename.rpartition("/")[2] for found in (first, *more)]
        listed = ", ".join(names[:MAX_SHOWN]) + (", …" if len(names) > MAX_SHOWN else "")
        yield replace(first, reason=NOTHING_ELSE.format(names=listed))


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
        elif not is_hidden(entry.name):
            yield from _walk(Path(entry.path), (*above, entry.name))


def _path_items(path: Path, folders: tuple[str, ...]) -> list[Item]:
    item = Item(folders, stem_of(path.name), "/".join((*folders, path.name)), path)
    if path.is_symlink():
        return [replace(item, reason=LINK)]
    kind = kind_of(path.name, folders)
    if kind is None:
        return []
    if path.suffix.lower() == ".zip" and stat.S_ISREG(path.lstat().st_mode):
        return zip_items(item)
    return [replace(item, kind=kind)]


def _file_items(path: Path) -> list[Item]:
    """SUBMISSIONS is a file: a platform's download, or the one notebook that is to be graded."""
    item = Item((), path.stem, path.name, path)
    if path.suffix.lower() != ".zip":
        return [item]
    items = zip_items(item)
    if len(items) > 1:  # the download's own name belongs to nobody
        top = (item.stem,)
        return [
            replace(i, folders=i.folders[1:] if i.folders[:1] == top else i.folders) for i in items
        ]
    return items
