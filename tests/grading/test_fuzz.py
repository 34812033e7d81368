"""Thousands of mutated notebooks: each is read, and each reason is one that a person wrote."""

from __future__ import annotations

import copy
import json
import random
import re
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
Read = Callable[[bytes, str], None]

REASON = re.compile(r"found [^\n]+; wanted [^\n]+; [^\n]+")
"""What was found, what was wanted, what to do: the form of every reason."""

PIECES = (
    "“", "’", "−", "\t", "\u00a0", "\u200b", "\0", "\ud800", "\r\n", "\x0c", "\\\n", "```", '"""',
    "%%time\n", "!ls\n", "?x\n", "def double(x):\n", "    return 1\n", "global double\n", "@f\n",
    "exec(\"double = 1\")\n", "del double\n", "class double: pass\n", "double = double(2)\n",
    "lambda: (yield)", "await f()\n", "(" * 50, "-" * 300, "{" * 99, "f'{x!r:{y}}'", "match x:\n",
    ">>> x\n", "In [3]: x\n", "  12 ", "&quot;", "\u2028", "\u202e", "（", "×", "```python\n",
    "np.pi", "def half(x):\n    return np.divide(x, 2)\n", "import numpy as np\n", "    return x\n",
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


@pytest.fixture
def read(bundle: Bundle, found: Callable[..., Found]) -> Read:
    """Read bytes: cells that can be looked through, and repairs, or a reason in its form."""

    def reading(data: bytes, name: str) -> None:
        submission = read_submission(found(name), bundle, data)
        assert not (submission.reason and submission.cells), data
        for text in (submission.reason, *submission.repairs):
            assert "could not be read" not in text, data
            assert "\n" not in text, data
        assert not submission.reason or REASON.fullmatch(submission.reason), submission.reason
        definitions(submission.cells, bundle)
        for cell in submission.cells:
            cell.source.encode()

    return reading


FRAGMENTS = (
    b"{", b"}", b"]", b"null", b"\0", b'"', b"\xff", b"\\u", b"\\ud83d", b"\xef\xbb\xbf",
    b"\xff\xfe", b"\r", b",", b"\n<<<<<<< HEAD\n", b"\n=======\n", b'"cells": [', b"1e999", b"-",
    b"NaN", b"%PDF",
    b"# %%\n", b"def add(a, b):\n", b"\xe2\x80\xa8", b"\x1f\x8b", b"<html>",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_no_bytes_are_too_strange(seed: int, notebook: Callable[..., bytes], read: Read) -> None:
    """A notebook or a script with bytes changed, cut, doubled, moved: a submission every time."""
    chance = random.Random(100 + seed)
    whole = notebook()
    script = b"import numpy as np\n" + "\n".join(json.loads(whole)["cells"][4]["source"]).encode()
    for _ in range(1_000):
        data = bytearray(chance.choice([whole, whole, script]))
        for _ in range(chance.randint(1, 6)):
            at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
            match chance.randrange(6):
                case 0:
                    data[at : at + 1] = bytes([chance.randrange(256)])
                case 1:
                    del data[at : at + chance.randrange(40)]
                case 2:
                    data[at:at] = chance.choice(FRAGMENTS)
                case 3:
                    data[at:at] = data[end : end + 200]
                case 4:
                    data = bytearray(bytes(data).replace(b"\n", chance.choice(FRAGMENTS), 2))
                case 5 if chance.random() < 0.2:
                    del data[at:]
        read(bytes(data), chance.choice(["jane.ipynb", "jane.py", "jane.ipynb.txt"]))


ODD = (
    None,
    True,
    -1,
    1e308,
    "",
    "def add(a, b): return 1",
    [],
    {},
    [[]],
    {"cells": []},
    "r",
    "\ud800",
)


@pytest.mark.parametrize("seed", range(3))
def test_no_json_is_too_strange(
    seed: int, document: Callable[..., dict[str, Any]], read: Read
) -> None:
    """Values of any kind anywhere in a notebook of either format; keys lost, lists shuffled."""
    chance = random.Random(200 + seed)

    def mutated(value: Any) -> Any:
        if chance.random() < 0.03:
            return chance.choice(ODD)
        if isinstance(value, dict):
            return {k: mutated(v) for k, v in value.items() if chance.random() > 0.02}
        if isinstance(value, list):
            kept = [mutated(v) for v in value if chance.random() > 0.02]
            return chance.sample(kept, len(kept)) if chance.random() < 0.1 else kept
        return value

    new = document()
    old = {"nbformat": 3, "worksheets": [{"cells": new["cells"]}], "metadata": {"name": ""}}
    for _ in range(700):
        read(json.dumps(mutated(chance.choice([new, old]))).encode(), "jane.ipynb")


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
