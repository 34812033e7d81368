"""The roster: who is in the course, and whose submission a row of the gradebook is.

A gradebook names students as their files were named. A name that is in the roster letter for letter
is that student. Otherwise letters' case, spaces and punctuation do not count, and a student may be
named by id, by e-mail address or its local part, or by name in either order; whoever could be two
people is nobody until a person says who.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.classroom.table import read_table
from autograder.errors import UsageError

WHAT = "roster"
UNIQUE = ("student", "email", "id")
NO_ONE = "found no student in {path}; wanted a line for each; fill it"
NO_STUDENT = "found no student in line {line} of {path}; wanted a name; mend the line"
TWICE = (
    "found the {column} {value!r} in lines {first} and {line} of {path}; wanted each once; remove "
    "or mend one"
)
MAX_LISTED = 20


@dataclass(frozen=True)
class Person:
    """A line of the roster; what it does not tell is empty."""

    student: str
    name: str = ""
    email: str = ""
    id: str = ""
    section: str = ""


@dataclass(frozen=True)
class Matched:
    """A class held against its roster."""

    people: dict[str, Person]
    """student as in the gradebook → who it is"""
    unknown: tuple[str, ...]
    """students of the gradebook who are not in the roster"""
    ambiguous: tuple[tuple[str, tuple[Person, ...]], ...]
    """students of the gradebook who could be any of these"""
    missing: tuple[Person, ...]
    """who is in the roster and has no row"""


def read_roster(path: Path) -> tuple[Person, ...]:
    """In the file's order; UsageError names the line that is wrong."""
    people = []
    seen: dict[tuple[str, str], int] = {}
    for line in read_table(path, WHAT, wanted=[["student"]]):
        if not line["student"]:
            raise UsageError(NO_STUDENT.format(line=line.number, path=path))
        for column in UNIQUE:
            value = line[column]
            first = seen.setdefault((column, value), line.number)
            if value and first != line.number:
                said = {"column": column, "value": value, "first": first, "line": line.number}
                raise UsageError(TWICE.format(**said, path=path))
        fields = ("student", "name", "email", "id", "section")
        people.append(Person(**{name: line[name] for name in fields}))
    if not people:
        raise UsageError(NO_ONE.format(path=path))
    return tuple(people)


def match(students: Iterable[str], roster: Sequence[Person]) -> Matched:
    """Who is who. Never a guess: a student who could be two people is told as ambiguous."""
    exactly = {person.student: person for person in roster}
    loosely: dict[str, list[Person]] = {}
    for person in roster:
        for key in set(_keys(person)):
            loosely.setdefault(key, []).append(person)
    people: dict[str, Person] = {}
    unknown, ambiguous = [], []
    for student in dict.fromkeys(students):
        candidates = loosely.get(folded(student), [])
        if student in exactly:
            people[student] = exactly[student]
        elif len(candidates) == 1:
            people[student] = candidates[0]
        elif candidates:
            ambiguous.append((student, tuple(candidates)))
        else:
            unknown.append(student)
    found = {person.student for person in people.values()}
    found |= {person.student for _, candidates in ambiguous for person in candidates}
    missing = tuple(person for person in roster if person.student not in found)
    return Matched(people, tuple(unknown), tuple(ambiguous), missing)


def roster_lists(matched: Matched) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a TA must know: headings with names; none when everybody is there and known."""
    lists = [
        ("not submitted", tuple(person.student for person in matched.missing)),
        ("not in the roster", matched.unknown),
    ]
    for student, candidates in matched.ambiguous:
        heading = f"not clear who {student} is, of"
        lists.append((heading, tuple(person.student for person in candidates)))
    return tuple((heading, names) for heading, names in lists if names)


def roster_lines(matched: Matched) -> list[str]:
    """The same for the terminal, long lists cut."""
    return [
        f"{heading} ({len(names)}): {_listed(names)}" for heading, names in roster_lists(matched)
    ]


def folded(text: str) -> str:
    """Equal for names that differ in case, spaces, punctuation or the form of their letters."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in plain if character.isalnum()) or plain


def _keys(person: Person) -> Iterator[str]:
    """Whatever a platform may have called this person."""
    yield folded(person.student)
    if person.id:
        yield folded(person.id)
    if person.email:
        yield folded(person.email)
        yield folded(person.email.partition("@")[0])
    if person.name:
        yield folded(person.name)
    for name in (person.student, person.name):
        if turned := _turned(name):
            yield folded(turned)


def _turned(name: str) -> str:
    """`Last, First` for `First Last` and the other way round; "" for a name of one word."""
    last, comma, first = name.partition(",")
    if comma:
        return f"{first} {last}"
    *firsts, last = name.split() or [""]
    return f"{last} {' '.join(firsts)}" if firsts else ""


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MAX_LISTED
    return ", ".join(names[:MAX_LISTED]) + (f" and {more} more" if more > 0 else "")
