"""The packages that grading needs, each with the version that is installed here."""

from __future__ import annotations

from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autograder.errors import UsageError

PACKAGE, EXTRA = "mathtx", "grading"
NOT_INSTALLED = (
    "found no installed {name}; wanted all that grading needs, for their versions go into the zip; "
    "run: pip install 'mathtx[grading]'"
)


def pinned(package: str = PACKAGE, extra: str = EXTRA) -> list[str]:
    """`name==version` lines of everything below the package, itself left out."""
    found: dict[str, str] = {}
    waiting = [(package, frozenset({extra}))]
    seen: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        try:
            needs = metadata.requires(name) or []
            found[canonicalize_name(name)] = metadata.version(name)
        except metadata.PackageNotFoundError:
            raise UsageError(NOT_INSTALLED.format(name=name)) from None
        for need in map(Requirement, needs):
            wanted = {"", *extras}
            if need.marker is None or any(need.marker.evaluate({"extra": e}) for e in wanted):
                waiting.append((need.name, frozenset(need.extras)))
    del found[canonicalize_name(package)]
    return [f"{name}=={version}" for name, version in sorted(found.items())]
