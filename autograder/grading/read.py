"""Submitted bytes → Submission: whatever the bytes, a notebook or the reason why it is none."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from autograder.grading.answers import definitions
from autograder.grading.found import Found, Unreadable, read_bytes
from autograder.grading.identity import refuse_language, refuse_stranger
from autograder.grading.notebook import Draft, read_notebook
from autograder.grading.python import bindings, parse
from autograder.grading.repair import repair
from autograder.grading.script import read_script
from autograder.grading.text import decode, refuse_conflict
from autograder.model import Bundle, Submission

NOT_JSON = "found no notebook (its text is no JSON); wanted the .ipynb file; hand in that"
PYTHON_INSIDE = "the file is called a notebook but is a Python file"
NOTEBOOK_INSIDE = "the file is called a Python file but is a notebook"
RENAMED = "the file's name does not end in .ipynb or .py; it was read all the same"
LAST_RESORT = (
    "found a file that could not be read ({kind}); wanted a notebook; "
    "hand it in again, and tell the course staff"
)


def read_submission(found: Found, bundle: Bundle, data: bytes | None = None) -> Submission:
    """Never raises for what a student handed in: an unreadable one carries its reason."""
    try:
        data = read_bytes(found) if data is None else data
    except Unreadable as reason:
        return unread(found, b"", str(reason))
    try:
        draft = _draft(data, found.filename, bundle)
        refuse_language(draft)
        cells, repairs = repair(draft.cells, bundle)
        notes = refuse_stranger(draft, cells, definitions(cells, bundle), bundle)
    except Unreadable as reason:
        return unread(found, data, str(reason))
    except Exception as error:  # one strange file must not cost the class its grades
        return unread(found, data, LAST_RESORT.format(kind=type(error).__name__))
    return replace(unread(found, data, ""), cells=cells, repairs=(*draft.repairs, *repairs, *notes))


def digest_of(found: Found, data: bytes) -> str:
    """Of the bytes; of an unreadable file, its name and the reason stand for them."""
    return hashlib.sha256(data or f"{found.filename}\0{found.reason}".encode()).hexdigest()


def unread(found: Found, data: bytes, reason: str) -> Submission:
    """The row of what could not be read."""
    return Submission(
        id=found.id,
        student=found.student,
        filename=found.filename,
        digest=digest_of(found, data),
        reason=" ".join(reason.split()),
    )


def _draft(data: bytes, filename: str, bundle: Bundle) -> Draft:
    """The content decides whether it is a notebook or a Python file, not the name."""
    text, repairs = decode(data)
    called = filename.strip().lower()
    called_python = called.endswith(".py")
    if text.lstrip()[:1] in {"{", "["} and (not called_python or '"cells"' in text):
        draft = read_notebook(text)
        repairs += (NOTEBOOK_INSIDE,) if called_python else ()
    elif called_python:
        draft = read_script(text)
    else:
        refuse_conflict(text)
        if not _is_python_of(text, bundle):
            raise Unreadable(NOT_JSON)
        draft = read_script(text)
        repairs += (PYTHON_INSIDE,)
    if not called.endswith((".ipynb", ".py")):
        repairs += (RENAMED,)
    return Draft(draft.cells, draft.metadata, draft.languages, (*repairs, *draft.repairs))


def _is_python_of(text: str, bundle: Bundle) -> bool:
    """Whether the text is Python and defines one of the assignment's names."""
    tree = parse(text)
    names = {name for question in bundle.questions for name in question.names}
    return tree is not None and any(name in names for name, _ in bindings(tree.body))
