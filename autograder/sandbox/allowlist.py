"""Which files a student process may read: Python, permitted packages, shared libraries.

Trusted side. The result is two lists of paths: what may be read, and folders within it that stay
hidden (every site-packages, from which only permitted children come back). The file view and
Landlock are both made from these lists.
"""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import metadata, util
from pathlib import Path

from packaging.requirements import Requirement

from autograder.errors import ConfinementError

# What never may be read, wherever it is installed: the engine, the reference, Otter, our tests.
_STAFF = ("autograder", "mathtx_ref", "otter", "tests")

_SYSTEM = (
    "/lib",
    "/lib32",
    "/lib64",
    "/usr/lib",
    "/usr/lib32",
    "/usr/lib64",
    "/usr/local/lib",
    "/etc/alternatives",  # links only; Debian's libblas.so.3 goes through it
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/usr/share/zoneinfo",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
)
_SITE_FOLDERS = ("site-packages", "dist-packages")


@dataclass(frozen=True)
class Allowed:
    """`readable` without what is in `hidden`, except where a readable path lies in it again."""

    readable: tuple[str, ...]
    hidden: tuple[str, ...]


def allowed(packages: Sequence[str]) -> Allowed:
    """For the named distributions and all that they require."""
    libraries: list[str | Path] = [*_SYSTEM, *_python_folders()]
    sites = _site_folders(libraries)
    readable: list[str | Path] = [*libraries, *_children(packages)]
    hidden = [*sites, *_staff_folders()]
    return Allowed(_existing(readable), _existing(hidden))


def _existing(paths: Iterable[str | Path]) -> tuple[str, ...]:
    return tuple(sorted({os.path.abspath(path) for path in paths if os.path.exists(path)}))


def _python_folders() -> list[Path]:
    """The standard library and, beside it, the shared libraries that Python's own modules load."""
    standard = Path(sysconfig.get_path("stdlib"))
    base = Path(sys.base_prefix)
    return [
        standard,
        Path(sysconfig.get_path("platstdlib", vars={"platbase": str(base)})),
        base / "lib",
    ]


def _site_folders(libraries: Iterable[str | Path]) -> list[Path]:
    """Where packages are installed: for this interpreter, and for others in a readable folder."""
    places = [Path(sysconfig.get_path(name)) for name in ("purelib", "platlib")]
    places += [Path(folder) for folder in (*site.getsitepackages(), site.getusersitepackages())]
    for library in map(Path, libraries):
        for name in _SITE_FOLDERS:
            places += [*library.glob(name), *library.glob(f"python*/{name}")]
    return places


def _staff_folders() -> list[Path]:
    """The repository, for the case that it lies within a readable folder."""
    found = []
    for name in _STAFF:
        spec = util.find_spec(name)
        if spec is not None:
            found += [Path(folder).parent for folder in spec.submodule_search_locations or ()]
    return found


def _children(packages: Sequence[str]) -> list[Path]:
    return [path for dist in _closure(packages) for path in _installed(dist)]


def _closure(packages: Sequence[str]) -> list[metadata.Distribution]:
    """The distributions and all that they require here, without extras."""
    found: dict[str, metadata.Distribution] = {}
    todo = list(packages)
    while todo:
        name = _normal(todo.pop())
        if name in found:
            continue
        try:
            found[name] = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            if name in map(_normal, packages):
                raise ConfinementError(
                    f"package {name} was not found, student code needs it: pip install {name}"
                ) from None
            continue
        for text in found[name].requires or ():
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                todo.append(requirement.name)
    return list(found.values())


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _installed(dist: metadata.Distribution) -> list[Path]:
    """The distribution's children of site-packages; without a RECORD, those named like it."""
    root = Path(str(dist.locate_file("")))
    if dist.files:
        names = {file.parts[0] for file in dist.files}
    else:
        listed = (dist.read_text("top_level.txt") or dist.metadata["Name"]).split()
        names = {child for name in listed for child in (name, f"{name}.py", f"{name}.libs")}
    return [root / name for name in names if _is_permitted(name)]


def _is_permitted(name: str) -> bool:
    """Not scripts outside, not the cache that all share, not start-up hooks, not our own."""
    hook = name.endswith(".pth") or name.startswith("__")
    return name not in ("..", "/", *_STAFF) and not hook


def expand(lists: Allowed) -> tuple[list[str], list[str]]:
    """The same for Landlock, which cannot hide a folder in a readable one: (to read, to list).

    A readable folder that holds a hidden one is replaced by its other children; the folder itself,
    and a hidden one with permitted children, may be listed, because Python's import looks for
    names there.
    """
    hidden = {os.path.realpath(path) for path in lists.hidden}
    readable: set[str] = set()
    listable: set[str] = set()
    todo = [os.path.realpath(path) for path in lists.readable]
    while todo:
        path = todo.pop()
        if path in hidden:
            continue
        if any(other.startswith(path + os.sep) for other in hidden):
            listable.add(path)
            todo += [entry.path for entry in os.scandir(path) if not entry.is_symlink()]
        else:
            readable.add(path)
    listable |= {os.path.dirname(path) for path in readable} & hidden
    return sorted(readable), sorted(listable)
