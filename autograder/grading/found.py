"""What was found in the submissions folder, and how its bytes are read: capped, never extracted."""

from __future__ import annotations

import errno
import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

MAX_BYTES = 100 * 2**20
"""Largest notebook that is read; far above any that was meant to be handed in."""

TOO_LARGE = (
    "found a file that is too large: {found}; wanted at most {cap} MB; "
    "clear the outputs and hand it in again"
)
NOT_A_ZIP = (
    "found what is not a zip archive that can be read ({why}); wanted the .ipynb file; hand in that"
)


class Unreadable(Exception):  # noqa: N818 - it names a state of the file, not a mistake of ours
    """A file whose bytes cannot be had; the text is the reason its row shows."""


@dataclass(frozen=True)
class Found:
    """One row to be: a file in the submissions folder, or a member of a zip there.

    `id` names its report and page, `filename` is where it lies, as shown to people; `members` leads
    through zips inside each other. A `reason` says why it is not even opened.
    """

    id: str
    student: str
    filename: str
    path: Path
    members: tuple[str, ...] = ()
    reason: str = ""


class Reader:
    """Reads submitted bytes; keeps the last zip open, for a download's rows come in one go."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._place: tuple[Path, tuple[str, ...]] | None = None
        self._archive: zipfile.ZipFile | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._stack.close()

    def read(self, found: Found) -> bytes:
        """The submitted bytes; Unreadable says why there are none."""
        if found.reason:
            raise Unreadable(found.reason)
        if not found.members:
            return read_file(found.path)
        place = found.path, found.members[:-1]
        if self._archive is None or self._place != place:
            self._stack.close()
            self._archive = None
            self._archive = self._stack.enter_context(open_zip(*place))
            self._place = place
        return read_member(self._archive, found.members[-1])


def read_bytes(found: Found) -> bytes:
    """The submitted bytes of one row; Unreadable says why there are none."""
    with Reader() as reader:
        return reader.read(found)


def read_file(path: Path) -> bytes:
    """A regular file's bytes; a link or a device that took its place is not followed."""
    try:
        with open_regular(path) as file:
            return _capped(file, os.fstat(file.fileno()).st_size)
    except OSError as error:
        raise Unreadable(_said(error)) from None


def open_regular(path: Path) -> IO[bytes]:
    """Open without following a link or waiting for a pipe's other end."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0) | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise Unreadable("found no regular file; wanted the .ipynb file; hand in that")
    return os.fdopen(descriptor, "rb")


@contextmanager
def open_zip(path: Path, members: tuple[str, ...]) -> Iterator[zipfile.ZipFile]:
    """The archive at the end of a chain of archives; inner ones are read into memory, capped."""
    with ExitStack() as stack:
        try:
            file = stack.enter_context(open_regular(path))
        except OSError as error:
            raise Unreadable(_said(error)) from None
        archive = stack.enter_context(_archive(file))
        for member in members:
            archive = stack.enter_context(_archive(io.BytesIO(read_member(archive, member))))
        yield archive


def _archive(file: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct.error) as error:
        raise Unreadable(NOT_A_ZIP.format(why=error)) from None


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One member, at most MAX_BYTES of it whatever its header claims."""
    try:
        info = archive.getinfo(name)
        if info.flag_bits & 0x1:
            raise Unreadable(
                "found it encrypted in its zip; wanted it open; hand it in without a password"
            )
        with archive.open(info) as file:
            return _capped(file, info.file_size)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError) as error:
        raise Unreadable(
            f"found it damaged in its zip ({error}); wanted it whole; hand it in again"
        ) from None
    except (NotImplementedError, RuntimeError, OSError) as error:
        raise Unreadable(
            f"found what cannot be unpacked ({error}); wanted the .ipynb file; hand in that"
        ) from None


def _capped(file: IO[bytes], size: int) -> bytes:
    cap = MAX_BYTES // 2**20
    if size > MAX_BYTES:
        raise Unreadable(TOO_LARGE.format(found=f"{size / 2**20:.0f} MB", cap=cap))
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable(TOO_LARGE.format(found=f"more than {cap} MB", cap=cap))
    return data


def _said(error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return LINK
    return f"found no way to read it ({error.strerror or error}); wanted a file; hand it in again"


LINK = "found a link, and links are not followed; wanted the file; hand in that"
