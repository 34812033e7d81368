"""The student's kit: everything to publish, and the proof that nothing of the staff's is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.authoring.archive import zip_bytes, zip_members
from autograder.authoring.assignment import find_assignment, known_assignments, load_assignment
from autograder.authoring.files import write_atomically
from autograder.authoring.leaks import leaks_of_any
from autograder.authoring.release import make_release
from autograder.authoring.staff_text import secrets_of_all
from autograder.authoring.start import start_files
from autograder.authoring.tools.scaffold import places_to_fill
from autograder.errors import LeakError, StaleError, UsageError
from autograder.model import Assignment

LICENSE = "LICENSE"


@dataclass(frozen=True)
class Kit:
    """Files by path, and what they were searched for."""

    files: Mapping[str, bytes]
    secret_lines: int
    secret_names: int


def make_kit(root: Path, named: Sequence[str] = ()) -> Kit:
    """The assignments named, or all; refused when unfinished, stale or leaking.

    It is searched for the secrets of all assignments, also of those that come later.
    """
    everything = [load_assignment(root, slug) for slug in known_assignments(root)]
    slugs = {find_assignment(root, name) for name in named}
    assignments = [a for a in everything if a.slug in slugs or not named]
    unfinished = [place for a in assignments for place in places_to_fill(a.path, root)]
    if unfinished:
        raise UsageError(
            f"found {len(unfinished)} places that say TODO, the first at {unfinished[0]}; "
            "wanted finished questions; fill them in"
        )
    files = _released(assignments, root)
    for path, data in files.items():
        present = root / "assignments" / path
        if not present.is_file() or present.read_bytes() != data:
            raise StaleError(
                f"found assignments/{path} other than its source says; wanted what is committed "
                "and what is published to be one; run: autograder build"
            )
    if (root / LICENSE).is_file():
        files[LICENSE] = (root / LICENSE).read_bytes()
    secrets = secrets_of_all(everything)
    found = leaks_of_any(files, secrets, "assignments")
    if found:
        raise LeakError("\n".join(found))
    return Kit(files, len(secrets.lines), len(secrets.names))


def write_zip(kit: Kit, path: Path) -> None:
    """The zip; all lies in one folder named as the zip."""
    members = {f"{path.stem}/{name}": data for name, data in kit.files.items()}
    data = zip_bytes(members)
    assert zip_members(data) == members  # what is published is what was searched
    write_atomically(path, data)


def write_folder(kit: Kit, folder: Path) -> None:
    """The folder, which may be a git working copy; a file that is not the kit's is refused."""
    if folder.exists() and not folder.is_dir():
        raise UsageError(
            f"found a file at {folder}; wanted a folder or a name like kit.zip; correct it"
        )
    strays = sorted(_present(folder) - set(kit.files))
    if strays:
        raise UsageError(
            f"found {folder / strays[0]}, which is no part of the kit; wanted a folder that holds "
            "nothing else, or it would be published too; move it away or choose another folder"
        )
    for name, data in kit.files.items():
        write_atomically(folder / name, data)
    assert _present(folder) == set(kit.files)


def _released(assignments: list[Assignment], root: Path) -> dict[str, bytes]:
    files = dict(start_files(root))
    for assignment in assignments:
        release = make_release(assignment, root)
        files |= {f"{assignment.slug}/{path}": data for path, data in release.files.items()}
    return files


def _present(folder: Path) -> set[str]:
    """Files by their path, except git's own."""
    relatives = [path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir()]
    return {path.as_posix() for path in relatives if path.parts[0] != ".git"}
