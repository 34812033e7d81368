"""The student process's own file system: the allowed paths at their usual places, read-only.

Made once per zygote. It is why a Python under a private home works after the change of user: the
folders above it are new ones, which everybody may pass.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from autograder.sandbox import kernel
from autograder.sandbox.disk import MOST_ENTRIES

SCRATCH = "/student"
FILES = "/student-files"
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")

_STAGE = "/proc"
"""where the new root is put together: every Linux has this folder, and we bind nothing in it"""
_MOST_LINKS = 40
_PRIVATE = kernel.MS_REC | kernel.MS_PRIVATE
_PLAIN = kernel.MS_NOSUID | kernel.MS_NODEV


def enter(readable: Sequence[str], hidden: Sequence[str], files: Mapping[str, bytes]) -> None:
    """Move this process, alone in its mount namespace, into the view. OSError: it stays outside."""
    kernel.mount("none", "/", "", _PRIVATE)
    size = sum(map(len, files.values())) + (16 << 20)
    kernel.mount("tmpfs", _STAGE, "tmpfs", _PLAIN, f"mode=755,size={size}")
    try:
        _furnish(Path(_STAGE), readable, hidden)
        os.mkdir(_STAGE + SCRATCH)
        write_files(Path(_STAGE + FILES), files)
        os.chdir(_STAGE)
        # With both arguments the same, the old root lands on top of the new one and is taken off
        # from there.
        kernel.syscall("pivot_root", b".", b".")
    except OSError:
        os.chdir("/")
        kernel.unmount(_STAGE, kernel.MNT_DETACH)
        raise
    kernel.unmount(".", kernel.MNT_DETACH)
    os.chdir("/")
    kernel.make_read_only("/")


def mount_scratch(most_bytes: int, uid: int, gid: int) -> None:
    """An empty folder in memory, in the child's own mount namespace: gone when the child is."""
    kernel.unshare(kernel.CLONE_NEWNS)
    options = f"mode=700,uid={uid},gid={gid},size={most_bytes},nr_inodes={MOST_ENTRIES}"
    kernel.mount("tmpfs", SCRATCH, "tmpfs", _PLAIN | kernel.MS_NOEXEC, options)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """The shipped files, once for all children of a zygote."""
    folder.mkdir(mode=0o755)
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(mode=0o755, exist_ok=True)
        target.write_bytes(content)
        target.chmod(0o444)


def link_files(scratch: Path, folder: Path, names: Sequence[str]) -> None:
    """Put them into a child's scratch folder as links; what they point to cannot be written."""
    for name in names:
        link = scratch / name
        if link.parent != scratch:
            link.parent.mkdir(exist_ok=True)
        link.symlink_to(folder / name)


def _furnish(root: Path, readable: Sequence[str], hidden: Sequence[str]) -> None:
    """Bind what is readable, cover what is hidden within it, outer folders first."""
    shown = {_place(root, Path(path)): True for path in (*readable, *DEVICES)}
    covered = {Path(os.path.realpath(path)): False for path in hidden}
    done: dict[Path, bool] = {}
    for path, show in sorted((shown | covered).items(), key=lambda item: len(item[0].parts)):
        enclosing = next((done[parent] for parent in path.parents if parent in done), False)
        done[path] = show
        target = root / path.relative_to("/")
        if show and not enclosing:
            _make_mount_point(path, target)
            kernel.mount(str(path), str(target), "", kernel.MS_BIND | kernel.MS_REC)
        elif not show and enclosing:
            kernel.mount("tmpfs", str(target), "tmpfs", _PLAIN, "mode=755,size=1m")


def _make_mount_point(source: Path, target: Path) -> None:
    if source.is_dir():
        target.mkdir(mode=0o755, parents=True, exist_ok=True)
    else:
        target.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        target.touch()


def _place(root: Path, path: Path) -> Path:
    """Where the path leads; the links on the way are made again under root."""
    real = Path("/")
    todo = list(path.parts[1:])
    links = 0
    while todo:
        part = todo.pop(0)
        real = real.parent if part == ".." else real / part
        if not real.is_symlink():
            continue
        links += 1
        if links > _MOST_LINKS:
            raise OSError(f"{path}: more than {_MOST_LINKS} links")
        goal = os.readlink(real)
        copy = root / real.relative_to("/")
        copy.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        if not copy.is_symlink():
            copy.symlink_to(goal)
        steps = Path(goal).parts
        real = Path("/") if goal.startswith("/") else real.parent
        todo = [*(steps[1:] if goal.startswith("/") else steps), *todo]
    return real
