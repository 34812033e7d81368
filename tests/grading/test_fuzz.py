"""Thousands of mutated notebooks: each is read, and each reason is one that a person wrote."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from autograder.grading.answers import broken_cells, copies_note, definitions
from autograder.grading.found import Found
from autograder.grading.python import declarations, statements_after, statements_before
from autograder.grading.read import read_submission
from autograder.grading.rebinding import rebinding
from autograder.model import Bundle

Cells = list[dict[str, Any]]

PIECES = (
    "“", "’", "−", "\t", "\u00a0", "\u200b", "\0", "\ud800", "\r\n", "\x0c", "\\\n", "```", '"""',
    "%%time\n", "!ls\n", "?x\n", "def double(x):\n", "    return 1\n", "global double\n", "@f\n",
    "exec(\"double = 1\")\n", "del double\n", "class double: pass\n", "double = double(2)\n",
    "lambda: (yield)", "await f()\n", "(" * 50, "-" * 300, "{" * 99, "f'{x!r:{y}}'", "match x:\n",
    "<<<<<<< HEAD\n=======\n>>>>>>> b\n", "import numpy as np, double\n", "from x import *\n",
)  # fmt: skip


def _source(cells: Cells, chance: random.Random) -> None:
    cell = chance.choice(cells)
    source = cell.get("source")
    text = source if isinstance(source, str) else ""
    at = chance.randrange(len(text) + 1)
    end = min(len(text), at + chance.choice([0, 0, 1, 5, 40]))
    cell["source"] = text[:at] + chance.choice(PIECES) + text[end:]


def _kind(cells: Cells, chance: random.Random) -> None:
    cell = chance.choice(cells)
    cell["cell_type"] = chance.choice(["code", "markdown", "raw", "heading", "", None, 7, []])


def _move(cells: Cells, chance: random.Random) -> None:
    cells.insert(chance.randrange(len(cells)), cells.pop(chance.randrange(len(cells))))


def _again(cells: Cells, chance: random.Random) -> None:
    cells.insert(chance.randrange(len(cells)), copy.deepcopy(chance.choice(cells)))


def _split(cells: Cells, chance: random.Random) -> None:
    at = chance.randrange(len(cells))
    text = str(cells[at].get("source"))
    cut = chance.randrange(len(text) + 1)
    cells[at : at + 1] = [{**cells[at], "source": text[:cut]}, {**cells[at], "source": text[cut:]}]


def _key(cells: Cells, chance: random.Random) -> None:
    cell = chance.choice(cells)
    key = chance.choice([*cell, "input", "language", "id"])
    value = chance.choice([None, 0, "", [], {}, ["a", "b"], [1], "r", True])
    if chance.random() < 0.4:
        cell.pop(key, None)
    else:
        cell[key] = value


MUTATIONS = (_source, _source, _source, _kind, _move, _again, _split, _key)


@pytest.mark.parametrize("seed", range(4))
def test_no_notebook_is_too_strange(
    seed: int,
    document: Callable[..., dict[str, Any]],
    bundle: Bundle,
    found: Callable[..., Found],
) -> None:
    """Read, looked through and taken apart without an error, whatever its cells hold."""
    chance = random.Random(seed)
    whole = json.dumps(document())
    for _ in range(500):
        notebook = json.loads(whole)
        for _ in range(chance.randint(1, 8)):
            chance.choice(MUTATIONS)(notebook["cells"], chance)
        data = json.dumps(notebook).encode()
        submission = read_submission(found(), bundle, data)
        assert "could not be read" not in submission.reason, data
        places = definitions(submission.cells, bundle)
        for question in bundle.questions:
            broken_cells(question, places)
            copies_note(question, places).encode()
            rebinding(submission.cells, question.names)
        for cell in submission.cells:
            line = chance.randrange(1, 6)
            for rest in (
                declarations(cell.source),
                statements_before(cell.source, line),
                statements_after(cell.source, line),
            ):
                assert len(rest) <= len(cell.source)
            cell.source.encode()
