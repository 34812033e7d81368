"""Is this notebook in Python, and is it of this assignment? The reasons when it is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from autograder.grading.answers import Definitions
from autograder.grading.found import Unreadable
from autograder.grading.names import clean
from autograder.grading.notebook import Draft
from autograder.model import Bundle, CodeCell

FOREIGN_LANGUAGE = (
    "found a notebook in {language}; wanted Python; hand in the assignment's own notebook"
)
OTHER_ASSIGNMENT = (
    "found a notebook of another assignment ({other}); wanted {slug}; hand in that one"
)
OTHER_QUESTIONS = (
    "found a notebook of another assignment (its questions: {questions}); wanted {slug}; "
    "hand in that one"
)
NOTHING = (
    "found none of the functions of {slug} ({names}); wanted that notebook, filled in; "
    "look whether it is the right file"
)
MISLABELLED = "the notebook says that it belongs to {other}, but answers {slug}"

PYTHON = re.compile(r"i?python[\d. ]*|sage(?:math)?|xpython|pyodide|py\d?")
FOREIGN_KERNEL = re.compile(
    r"(?:ir|irkernel|r|julia.*|ijavascript|javascript|jslab|typescript|deno|bash|.*octave.*|matlab.*"
    r"|scala.*|almond|java|ijava|kotlin|cpp.*|xcpp.*|rust|gophernotes|go|.?net-.*|haskell|ihaskell"
    r"|ruby|perl|sql|xsql|stata|sas|lua|swift|fortran|wolframlanguage.*)",
    re.IGNORECASE,
)
OTTER_NOTEBOOK = re.compile(r"""otter\s*\.\s*Notebook\(\s*["']([^"'\n]+?)(?:\.ipynb)?["']""")
OTTER_CHECK = re.compile(r"""grader\s*\.\s*check\(\s*["']([^"'\n]+)["']""")
SHOWN = 60


def refuse_language(draft: Draft) -> None:
    """Unreadable when the notebook names another language and nowhere Python."""
    if any(PYTHON.fullmatch(language) for language in draft.languages):
        return
    kernel = draft.metadata.get("kernelspec")
    name = kernel.get("name") if isinstance(kernel, dict) else None
    languages = [*draft.languages]
    if not languages and isinstance(name, str) and FOREIGN_KERNEL.fullmatch(name):
        languages.append(name)
    if languages:
        raise Unreadable(FOREIGN_LANGUAGE.format(language=_shown(languages[0])))


def refuse_stranger(
    draft: Draft, cells: Sequence[CodeCell], found: Definitions, bundle: Bundle
) -> tuple[str, ...]:
    """Unreadable for a notebook of another assignment, which the reason names.

    What a notebook says of itself counts, unless it answers at least half of this assignment's
    questions all the same: then it is graded, and the repair says so.
    """
    sources = [cell.source for cell in cells]
    checked = list(dict.fromkeys(_all(OTTER_CHECK, sources)))
    ours = {question.id for question in bundle.questions}
    answering = sum(any(found[name] for name in question.names) for question in bundle.questions)
    label = _label(draft)
    others = [label] if label else _all(OTTER_NOTEBOOK, sources)[:1]
    other = _shown(others[0]) if others and others[0] != bundle.slug else ""
    half = 2 * answering >= len(bundle.questions)
    if label == bundle.slug or (answering and (half or not other)):
        return (MISLABELLED.format(other=other, slug=bundle.slug),) if label and other else ()
    if other and not ours & set(checked):
        raise Unreadable(OTHER_ASSIGNMENT.format(other=other, slug=bundle.slug))
    if ours & set(checked):
        return ()
    if checked:
        questions = ", ".join(_shown(question) for question in checked[:6])
        raise Unreadable(OTHER_QUESTIONS.format(questions=questions, slug=bundle.slug))
    names = ", ".join(name for question in bundle.questions for name in question.names)
    raise Unreadable(NOTHING.format(slug=bundle.slug, names=names))


def _label(draft: Draft) -> str:
    """The assignment that the release wrote into the notebook's metadata."""
    entry = draft.metadata.get("mathtx")
    label = entry.get("assignment") if isinstance(entry, dict) else None
    return label if isinstance(label, str) else ""


def _all(pattern: re.Pattern[str], sources: Iterable[str]) -> list[str]:
    return [match for source in sources for match in pattern.findall(source)]


def _shown(text: str) -> str:
    shown = clean(text)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
