"""An edited notebook → the source files that have to change; a pure function.

Whatever cannot be mapped to a file is refused in one line: nothing that was written may get lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.authoring.assignment import INTRO, SETTINGS
from autograder.authoring.tools.desk import GUIDE, MINE, PATHS, options_of
from autograder.authoring.tools.percent_text import PlainCell, rewritten, tidied
from autograder.authoring.tools.settings_text import in_order, setup_of, with_setup
from autograder.authoring.written import PROMPT, RUBRIC
from autograder.errors import UsageError

FUNCTION = re.compile(r"^def\s+(\w+)", re.MULTILINE)
OPENED = re.compile(r"q\d+-\d+")
"""the id of a cell that `open` wrote"""
OPTION = re.compile(r"\w+")


@dataclass(frozen=True)
class _Cell:
    number: int
    kind: str
    source: str
    options: Mapping[str, Any]
    begins: str


def changes(
    slug: str, cells: Sequence[Mapping[str, Any]], sources: Mapping[str, str]
) -> dict[str, str]:
    """Path below the assignment → new text, for the files that differ; UsageError when unclear."""
    sections = _sections(_read(slug, cells), sources)
    wanted: dict[str, str] = {}
    questions = []
    for name, section in sections.items():
        if name == SETTINGS:
            _same_kind(section, "code", "the setup cell, which holds Python")
        elif name.endswith(".py"):
            questions.append(name.partition("/")[0])
            wanted[name] = _question(name, section, sources[name])
        else:
            _same_kind(section, "markdown", f"{name}, which is all text")
            wanted[name] = _prose(name, section, sources[name])
    wanted[SETTINGS] = _settings(sections.get(SETTINGS, []), questions, sources[SETTINGS])
    return {name: text for name, text in wanted.items() if text != sources[name]}


def _read(slug: str, cells: Sequence[Mapping[str, Any]]) -> list[_Cell]:
    """The cells that are the author's."""
    guides = {text.format(slug=slug) for text in (GUIDE, PATHS)}
    read = []
    for number, cell in enumerate(cells, start=1):
        source, mine = "".join(cell["source"]), cell["metadata"].get(MINE, {})
        if mine.get("guide"):
            if tidied(source) not in guides and tidied(source):
                raise _refused(
                    number,
                    source,
                    "text in a cell that is not saved",
                    "a cell of its own",
                    "copy it there",
                )
            continue
        if cell["cell_type"] not in ("markdown", "code"):
            raise _refused(
                number, source, f"a {cell['cell_type']} cell", "markdown or code", "change its kind"
            )
        if cell.get("attachments"):
            raise _refused(
                number,
                source,
                "a picture pasted into a cell",
                "text, a source holds no pictures",
                "remove it or draw it in a figure cell",
            )
        options = options_of(cell)
        odd = [key for key in options if not OPTION.fullmatch(key)]
        if odd:
            raise _refused(
                number,
                source,
                f"the metadata '{odd[0]}'",
                "names of letters and digits",
                "remove it",
            )
        begins = str(mine.get("begins", ""))
        fresh = not OPENED.fullmatch(str(cell.get("id", ""))) and not begins
        if fresh and not tidied(source) and not options:
            continue  # the empty cell that Shift + Enter leaves behind
        read.append(_Cell(number, cell["cell_type"], source, options, begins))
    return read


def _sections(cells: Sequence[_Cell], sources: Mapping[str, str]) -> dict[str, list[_Cell]]:
    """File → its cells, in the notebook's order."""
    sections: dict[str, list[_Cell]] = {}
    current = ""
    for cell in cells:
        if cell.begins and cell.begins != current:  # both halves of a split cell say the same
            if cell.begins in sections:
                raise _refused(
                    cell.number,
                    cell.source,
                    f"a second cell that begins {cell.begins}",
                    "one, the first of its question",
                    "undo the copy, or move the question's cells together",
                )
            if cell.begins not in sources:
                raise _refused(
                    cell.number,
                    cell.source,
                    f"a cell that begins {cell.begins}",
                    "a file of this assignment",
                    "remove the cell, or open the assignment again",
                )
            current = cell.begins
        elif not current:
            raise _refused(
                cell.number,
                cell.source,
                "a cell above the introduction",
                "the introduction first",
                "move it down",
            )
        sections.setdefault(current, []).append(cell)
    expected = [name for name in sources if name != SETTINGS or setup_of(sources[SETTINGS])]
    missing = [name for name in expected if name not in sections]
    if missing:
        raise UsageError(
            f"found no cell that begins {missing[0]}; wanted the first cell of every file, a "
            "question's heading for one; undo its removal (a question is taken out by hand: its "
            f"folder, and its line in {SETTINGS})"
        )
    fixed = [name for name in (INTRO, SETTINGS) if name in sections]
    last = [name for name in (PROMPT, RUBRIC) if name in sections]
    questions = [name for name in sections if name.endswith(".py")]
    order = list(sections)
    if order != [*fixed, *questions, *last]:
        wrong = next(a for a, b in zip(order, [*fixed, *questions, *last], strict=True) if a != b)
        raise UsageError(
            f"found {wrong} out of its place; wanted the introduction, the setup cell, the "
            "questions, the written question, its rubric; move its cells back"
        )
    return sections


def _question(name: str, section: Sequence[_Cell], text: str) -> str:
    question = name.partition("/")[0]
    answers = [cell for cell in section if cell.options.get("tags") == ["answer"]]
    defined = FUNCTION.search(answers[0].source) if answers else None
    found = f"{len(answers)} answer cells"
    if len(answers) == 1:
        found = f"the answer cell of {defined[1] if defined else 'no function'}"
    if len(answers) != 1 or not defined or defined[1] != question:
        raise _refused(
            (answers or section)[-1].number,
            (answers or section)[-1].source,
            f"{found} under the heading of {question}",
            f"one that begins with def {question}(…)",
            "move the cells of a question together, below its heading",
        )
    # A cell that only looks like another file's mark is a cell all the same.
    plain = [PlainCell(c.kind == "markdown", tidied(c.source), c.options) for c in section]
    changed = rewritten(Path(name), text, plain)
    if changed is None:
        bad = next((c for c in section if re.search(r"^#\s*%%", c.source, re.M)), section[0])
        raise _refused(
            bad.number,
            bad.source,
            "a cell that a source file cannot hold",
            "no line that begins with '# %%'",
            "split the cell there",
        )
    return changed


def _prose(name: str, section: Sequence[_Cell], text: str) -> str:
    new = "\n\n".join(cell.source.strip() for cell in section if cell.source.strip())
    if not new:
        raise _refused(section[0].number, "", f"no text for {name}", "some", "write it")
    old = text.strip()
    return text if new == old else text.replace(old, new, 1) if old else new + "\n"


def _settings(setup: Sequence[_Cell], questions: Sequence[str], text: str) -> str:
    new = "\n\n".join(tidied(cell.source) for cell in setup if cell.source.strip())
    changed: str | None = text
    if setup and new != tidied(setup_of(text)):
        changed = with_setup(text, new)
    if changed is None:
        raise UsageError(
            f"found an edited setup cell, and a setup in {SETTINGS} that is not written between "
            '"""; wanted it so; change it there by hand'
        )
    ordered = in_order(changed, questions)
    if ordered is None:
        raise UsageError(
            f"found the questions in the order {', '.join(questions)}, and a [points] in "
            f"{SETTINGS} that cannot be put into it; wanted one question a line; "
            "change it there by hand"
        )
    return ordered


def _same_kind(section: Sequence[_Cell], kind: str, where: str) -> None:
    for cell in section:
        if cell.kind != kind:
            raise _refused(
                cell.number,
                cell.source,
                f"a {cell.kind} cell in {where}",
                f"a {kind} cell",
                "move it below the heading of a question",
            )


def _refused(number: int, source: str, found: str, wanted: str, advice: str) -> UsageError:
    first = next((line.strip() for line in source.split("\n") if line.strip()), "")
    return UsageError(f"cell {number} ('{first[:40]}'): found {found}; wanted {wanted}; {advice}")
