"""Cells split, copied, moved, turned to text, lost; and what a paste leaves in them."""

# ruff: noqa: E501 - the tables of damage read better with a row to a line

from __future__ import annotations

import copy

from tests.damage.assignment import (
    RIGHT,
    Case,
    Document,
    answered,
    cell,
    code,
    drop,
    each,
    index,
    insert,
    markdown,
    repaired,
    source,
)

BLANK = {
    "add": 'def add(a, b):\n    """a + b, for numbers and arrays."""\n    ...',
    "double": "def double(x):\n    ...  # YOUR CODE HERE",
    "half": "def half(x):\n    ...\n\n\ndef third(f, x):\n    ...",
}
CHECKS = ("add-check", "double-check", "half-check")


def split(d: Document, question: str, *marks: str, between: tuple[str, ...] = ()) -> Document:
    """The answer cell cut before each mark; other cells between the first two pieces."""
    pieces, rest = [], source(d, question)
    for mark in marks:
        first, found, rest = rest.partition(mark)
        pieces.append(first)
        rest = found + rest
    pieces.append(rest)
    pieces = [piece.strip("\n") for piece in pieces]
    d = insert(d, f"{question}-answer", *between, *pieces[1:], after=True)
    cell(d, f"{question}-answer")["source"] = pieces[0]
    return d


def move(d: Document, name: str, place: int) -> Document:
    d = copy.deepcopy(d)
    d["cells"].insert(place, d["cells"].pop(index(d, name)))
    return d


def turned(d: Document, name: str, kind: str, form: str = "{}") -> Document:
    d = copy.deepcopy(d)
    found = cell(d, name)
    found["cell_type"], found["source"] = kind, form.format(found["source"])
    found.pop("outputs", None)
    found.pop("execution_count", None)
    return d


def turned_all(d: Document, kind: str, form: str = "{}") -> Document:
    for name in ("setup", "add-answer", "double-answer", "half-answer"):
        d = turned(d, name, kind, form)
    return d


def merged(d: Document, *questions: str, onto: str) -> Document:
    """These questions' answers in the cell of another; their own cells are gone."""
    whole = "\n\n\n".join([source(d, onto), *(source(d, q) for q in questions)])
    return answered(drop(d, *(f"{q}-answer" for q in questions)), **{onto: whole})


def prompts(text: str, first: str, later: str) -> str:
    rows = text.split("\n")
    inside = [f"{later if row[:1] in ('', ' ') else first}{row}" for row in rows]
    return "\n".join(inside)


def ipython(text: str) -> str:
    first, *rest = text.split("\n")
    return "\n".join([f"In [3]: {first}", *(f"   ...: {row}" for row in rest)])


def numbered(text: str) -> str:
    return "\n".join(f"{n:3}  {row}" for n, row in enumerate(text.split("\n"), start=1))


def indented(text: str) -> str:
    return "\n".join(f"    {row}" for row in text.split("\n"))


DEFAULT = "def add(a, b, kind=np.float64):\n    return np.asarray(a, kind) + np.asarray(b)"

PLACES = {
    "split_before_the_body": repaired(
        lambda d: split(d, "double", "\n    if"), "cells 8 and 9 were one cell"
    ),
    "split_in_the_body": repaired(lambda d: split(d, "double", "\n    return"), "were joined"),
    "split_in_a_line": repaired(lambda d: split(d, "double", "isinstance"), "were joined"),
    "split_in_a_text": repaired(lambda d: split(d, "double", "number, please"), "were joined"),
    "split_in_three": repaired(
        lambda d: split(d, "double", "\n    if", "\n    return"), "were joined"
    ),
    "split_between_functions": Case(lambda d: split(d, "half", "def third")),
    "split_around_an_empty_cell": repaired(
        lambda d: split(d, "double", "\n    return", between=("", "# a note")), "were joined"
    ),
    "split_around_the_check": repaired(
        lambda d: split(d, "double", "\n    return", between=('grader.check("double")',)),
        "were joined",
    ),
    "split_dedented": repaired(
        lambda d: insert(
            answered(d, double=RIGHT["double"].partition("\n    return")[0]),
            "double-answer", "return 2 * x", after=True,
        ),
        "were joined",
    ),
    "blank_copy_above": Case(lambda d: insert(d, "add-answer", BLANK["add"])),
    "blank_copy_below": repaired(
        lambda d: insert(d, "add-answer", BLANK["add"], after=True),
        "cell 6 holds the unfilled answer cell of add below the answer in cell 5",
    ),
    "blank_copy_at_the_end": repaired(
        lambda d: insert(d, "half-check", BLANK["double"], after=True), "unfilled answer cell of dou"
    ),
    "blank_copies_of_all": repaired(
        lambda d: insert(d, "half-check", *BLANK.values(), after=True), "of add", "of half"
    ),
    "answered_above_in_prompts": repaired(
        lambda d: insert(answered(d, add=BLANK["add"]), "add-answer",
                         prompts(RIGHT["add"], ">>> ", "... ")),
        "unfilled answer cell of add",
    ),
    "answered_above_indented": repaired(
        lambda d: insert(answered(d, add=BLANK["add"]), "add-answer", indented(RIGHT["add"])),
        "unfilled answer cell of add",
    ),
    "answered_below_the_check": Case(
        lambda d: insert(answered(d, add=BLANK["add"]), "add-check", RIGHT["add"], after=True)
    ),
    "answered_at_the_end": Case(
        lambda d: insert(answered(d, **BLANK), "half-check", *RIGHT.values(), after=True)
    ),
    "two_answers_the_last_right": Case(
        lambda d: insert(d, "add-answer", "def add(a, b):\n    return 0"),
        said=("add is defined in cells 5 and 6; the last definition counts",),
    ),
    "two_answers_the_last_wrong": Case(
        lambda d: insert(d, "half-check", "def add(a, b):\n    return 0", after=True),
        score=6.0,
        said=("the last definition counts",),
    ),
    "the_whole_notebook_twice": Case(lambda d: {**d, "cells": d["cells"] + d["cells"]}),
    "answers_in_reverse": Case(lambda d: {**d, "cells": d["cells"][::-1]}),
    "moved_to_the_end": Case(lambda d: move(d, "add-answer", 99)),
    "above_the_imports": Case(lambda d: move(d, "add-answer", 0)),
    "above_the_imports_it_needs": repaired(
        lambda d: move(answered(d, add=DEFAULT), "add-answer", 0), "import numpy as np"
    ),
    "imports_at_the_end": repaired(
        lambda d: move(answered(d, add=DEFAULT), "setup", 99), "import numpy as np"
    ),
    "merged": Case(lambda d: merged(d, "add", onto="double")),
    "all_in_the_first_cell": Case(lambda d: merged(d, "double", "half", onto="add")),
    "all_cells_merged": Case(
        lambda d: {**d, "cells": [code("\n".join(c["source"] for c in d["cells"]
                                                 if c["cell_type"] == "code"))]}
    ),
    "merged_with_the_check": Case(
        lambda d: drop(answered(d, add=RIGHT["add"] + '\n\ngrader.check("add")'), "add-check")
    ),
    "merged_with_a_broken_one": repaired(
        lambda d: merged(answered(d, double="def double(x)\n    return 2 * x"), "double", onto="add"),
        "cell 5", score=5.0,
    ),
    "in_markdown": repaired(
        lambda d: turned(d, "add-answer", "markdown"), "cell 5 had been turned into Markdown"
    ),
    "in_raw": repaired(
        lambda d: turned(d, "add-answer", "raw"), "cell 5 had been turned into raw text"
    ),
    "fenced_in_markdown": repaired(
        lambda d: turned(d, "add-answer", "markdown", "```python\n{}\n```"), "into Markdown"
    ),
    "fenced_in_tildes": repaired(
        lambda d: turned(d, "add-answer", "markdown", "~~~\n{}\n~~~\n"), "into Markdown"
    ),
    "fenced_with_a_sentence": repaired(
        lambda d: turned(d, "add-answer", "markdown", "My answer:\n\n```python\n{}\n```\nDone."),
        "into Markdown",
    ),
    "indented_in_markdown": repaired(
        lambda d: answered(turned(d, "add-answer", "markdown"), add=indented(RIGHT["add"])),
        "into Markdown",
    ),
    "all_in_markdown": repaired(lambda d: turned_all(d, "markdown"), "cell 3", "cell 12"),
    "all_in_raw": repaired(lambda d: turned_all(d, "raw"), "cell 5", "cell 8"),
    "heading_cells": Case(
        lambda d: each(d, lambda c: {**c, "cell_type": "heading"} if c["cell_type"] != "code" else c)
    ),
    "type_in_capitals": Case(lambda d: each(d, lambda c: {**c, "cell_type": c["cell_type"].title()})),
    "no_type": repaired(
        lambda d: each(d, lambda c: {k: v for k, v in c.items() if k != "cell_type"}),
        "did not say its type",
    ),
    "markdown_edited": Case(
        lambda d: each(d, lambda c: {**markdown("def add(a, b): see below"), "id": c["id"]}
                       if c["cell_type"] == "markdown" else c)
    ),
    "markdown_deleted": Case(
        lambda d: {**d, "cells": [c for c in d["cells"] if c["cell_type"] == "code"]}
    ),
    "check_deleted": Case(lambda d: drop(d, "add-check")),
    "all_checks_deleted": Case(lambda d: drop(d, *CHECKS)),
    "start_deleted": Case(lambda d: drop(d, "start")),
    "setup_deleted": repaired(lambda d: drop(d, "setup"), "import numpy as np"),
    "setup_and_start_deleted": repaired(
        lambda d: drop(d, "setup", "start", *CHECKS), "import numpy as np"
    ),
    "setup_broken": Case(
        lambda d: (cell(copied := copy.deepcopy(d), "setup").update(source="import numpy as np("),
                   copied)[1],
        "repaired", 7.0, ("import numpy as np",), ((3, 1, "SyntaxError"),),
    ),
    "answers_only": repaired(
        lambda d: {"cells": [code(text) for text in RIGHT.values()]}, "import numpy as np"
    ),
    "checks_edited": Case(
        lambda d: each(d, lambda c: {**c, "source": 'grader.check("add"'} if c["id"] == "add-check"
                       else c),
        stopped=((6, 1, "SyntaxError"),),
    ),
    "answer_deleted": Case(lambda d: drop(d, "add-answer"), score=6.0, said=("not answered",)),
    "blank": Case(lambda d: answered(d, **BLANK), score=0.0, said=("not answered",)),
    "empty_answer": Case(lambda d: answered(d, add=""), score=6.0, said=("not answered",)),
}  # fmt: skip

PASTES = {
    "prompts": Case(lambda d: answered(d, add=prompts(RIGHT["add"], ">>> ", "... "))),
    "ipython_prompts": Case(lambda d: answered(d, double=ipython(RIGHT["double"]))),
    "prompts_and_output": Case(
        lambda d: answered(d, add=prompts(RIGHT["add"], ">>> ", "... ") + "\n>>> add(2, 3)\n5")
    ),
    "numbered_lines": repaired(
        lambda d: answered(d, double=numbered(RIGHT["double"])), "line numbers"
    ),
    "indented": Case(lambda d: answered(d, add=indented(RIGHT["add"]))),
    "smart_quotes": repaired(
        lambda d: answered(d, double=RIGHT["double"].replace('"', "”")), "cell 8: characters"
    ),
    "no_break_spaces": repaired(
        lambda d: answered(d, add=RIGHT["add"].replace("    ", "\u00a0" * 4)), r"U\+00A0"
    ),
    "zero_width": repaired(
        lambda d: answered(d, add="\u200b" + RIGHT["add"].replace("return", "return\u200b")),
        r"U\+200B",
    ),
    "bidi_marks": repaired(
        lambda d: answered(d, add=RIGHT["add"].replace("return", "\u202areturn\u202c")), r"U\+202A"
    ),
    "full_width": repaired(
        lambda d: answered(d, add=RIGHT["add"].replace("(", "（").replace(")", "）")), "（"
    ),
    "minus_sign": repaired(
        lambda d: answered(d, double=RIGHT["double"].replace("2 * x", "3 * x − x")), "−"
    ),
    "superscript": Case(
        lambda d: answered(d, add="def add(a, b):\n    return a²"), score=6.0, said=("SyntaxError",),
        stopped=((5, 2, "SyntaxError"),),
    ),
    "tabs_among_spaces": repaired(
        lambda d: answered(d, double=RIGHT["double"].replace("        raise", "\traise")),
        "tabs were read as 8 spaces|tabs were read",
    ),
    "tabs_only": Case(lambda d: answered(d, double=RIGHT["double"].replace("    ", "\t"))),
    "fenced_code_cell": repaired(
        lambda d: answered(d, add=f"```python\n{RIGHT['add']}\n```"), "fence"
    ),
    "html_escapes": repaired(
        lambda d: answered(d, double=RIGHT["double"].replace('"', "&quot;")), "HTML"
    ),
    "form_feed": Case(lambda d: answered(d, add="\x0c" + RIGHT["add"])),
    "line_separators": repaired(
        lambda d: answered(d, add=RIGHT["add"].replace("\n", "\u2028")), r"U\+2028"
    ),
}  # fmt: skip
