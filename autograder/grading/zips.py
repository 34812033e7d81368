"""The rows of a zip: one when it holds one notebook (or none), else one for each file in it."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from autograder.grading.found import LINK, Unreadable, open_zip
from autograder.grading.items import Item, Kind, is_hidden, kind_of, stem_of
from autograder.grading.names import clean, is_platform_folder, is_platform_stem

MAX_MEMBERS = 20_000
MAX_ZIP_DEPTH = 3

NO_NOTEBOOK = "found a zip without a notebook in it; wanted the .ipynb file; hand in that"
OUTSIDE = (
    "found a path that leads out of the zip ({name}); wanted the .ipynb file; hand in that alone"
)
TOO_DEEP = "found a zip in a zip in a zip; wanted the .ipynb file; hand in that alone"
TOO_MANY = (
    f"found a zip of more than {MAX_MEMBERS} files; wanted the .ipynb file; hand in that alone"
)


def zip_items(zipped: Item) -> list[Item]:
    """What is in the zip; never nothing."""
    if len(zipped.members) >= MAX_ZIP_DEPTH:
        return [replace(zipped, reason=TOO_DEEP)]
    try:
        with open_zip(zipped.path, zipped.members) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except Unreadable as reason:
        return [replace(zipped, reason=str(reason))]
    if len(infos) > MAX_MEMBERS:
        return [replace(zipped, reason=TOO_MANY)]
    found = dict(_kinds(infos)).values()
    kinds = {kind for _, kind in found}
    if kinds <= {Kind.NAMES}:
        return [replace(zipped, reason=NO_NOTEBOOK)]
    wanted = Kind.ROW if Kind.ROW in kinds else Kind.RENAMED
    rows = [info for info, kind in found if kind is wanted]
    rest = [info for info, kind in found if kind is not wanted]
    if (only := _one_notebook(rows)) is not None:
        return _only_member(zipped, only)
    items: list[Item] = []
    around = zipped.folders if _is_download(rows) else (*zipped.folders, zipped.stem)
    for info in (*rows, *rest):
        items += _member_items(zipped, info, folders=around)
        if len(items) > MAX_MEMBERS:
            return [replace(zipped, reason=TOO_MANY)]
    return items


def _kinds(infos: Sequence[zipfile.ZipInfo]) -> Iterator[tuple[str, tuple[zipfile.ZipInfo, Kind]]]:
    """By name: of two members of one name, the later is the one that unpacking leaves."""
    environments = [
        i.filename.removesuffix("pyvenv.cfg") for i in infos if i.filename.endswith("/pyvenv.cfg")
    ]
    for info in infos:
        *above, name = info.filename.split("/")
        if any(map(is_hidden, above)) or any(map(info.filename.startswith, environments)):
            continue
        kind = Kind.ROW if _is_link(info) else kind_of(name, above)
        if kind is not None:
            yield info.filename, (info, kind)


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _is_download(infos: Sequence[zipfile.ZipInfo]) -> bool:
    """Whether each of several names a student: then the zip's own name belongs to nobody."""
    named = [PurePosixPath(info.filename) for info in infos]
    return all(n.suffix.lower() == ".zip" or is_platform_stem(n.stem) for n in named)


def _one_notebook(infos: Sequence[zipfile.ZipInfo]) -> zipfile.ZipInfo | None:
    """The notebook of a zip that is one student's: Python files beside it are its helpers."""
    if len(infos) == 1:
        return infos[0]
    notebooks = [info for info in infos if info.filename.lower().endswith(".ipynb")]
    others = [info for info in infos if not info.filename.lower().endswith(".ipynb")]
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
    above = (*folders, *inside)
    shown = f"{zipped.shown}/{info.filename}"
    kind = kind_of(pure.name, above) or Kind.ROW
    members = (*zipped.members, info.filename)
    item = Item(above, stem_of(pure.name), shown, zipped.path, members, kind=kind)
    if pure.is_absolute() or ".." in pure.parts:
        return [replace(item, reason=OUTSIDE.format(name=clean(info.filename)))]
    if _is_link(info):
        return [replace(item, reason=LINK, kind=Kind.ROW)]
    if pure.suffix.lower() == ".zip":
        return zip_items(item)
    return [item]
