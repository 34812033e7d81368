"""A results folder as `grade --out` wrote it, read again whole, or one line that says why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import UsageError
from autograder.model import Report
from autograder.reports import report_json
from autograder.reports.typed_json import REMEDY

REPORTS = "reports"
NO_RESULTS = (
    "found no results in {folder}; wanted a folder that `autograder grade --out` wrote; "
    "check the path"
)
DAMAGED = (
    "found a damaged report {path} ({why}); wanted whole ones; delete it and run that folder's "
    "grade command again"
)
RENAMED = "it says that it is {found!r}"
MIXED = (
    "found {first} in {first_place} and {other} in {other_place}; wanted results of one "
    "assignment; name those of one"
)


@dataclass(frozen=True)
class Results:
    """One folder's reports, by their ids."""

    folder: Path
    reports: dict[str, Report]


def read_results(folder: Path) -> Results:
    """Every report in the folder; UsageError when there are none to be had or one is damaged."""
    if not (folder / REPORTS).is_dir():
        raise UsageError(NO_RESULTS.format(folder=folder))
    paths = sorted((folder / REPORTS).glob("*.json"))
    reports = {path.stem: _read(path) for path in paths if not path.name.startswith(".")}
    results = Results(folder, reports)
    one_assignment([results])
    return results


def one_assignment(all_results: Iterable[Results]) -> str:
    """The assignment that all are of, "" where there is no report; UsageError names two."""
    first: tuple[str, Path] | None = None
    for results in all_results:
        for report in results.reports.values():
            first = first or (report.assignment, results.folder)
            if report.assignment != first[0]:
                said = {"first": first[0], "first_place": first[1]}
                said |= {"other": report.assignment, "other_place": results.folder}
                raise UsageError(MIXED.format(**said))
    return first[0] if first else ""


def _read(path: Path) -> Report:
    try:
        report = report_json.load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(DAMAGED.format(path=path, why=error.strerror)) from None
    except (ValueError, RecursionError) as error:
        why = str(error).removesuffix(f"; {REMEDY}")
        raise UsageError(DAMAGED.format(path=path, why=why)) from None
    if report.submission != path.stem:
        why = RENAMED.format(found=report.submission)
        raise UsageError(DAMAGED.format(path=path, why=why))
    return report
