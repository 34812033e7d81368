"""Scores as learning platforms import them: one row for each student of the roster with a score.

Nobody is guessed and no zero is made up: who has no score is left out and told. Cells are the
roster's own, letter for letter, because the platforms look students up by them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.classroom.roster import Matched, Person, match, roster_lines
from autograder.classroom.table import Line, read_table
from autograder.errors import UsageError
from autograder.reports.gradebook import COLUMNS, WRITTEN

WHAT = "gradebook"
GRADEBOOK = "gradebook.csv"
NO_WAY_TO_FIND = (
    "found no {columns} in the roster for {student}; wanted what {platform} finds a student by; "
    "add it to the roster"
)
NOTHING = (
    "found no score to export; wanted at least one student with a score; see above who has none"
)
NOT_SUBMITTED = "not submitted"


@dataclass(frozen=True)
class Scored:
    """A student of the roster and the row that counts."""

    person: Person
    row: Line


@dataclass(frozen=True)
class Course:
    """A gradebook held against its roster. `told` are lines for whoever exports."""

    columns: tuple[str, ...]
    """questions, and `written` when there are such marks"""
    possible: str
    scored: tuple[Scored, ...]
    others: tuple[Person, ...]
    """in the roster, without a score"""
    told: tuple[str, ...]


def read_gradebook(place: Path) -> list[Line]:
    """The rows of a results folder's gradebook, or of a gradebook's own file."""
    path = place / GRADEBOOK if place.is_dir() else place
    return read_table(path, WHAT, wanted=[[name] for name in COLUMNS])


def course(rows: Sequence[Line], roster: Sequence[Person]) -> Course:
    """Who has which score; two rows of one student are a person's to decide, so neither counts."""
    matched = match((row["student"] for row in rows), roster)
    by_person: dict[str, list[Line]] = {}
    for row in rows:
        if person := matched.people.get(row["student"]):
            by_person.setdefault(person.student, []).append(row)
    people = {person.student: person for person in roster}
    scored = [
        Scored(people[name], theirs[0])
        for name, theirs in by_person.items()
        if len(theirs) == 1 and theirs[0]["score"]
    ]
    places = {name: place for place, name in enumerate(people)}
    scored.sort(key=lambda one: places[one.person.student])
    names = {one.person.student for one in scored}
    known = (*COLUMNS, "")
    return Course(
        columns=tuple(name for name in (rows[0].cells if rows else ()) if name not in known),
        possible=rows[0]["possible"] if rows else "",
        scored=tuple(scored),
        others=tuple(person for person in roster if person.student not in names),
        told=tuple(_told(matched, by_person)),
    )


def canvas(found: Course, assignment: str) -> str:
    """The gradebook CSV of Canvas: five columns that say who, one of scores, a row of points."""
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment]
    rows = [head, ["    Points Possible", "", "", "", "", found.possible]]
    for one in found.scored:
        person = one.person
        if not (person.id or person.email or person.name):
            raise UsageError(_no_way(person, "id, email or name", "Canvas"))
        name = person.name or person.student
        rows.append([name, "", person.id, person.email, person.section, one.row["score"]])
    return _csv(rows)


def moodle(found: Course, assignment: str) -> str:
    """A CSV for Moodle's grade import: e-mail address or ID number, grade, feedback."""
    rows = [["Email address", "ID number", assignment, f"{assignment} feedback"]]
    by_email = all(one.person.email for one in found.scored)
    for one in found.scored:
        person = one.person
        if not by_email and not person.id:
            raise UsageError(_no_way(person, "id (nor everybody's email)", "Moodle"))
        rows.append([person.email, person.id, one.row["score"], feedback(found, one.row)])
    return _csv(rows)


def plain(found: Course) -> str:
    """Everything: the roster's columns, then the gradebook's; who has nothing, too."""
    head = ["student", "name", "email", "id", "section", *COLUMNS[1:], *found.columns]
    rows = [head]
    scored = {one.person.student: one.row for one in found.scored}
    for person in (*(one.person for one in found.scored), *found.others):
        who = [person.student, person.name, person.email, person.id, person.section]
        row = scored.get(person.student)
        cells = [row[name] for name in head[5:]] if row else ["", NOT_SUBMITTED]
        rows.append([*who, *cells, *[""] * (len(head) - 5 - len(cells))])
    return _csv(rows)


def feedback(found: Course, row: Line) -> str:
    """One line for a comment box: what each question brought."""
    parts = [f"{name} {row[name]}" for name in found.columns if row[name] and name != WRITTEN]
    written = f"; written answer: {row[WRITTEN]}" if row[WRITTEN] else ""
    return f"{row['score']} of {row['possible']}: {', '.join(parts)}{written}"


def _told(matched: Matched, by_person: dict[str, list[Line]]) -> Iterator[str]:
    yield from roster_lines(matched)
    for name, rows in by_person.items():
        if len(rows) > 1:
            listed = ", ".join(row["submission"] for row in rows)
            yield f"{name} has {len(rows)} submissions ({listed}): decide which counts; left out"
        elif not rows[0]["score"]:
            yield f"{name} has no score ({rows[0]['status']}); left out"


def _no_way(person: Person, columns: str, platform: str) -> str:
    return NO_WAY_TO_FIND.format(columns=columns, student=person.student, platform=platform)


def _csv(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
