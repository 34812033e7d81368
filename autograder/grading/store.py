"""DIR/reports: one file a submission, written whole or not at all, reused while nothing changed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
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
            self._remove_parts()
            write_atomically(self._folder / f".writable-{os.getpid()}", "")
            (self._folder / f".writable-{os.getpid()}").unlink()
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

    def _remove_parts(self) -> None:
        for path in self._folder.glob(f".*{PART}"):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > STALE_PART_SECONDS:
                    path.unlink()


def report_digest(found: Found, submitted: str, bundle: Bundle) -> str:
    """Whatever the report depends on: who, which file, its bytes, and the bundle."""
    parts = (found.id, found.student, found.filename, found.reason, submitted, bundle.digest)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def write_atomically(path: Path, text: str) -> None:
    """The file has its old content or the new one, whatever happens meanwhile."""
    part = path.with_name(f".{path.name}.{os.getpid()}{PART}")
    try:
        with open(part, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def _load(path: Path) -> Report | None:
    """The report, or None when there is none or it is damaged: it will be made again."""
    try:
        return report_json.load(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
