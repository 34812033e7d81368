"""What is read in spite of its damage, what is not and why: the row a careful TA would give."""

# ruff: noqa: E501 - the tables of damage read better with a row to a line

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from typing import Any

import pytest

from autograder.grading.answers import definitions, is_unanswered
from autograder.grading.found import Found
from autograder.grading.read import read_submission
from autograder.model import Bundle, Submission

Document = dict[str, Any]
Read = Callable[..., Submission]


@pytest.fixture
def read(bundle: Bundle, found: Callable[..., Found]) -> Read:
    """Read bytes, or a document as JSON, under a name."""

    def reading(content: bytes | Document, name: str = "jane.ipynb") -> Submission:
        data = content if isinstance(content, bytes) else json.dumps(content, indent=1).encode()
        return read_submission(found(name), bundle, data)

    return reading


def unanswered(submission: Submission, bundle: Bundle) -> set[str]:
    found = definitions(submission.cells, bundle)
    return {question.id for question in bundle.questions if is_unanswered(question, found)}


# ---------------------------------------------------------------- damage that is mended


def old_format(d: Document) -> Document:
    cells = [
        {"cell_type": "code", "input": c["source"], "language": "python", "outputs": []}
        if c["cell_type"] == "code"
        else {"cell_type": c["cell_type"], "source": c["source"]}
        for c in d["cells"]
    ]
    heading = {"cell_type": "heading", "level": 1, "source": "Sums"}
    return {"nbformat": 3, "metadata": {}, "worksheets": [{"cells": [heading, *cells]}]}


def turned(d: Document, kind: str, wrap: str = "{}") -> Document:
    for cell in d["cells"]:
        if cell["source"].startswith("def add"):
            cell["cell_type"], cell["source"] = kind, wrap.format(cell["source"])
    return d


def lines(d: Document, *, ends: bool) -> Document:
    for cell in d["cells"]:
        parts = cell["source"].split("\n")
        cell["source"] = [f"{p}\n" for p in parts[:-1]] + parts[-1:] if ends else parts
    return d


def split(d: Document, marker: str) -> Document:
    """Cut the cell of `double` before the marker."""
    for index, cell in enumerate(d["cells"]):
        first, found, second = cell["source"].partition(marker)
        if found and cell["source"].startswith("def double"):
            cell["source"] = first.rstrip("\n")
            d["cells"].insert(index + 1, {**cell, "source": found.lstrip("\n") + second})
            return d
    raise AssertionError("nothing to split")


def answered_above(d: Document) -> Document:
    """The answer in a cell of its own, the answer cell below left as it was."""
    d["cells"].insert(3, {"cell_type": "code", "source": "def add(a, b):\n    return a + b"})
    for cell in d["cells"][4:]:
        if cell["source"].startswith("def add"):
            cell["source"] = 'def add(a, b):\n    """a + b"""\n    raise NotImplementedError("…")'
    return d


def without(d: Document, *keys: str) -> Document:
    for cell in d["cells"]:
        for key in keys:
            cell.pop(key, None)
    return d


def edited(d: Document, **changes: Any) -> Document:
    return {**d, **changes}


def with_cell(d: Document, cell: Any) -> Document:
    return edited(d, cells=[*d["cells"], cell])


def kernel(name: str, **more: str) -> Document:
    return {"kernelspec": {"name": name, **more}}


# What was done to a right notebook → what of it the repairs must say ("" when nothing needs mending).
MENDED: dict[str, tuple[Callable[[Document], Document | bytes], str]] = {
    "nothing": (lambda d: d, ""),
    "byte order mark": (lambda d: b"\xef\xbb\xbf" + json.dumps(d).encode(), ""),
    "utf-16": (lambda d: json.dumps(d, ensure_ascii=False).encode("utf-16"), ""),
    "utf-16 without mark": (lambda d: json.dumps(d).encode("utf-16-le"), ""),
    "utf-32": (lambda d: json.dumps(d).encode("utf-32"), ""),
    "latin-1": (
        lambda d: json.dumps(with_cell(d, {"cell_type": "markdown", "source": "Größe"}), ensure_ascii=False)
        .encode("latin-1"),
        "not UTF-8",
    ),
    "windows line ends": (lambda d: json.dumps(d, indent=1).replace("\n", "\r\n").encode(), ""),
    "nbformat 3": (old_format, "old notebook format"),
    "no metadata": (lambda d: {"cells": d["cells"]}, ""),
    "metadata of the wrong type": (lambda d: edited(d, metadata=[1]), ""),
    "no ids": (lambda d: without(d, "id"), ""),
    "duplicate ids": (lambda d: edited(d, cells=[{**c, "id": "x"} for c in d["cells"]]), ""),
    "no outputs, no counts": (lambda d: without(d, "outputs", "execution_count"), ""),
    "no cell metadata": (lambda d: without(d, "metadata"), ""),
    "source as lines": (lambda d: lines(d, ends=True), ""),
    "source as lines without ends": (lambda d: lines(d, ends=False), ""),
    "wrong kernel name": (lambda d: edited(d, metadata=kernel("conda-env-ml")), ""),
    "python 2 kernel": (lambda d: edited(d, metadata=kernel("python2", language="python")), ""),
    "kernel R, language Python": (
        lambda d: edited(d, metadata={**kernel("ir", language="R"), "language_info": {"name": "python"}}),
        "",
    ),
    "answer as Markdown": (lambda d: turned(d, "markdown"), "turned into Markdown"),
    "answer as fenced Markdown": (
        lambda d: turned(d, "markdown", "```python\n{}\n```"),
        "turned into Markdown",
    ),
    "answer as raw": (lambda d: turned(d, "raw"), "turned into raw text"),
    "imports as raw": (
        lambda d: edited(d, cells=[{**c, "cell_type": "raw"} if "numpy" in c["source"] else c for c in d["cells"]]),
        "turned into raw text",
    ),
    "cell type in capitals": (
        lambda d: edited(d, cells=[{**c, "cell_type": c["cell_type"].upper()} for c in d["cells"]]),
        "",
    ),
    "no cell type": (lambda d: without(d, "cell_type"), "did not say its type"),
    "a cell that is none": (lambda d: with_cell(d, "text"), "was no cell"),
    "a source that is none": (lambda d: with_cell(d, {"cell_type": "code", "source": 5}), "no text"),
    "a cell without source": (lambda d: with_cell(d, {"cell_type": "code"}), ""),
    "NUL in a cell": (lambda d: with_cell(d, {"cell_type": "code", "source": "x\0 = 1"}), "NUL"),
    "surrogate in a cell": (lambda d: with_cell(d, {"cell_type": "code", "source": "x = '\udc80'"}), ""),
    "split before the body": (lambda d: split(d, "\n    if"), "were joined"),
    "split in the body": (lambda d: split(d, "\n    return 2"), "were joined"),
    "split in a line": (lambda d: split(d, "isinstance"), "were joined"),
    "answered above the answer cell": (answered_above, "unfilled answer cell of add"),
    "copied": (lambda d: edited(d, cells=[*d["cells"], *d["cells"]]), ""),
    "moved": (lambda d: edited(d, cells=d["cells"][::-1]), ""),
    "magics": (lambda d: with_cell(d, {"cell_type": "code", "source": "%time add(1, 2)\n!ls\nadd?"}), ""),
    "text after the end": (lambda d: json.dumps(d).encode() + b"\n}\n", "after the notebook's end"),
    "NULs after the end": (lambda d: json.dumps(d).encode() + bytes(64), ""),
    "raw newline in a string": (lambda d: json.dumps(d).replace("\\n", "\n").encode(), ""),
    "huge output": (
        lambda d: with_cell(d, {"cell_type": "code", "source": "1", "outputs": ["x" * 3_000_000]}),
        "",
    ),
    "labelled as another assignment": (
        lambda d: edited(d, metadata={"mathtx": {"assignment": "08_products"}}),
        "says that it belongs to 08_products",
    ),
}  # fmt: skip


@pytest.mark.parametrize("damage", MENDED)
def test_mended(damage: str, read: Read, document: Callable[..., Document], bundle: Bundle) -> None:
    """It is graded, no answer is lost, and the repairs say what was mended."""
    change, said = MENDED[damage]
    submission = read(change(document()))
    assert submission.reason == ""
    assert unanswered(submission, bundle) == set()
    assert said in " ".join(submission.repairs)
    assert bool(said) == bool(submission.repairs)
    for cell in submission.cells:
        cell.source.encode()
        assert "\0" not in cell.source


PERCENT = "# ---\n# jupyter: x\n# ---\n# %% [markdown]\n# def add(a, b): no\n# %%\n{}\n#%%\n{}\n# %%\n{}\n"
NBCONVERT = (
    "#!/usr/bin/env python\n# # Sums\n\n# In[1]:\n\n\nget_ipython().run_line_magic('matplotlib', "
    "'inline')\nimport numpy as np\n\n# In[2]:\n\n\n{}\n\n# In[ ]:\n\n\n{}\n\n# In[4]:\n{}\n"
)


@pytest.mark.parametrize(
    "form", [PERCENT, NBCONVERT, "{}\n\n\n{}\n\n{}\n", "import os\n{}\n{}\n{}\n1 +\n"]
)
@pytest.mark.parametrize("name", ["jane.py", "jane.ipynb"])
def test_a_python_file(form: str, name: str, read: Read, document: Any, bundle: Bundle) -> None:
    """An export or a script is read cell by cell, and a broken part costs nothing else."""
    answers = [c["source"] for c in document()["cells"] if c["source"].startswith("def ")]
    submission = read(form.format(*answers).encode(), name)
    if name.endswith(".ipynb") and form.endswith("1 +\n"):
        assert "no JSON" in submission.reason
        return
    assert submission.reason == ""
    assert unanswered(submission, bundle) == set()
    assert "Python file" in " ".join(submission.repairs)
    assert not any("get_ipython" in cell.source for cell in submission.cells)


def test_a_scripts_lines_are_the_files(read: Read) -> None:
    """A part of a script says the line numbers of the file."""
    submission = read(b"import os\n\n\n@staticmethod\ndef add(a, b):\n    return a + b\n", "j.py")
    part = submission.cells[-1].source.split("\n")
    assert part[3:6] == ["@staticmethod", "def add(a, b):", "    return a + b"]


def test_a_notebook_called_python_file(read: Read, notebook: Callable[..., bytes]) -> None:
    """The content decides, not the name."""
    submission = read(notebook(), "jane.py")
    assert submission.reason == ""
    assert "is a notebook" in submission.repairs[0]


# ---------------------------------------------------------------- what is ungradable


def conflicted(data: bytes) -> bytes:
    rows = data.split(b"\n")
    rows[4:5] = [b"<<<<<<< HEAD", rows[4], b"=======", rows[4], b">>>>>>> theirs"]
    return b"\n".join(rows)


def other(d: Document, metadata: Any = None, name: str = "08_products") -> bytes:
    cells = [
        {"cell_type": "code", "source": f'import otter\ngrader = otter.Notebook("{name}.ipynb")'},
        {"cell_type": "code", "source": "def multiply(a, b):\n    return a * b"},
        {"cell_type": "code", "source": 'grader.check("multiply")'},
    ]
    return json.dumps({"cells": cells, "metadata": metadata or {}}).encode()


UNGRADABLE: dict[str, tuple[Callable[[Document], Any], str]] = {
    "empty": (lambda d: b"", "an empty file"),
    "white space": (lambda d: b" \n\n", "an empty file"),
    "NULs": (lambda d: bytes(100), "an empty file"),
    "only a byte order mark": (lambda d: b"\xff\xfe", "an empty file"),
    "truncated": (lambda d: json.dumps(d, indent=1).encode()[:700], r"breaks off in line \d+"),
    "truncated in a string": (lambda d: json.dumps(d).encode()[:200], "breaks off in line 1"),
    "bad JSON": (lambda d: json.dumps(d, indent=1).replace('"cells"', "cells").encode(), "in line 2"),
    "merge conflict": (lambda d: conflicted(json.dumps(d, indent=1).encode()), "markers in line 5"),
    "conflict at the top": (lambda d: b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> b\n", "markers in line 1"),
    "R": (lambda d: edited(d, metadata=kernel("ir", language="R")), "in r; wanted Python"),
    "R by name only": (lambda d: edited(d, metadata=kernel("ir")), "in ir; wanted Python"),
    "Julia": (lambda d: edited(d, metadata={"language_info": {"name": "julia"}}), "in julia"),
    "PDF": (lambda d: b"%PDF-1.7\n", "a PDF under the name"),
    "HTML": (lambda d: b"<!DOCTYPE html><html></html>", "a web page under the name"),
    "XML": (lambda d: b"\xef\xbb\xbf  <?xml version='1.0'?>", "a web page under the name"),
    "zip": (lambda d: b"PK\x03\x04....", "a zip archive under the name"),
    "picture": (lambda d: b"\x89PNG\r\n", "a picture under the name"),
    "prose": (lambda d: b"Dear TA, my notebook is attached.", "no JSON"),
    "noise": (lambda d: random.Random(0).randbytes(5000), "no JSON|no notebook"),
    "JSON list": (lambda d: b"[1, 2]", "it has no cells"),
    "JSON object": (lambda d: b'{"name": "jane"}', "it has no cells"),
    "cells of the wrong type": (lambda d: edited(d, cells="x"), "it has no cells"),
    "nested JSON": (lambda d: b'{"cells": ' + b"[" * 100_000, "nested too deeply"),
    "huge number": (lambda d: b'{"cells": [' + b"1" * 10_000 + b"]}", "thousands of digits"),
    "too many cells": (lambda d: edited(d, cells=[{}] * 6_000), "6000 cells; wanted at most"),
    "another by label": (lambda d: other(d, {"mathtx": {"assignment": "08_products"}}), r"\(08_products\)"),
    "another by Otter": (other, r"another assignment \(08_products\); wanted 07_sums"),
    "another by its checks": (lambda d: other(d).replace(b"otter.Notebook", b"otter.Book"), "multiply"),
    "no cells": (lambda d: {"cells": []}, "without a single cell"),
    "something else": (lambda d: {"cells": [{"cell_type": "code", "source": "print(1)"}]}, "none of the f"),
}  # fmt: skip


@pytest.mark.parametrize("damage", UNGRADABLE)
def test_ungradable(damage: str, read: Read, document: Callable[..., Document]) -> None:
    """The reason says what was found, where, and what to do."""
    change, said = UNGRADABLE[damage]
    submission = read(change(document()))
    assert submission.cells == ()
    assert re.search(said, submission.reason), submission.reason
    assert "\n" not in submission.reason


def test_a_python_file_in_conflict_or_of_nobody(read: Read) -> None:
    """A script has the same reasons."""
    conflict = b"x = 1\n<<<<<<< HEAD\ndef add(a, b): ...\n=======\n>>>>>>> b\n"
    assert "markers in line 2" in read(conflict, "jane.py").reason
    assert "none of the functions" in read(b"print('hello')\n", "jane.py").reason


def test_a_blank_notebook_is_read_and_needs_no_repair(
    read: Read, notebook: Callable[..., bytes], bundle: Bundle
) -> None:
    """As handed out: gradable, nothing answered."""
    blank = {question.id: question.placeholder for question in bundle.questions}
    submission = read(notebook(**blank))
    assert (submission.reason, submission.repairs) == ("", ())
    assert unanswered(submission, bundle) == {"add", "double", "half"}


@pytest.mark.parametrize(
    "body",
    ["...", "pass", "raise NotImplementedError", '"""doc"""', '"""doc"""\n    ...',
     'raise NotImplementedError("later")', '"""doc"""\n    pass\n    raise NotImplementedError()'],
)  # fmt: skip
def test_a_placeholder_is_no_answer(
    body: str, read: Read, notebook: Callable[..., bytes], bundle: Bundle
) -> None:
    """A body that says nothing leaves the question unanswered, whatever stood there before."""
    submission = read(notebook(add=f"def add(a, b):\n    {body}"))
    assert unanswered(submission, bundle) == {"add"}


@pytest.mark.parametrize(
    "answer",
    ["add = lambda a, b: a + b", "from operator import add", "import operator\nadd = operator.add",
     "def add(a, b):\n    return NotImplementedError", "try:\n    add = sum\nexcept: pass",
     "class add:\n    pass", "def add(a, b):\n    return (a +"],
)  # fmt: skip
def test_anything_else_is_an_answer(
    answer: str, read: Read, notebook: Callable[..., bytes], bundle: Bundle
) -> None:
    """A name may be bound in any way Python has, and a broken cell tried to."""
    assert unanswered(read(notebook(add=answer)), bundle) == set()


def test_a_set_aside_answer_stays_aside(read: Read, document: Callable[..., Document]) -> None:
    """Raw text counts only where no code cell answers; prose that quotes code never does."""
    d = document()
    d["cells"] += [
        {"cell_type": "raw", "source": "def add(a, b):\n    return 'old'"},
        {"cell_type": "markdown", "source": "Write\n```python\ndef missing(a):\n```\nas above"},
    ]
    assert read(d).repairs == ()


def test_the_written_answer_is_no_code(read: Read, document: Callable[..., Document]) -> None:
    """What a person marks may hold a function; it is never run."""
    d = document(add="")
    written = {"mathtx": {"written": True}}
    source = "def add(a, b):\n    return a + b"
    d["cells"].append({"cell_type": "markdown", "source": source, "metadata": written})
    assert read(d).repairs == ()
    d["cells"][-1]["metadata"] = {}
    assert read(d).repairs != ()


def test_no_bytes_raise(read: Read, notebook: Callable[..., bytes]) -> None:
    """Thousands of mutations of a notebook: a submission every time."""
    source = random.Random(7)
    whole = notebook()
    for _ in range(1500):
        data = bytearray(whole)
        for _ in range(source.randint(1, 6)):
            at = source.randrange(len(data))
            match source.randrange(4):
                case 0:
                    data[at] = source.randrange(256)
                case 1:
                    del data[at : at + source.randrange(40)]
                case 2:
                    data[at:at] = source.choice([b"{", b"]", b"null", b"\0", b'"', b"\xff", b"\\u"])
                case 3:
                    data[at:at] = data[: source.randrange(200)]
        name = source.choice(["jane.ipynb", "jane.py"])
        submission = read(bytes(data), name)
        assert "could not be read" not in submission.reason, bytes(data)
        for cell in submission.cells:
            cell.source.encode()


def test_json_of_any_shape_raises_nothing(read: Read, document: Callable[..., Document]) -> None:
    """Values of the wrong type anywhere in the notebook's JSON."""
    source = random.Random(11)
    odd = [None, True, -1, 1e308, "", "def add(a, b): return 1", [], {}, [[]], {"cells": []}]

    def mutate(value: Any, depth: int = 0) -> Any:
        if source.random() < 0.08:
            return source.choice(odd)
        if isinstance(value, dict):
            return {k: mutate(v, depth + 1) for k, v in value.items() if source.random() > 0.03}
        if isinstance(value, list):
            return [mutate(v, depth + 1) for v in value]
        return value

    for _ in range(600):
        submission = read(mutate(document()))
        assert "could not be read" not in submission.reason
