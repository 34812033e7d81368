"""The names that Gradescope keeps beside its folders: `submission_123456` is Jane Doe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from autograder.grading.found import Found, Unreadable, read_bytes
from autograder.grading.items import Item
from autograder.grading.names import clean

ENTRY = re.compile(r"^(submission_\d+):[ \t]*$", re.MULTILINE)
SUBMITTER = re.compile(r"^[ \t]*(?:- )?[ \t]*:?name:[ \t]+(\S.*?)[ \t]*$", re.MULTILINE)
MAX_BYTES = 20 * 2**20


def names_of_folders(items: Iterable[Item]) -> Mapping[str, str]:
    """Folder → its student, or its students with commas between them; what is odd is left out."""
    found: dict[str, str] = {}
    for item in items:
        try:
            data = read_bytes(Found("", "", item.shown, item.path, item.members))
        except Unreadable:
            continue
        if len(data) <= MAX_BYTES:
            found |= parse_names(data.decode("utf-8", errors="replace"))
    return found


def parse_names(text: str) -> dict[str, str]:
    """Out of `submission_metadata.yml`: each entry's lines from `:submitters:` on that name one."""
    entries = list(ENTRY.finditer(text))
    ends = [entry.start() for entry in entries[1:]] + [len(text)]
    found = {}
    for entry, end in zip(entries, ends, strict=True):
        people = text[entry.end() : end].partition(":submitters:")[2]
        people = re.split(r"^  :\w+:", people, maxsplit=1, flags=re.MULTILINE)[0]
        names = [clean(name.strip("'\"")) for name in SUBMITTER.findall(people)]
        if all(names) and names:
            found[entry[1]] = ", ".join(names)
    return found
