"""DIR/reports: one file a submission, written whole or not at all, reused while nothing changed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import time
from collections.abc import Iterable
from pathlib import Path

from autograder.errors import UsageError
from autograder.grading.found import Found
from autograder.model import Bundle, Report
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

    def reusable(self, submission: str, digest: str, *, allow_weak: bool) -> Report | None:
        """The stored report, if it is whole, of this very work, and confined as demanded now."""
        report = _load(self._path(submission))
        if report is None or report.digest != digest or report.submission != submission:
            return None
        return report if allow_weak or not report.weak_sandbox else None

    def save(self, report: Report) -> None:
        """Write one report; a kill at any moment leaves the old file or the new one."""
        try:
            write_atomically(self._path(report.submission), report_json.dump(report))
        except OSError as error:
            raise UsageError(NOT_WRITABLE.format(out=self._folder, why=error.strerror)) from None

    def _path(self, submission: str) -> Path:
        return self._folder / f"{submission}.json"

    def _refuse_others(self, out: Path, bundle: Bundle) -> None:
        for path in sorted(self._folder.glob("*.json")):
            report = _load(path)
            if report is not None and report.assignment != bundle.slug:
                raise UsageError(OTHERS.format(out=out, other=report.assignment, slug=bundle.slug))
            if report is not None:
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
    checks = [text for q in bundle.questions for text in (q.id, str(q.checks), q.test_file)]
    return ":".join((_sha256(submission), _sha256(checks), bundle.digest))


def _sha256(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def write_atomically(path: Path, text: str) -> None:
    """The file has its old content or the new one, whatever happens meanwhile."""
    part = _part(path.parent)
    try:
        _write(part, text)
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _probe(folder: Path) -> None:
    """OSError when the folder takes no file with something in it."""
    part = _part(folder)
    try:
        _write(part, "probe")
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _part(folder: Path) -> Path:
    """A name that no process on any machine uses, and no longer than a name may be."""
    return folder / f".{secrets.token_hex(8)}{PART}"


def _write(part: Path, text: str) -> None:
    with open(part, "x", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _load(path: Path) -> Report | None:
    """The report, or None when there is none or it is damaged: it will be made again."""
    try:
        return report_json.load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
