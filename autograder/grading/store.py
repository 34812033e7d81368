"""DIR/reports: one file a submission, written whole or not at all, reused while nothing changed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import time
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from autograder.errors import UsageError
from autograder.grading.found import Found
from autograder.model import Bundle, BundleQuestion, Report
from autograder.reports import report_json

NO_FOLDER = "found a file at {out}; wanted a folder for the results; name another with --out"
NOT_WRITABLE = (
    "found no way to write to {out} ({why}); wanted a folder with room for results; make room, "
    "mend its permissions or name another with --out, then run the same command again"
)
OTHERS = (
    "found results of {other} in {out}; wanted an empty folder or one with results of {slug}; "
    "name another with --out"
)
PART = ".part"
STALE_PART_SECONDS = 3600
"""A half-written file of that age belongs to nobody any more."""


class Store:
    """The reports of one assignment in the results folder."""

    def __init__(self, out: Path, bundle: Bundle) -> None:
        if out.exists() and not out.is_dir():
            raise UsageError(NO_FOLDER.format(out=out))
        self._folder = out / "reports"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            remove_parts(self._folder, older_than=STALE_PART_SECONDS)
            _probe(self._folder)
        except (FileExistsError, NotADirectoryError):
            file = next(p for p in (*reversed(self._folder.parents), self._folder) if p.is_file())
            raise UsageError(NO_FOLDER.format(out=file)) from None
        except OSError as error:
            raise UsageError(NOT_WRITABLE.format(out=out, why=error.strerror)) from None
        self._refuse_others(out, bundle)

    def load(self, submission: str) -> tuple[Report, str] | None:
        """The stored report and its file's digest; None when there is none that is whole."""
        try:
            data = self._path(submission).read_bytes()
            report = report_json.load(data.decode())
        except (OSError, ValueError, RecursionError):
            return None  # it will be made again
        return (report, file_digest(data)) if report.submission == submission else None

    def digest(self, submission: str) -> str:
        """Of the report's file; "" when there is none to read."""
        return digest_on_disk(self._path(submission))

    def save(self, report: Report) -> str:
        """Write one report; a kill at any moment leaves the old file or the new one. Its digest."""
        text = report_json.dump(report)
        try:
            write_atomically(self._path(report.submission), text)
        except OSError as error:
            raise UsageError(NOT_WRITABLE.format(out=self._folder, why=error.strerror)) from None
        return file_digest(text.encode())

    def submissions(self) -> set[str]:
        """Those that have a report, whole or not."""
        names = (name for name in os.listdir(self._folder) if name.endswith(".json"))
        return {name.removesuffix(".json") for name in names}

    def _path(self, submission: str) -> Path:
        return self._folder / f"{submission}.json"

    def _refuse_others(self, out: Path, bundle: Bundle) -> None:
        for path in sorted(self._folder.glob("*.json")):
            found = self.load(path.stem)
            if found is not None and found[0].assignment != bundle.slug:
                other = found[0].assignment
                raise UsageError(OTHERS.format(out=out, other=other, slug=bundle.slug))
            if found is not None:
                return  # the first whole one speaks for all: every one passed by here


def remove_parts(folder: Path, *, older_than: float) -> None:
    """What a kill left half-written, if it is that many seconds old."""
    for path in folder.glob(f".*{PART}"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime >= older_than:
                path.unlink()


def report_digest(found: Found, submitted: str, bundle: Bundle) -> str:
    """Whatever the report depends on: `submission:checks:bundle`, which `diff` takes apart.

    The submission's part is of who, which file and its bytes.
    """
    submission = (found.id, found.student, found.filename, found.reason, submitted)
    return ":".join((_sha256(submission), _checks_digest(bundle.questions), bundle.digest))


@lru_cache(maxsize=4)
def _checks_digest(questions: tuple[BundleQuestion, ...]) -> str:
    """The same for every submission, and dearer than all else of it."""
    return _sha256(text for q in questions for text in (q.id, str(q.checks), q.test_file))


def _sha256(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def file_digest(data: bytes) -> str:
    """What tells whether a file is the one that was written."""
    return hashlib.sha256(data).hexdigest()


def digest_on_disk(path: Path) -> str:
    """The same of a file; "" when there is none to read."""
    try:
        return file_digest(path.read_bytes())
    except OSError:
        return ""


def write_atomically(path: Path, text: str, *, lasting: bool = True) -> None:
    """The file has its old content or the new one, whatever happens meanwhile.

    `lasting`: even when the machine loses its power. That takes the disk's time, and what can be
    made again does not need it.
    """
    part = _part(path.parent)
    try:
        _write(part, text, lasting=lasting)
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _probe(folder: Path) -> None:
    """OSError when the folder takes no file with something in it."""
    part = _part(folder)
    try:
        _write(part, "probe", lasting=True)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _part(folder: Path) -> Path:
    """A name that no process on any machine uses, and no longer than a name may be."""
    return folder / f".{secrets.token_hex(8)}{PART}"


def _write(part: Path, text: str, *, lasting: bool) -> None:
    with open(part, "x", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        if lasting:
            os.fsync(file.fileno())
