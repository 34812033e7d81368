"""A sample class made from an assignment's attempts: right, wrong, hostile and damaged notebooks.

Everything follows from the source: the same assignment gives the same bytes. Nothing here knows
what a question is about; a hostile answer is built from the placeholder's signature.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Collection, Mapping

from autograder.authoring import filled_notebook
from autograder.model import Assignment, Question

# What each hostile notebook tries. The cell stands before every answer.
PATCH_NUMPY = """\
import numpy as np
for name in ("allclose", "isclose", "array_equal"):
    setattr(np, name, lambda *args, **kwargs: True)
np.testing.assert_allclose = lambda *args, **kwargs: None
"""
FORK_BOMB = """\
import os, socket
while os.fork() >= 0:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
"""
REFERENCE = "import mathtx_ref"
LYING = """\
class Right(float):
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = lambda self, other: True
    __hash__ = float.__hash__
return Right(0.0)
"""
SOLVED_BY_REFERENCE = """\
import importlib, pkgutil, mathtx_ref
for module in pkgutil.iter_modules(mathtx_ref.__path__):
    found = getattr(importlib.import_module("mathtx_ref." + module.name), "{name}", None)
    if found is not None:
        return found(*{arguments})
"""


def sample_class(assignment: Assignment) -> dict[str, bytes]:
    """Path inside the submissions folder → bytes handed in; 24 of them, one folder per student."""
    solutions = {question.id: question.answer for question in assignment.questions}
    notebooks = _right(assignment, solutions)
    notebooks |= _wrong(assignment, solutions)
    notebooks |= _hostile(assignment, solutions)
    files = {f"{student}/{assignment.slug}.ipynb": data for student, data in notebooks.items()}
    return files | _damaged(assignment, solutions)


def _right(assignment: Assignment, solutions: Mapping[str, str]) -> dict[str, bytes]:
    """The solution and two mixtures of accepted attempts."""
    return {
        "ada": filled_notebook(assignment, solutions),
        "ben": filled_notebook(assignment, _mixture(assignment, solutions, accepted=True, index=0)),
        "cleo": filled_notebook(
            assignment, _mixture(assignment, solutions, accepted=True, index=-1)
        ),
    }


def _wrong(assignment: Assignment, solutions: Mapping[str, str]) -> dict[str, bytes]:
    """One misconception, several, nothing but misconceptions, half a notebook, an untouched one."""
    questions = assignment.questions
    half = {q.id: q.answer for q in questions[: (len(questions) + 1) // 2]}
    notebooks = {"hugo": filled_notebook(assignment, half), "ines": filled_notebook(assignment, {})}
    for index, student in enumerate(["dara", "emil", "fay", "gus"]):
        question = questions[index % len(questions)]
        chosen = _mixture(assignment, solutions, index=index, only={question.id})
        notebooks[student] = filled_notebook(assignment, chosen)
    for index, student in enumerate(["jana", "kofi"]):
        several = {question.id for question in questions[index::2]}
        chosen = _mixture(assignment, solutions, index=index, only=several)
        notebooks[student] = filled_notebook(assignment, chosen)
    notebooks["lena"] = filled_notebook(assignment, _mixture(assignment, solutions, index=2))
    return notebooks


def _hostile(assignment: Assignment, solutions: Mapping[str, str]) -> dict[str, bytes]:
    """Each tries for points it did not earn, or to take the batch down."""
    first, *_, last = assignment.questions
    lying = {q.id: _with_body(q, LYING) for q in assignment.questions}
    stolen = {q.id: _with_body(q, SOLVED_BY_REFERENCE) for q in assignment.questions}
    patched = {q.id: _with_body(q, "return 0.0") for q in assignment.questions}
    return {
        "mallory": _with_cell(filled_notebook(assignment, patched), PATCH_NUMPY),
        "nemo": _with_cell(filled_notebook(assignment, stolen), REFERENCE),
        "oskar": filled_notebook(assignment, lying),
        "pia": filled_notebook(
            assignment, {**solutions, first.id: _with_body(first, "while True:\n    pass")}
        ),
        "quinn": filled_notebook(
            assignment, {**solutions, last.id: _with_body(last, "import os\nos._exit(0)")}
        ),
        "rosa": _with_cell(filled_notebook(assignment, solutions), FORK_BOMB),
    }


def _damaged(assignment: Assignment, solutions: Mapping[str, str]) -> dict[str, bytes]:
    """Two a human would mark with a shrug, four nobody could read."""
    right = filled_notebook(assignment, solutions)
    name = f"{assignment.slug}.ipynb"
    return {
        f"sven/{name}": _old_format(right),
        f"tara/{name}": _answers_as_markdown(right),
        f"uma/{name}": right[: len(right) // 2],
        f"vito/{name}": _merge_conflict(right),
        f"wim/{name}": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        f"xenia/{name}": b"",
    }


def _mixture(
    assignment: Assignment,
    solutions: Mapping[str, str],
    *,
    index: int,
    accepted: bool = False,
    only: Collection[str] = (),
) -> dict[str, str]:
    """One attempt for each question (of `only`, when given), the solution for the others.

    Counted round from the index-th on, the first whose helpers no other answer calls by the same
    name; where there is none, the solution stays.
    """
    chosen = dict(solutions)
    for question in assignment.questions:
        if only and question.id not in only:
            continue
        others = [_helpers(source) for id_, source in chosen.items() if id_ != question.id]
        taken = set().union(*others)
        attempts = [a.source for a in question.attempts if a.accepted is accepted]
        start = index % len(attempts)
        turned = attempts[start:] + attempts[:start]
        free = (source for source in turned if not _helpers(source) & taken)
        chosen[question.id] = next(free, chosen[question.id])
    return chosen


def _helpers(source: str) -> set[str]:
    """What an answer defines, its questions' own functions included."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    return {node.name for node in ast.parse(source).body if isinstance(node, kinds)}


def _with_body(question: Question, body: str) -> str:
    """The question's functions with this body; {name} and {arguments} are filled in."""
    functions = []
    for node in ast.parse(question.placeholder).body:
        if isinstance(node, ast.FunctionDef):
            arguments = [argument.arg for argument in node.args.args]
            filled = body.replace("{name}", node.name)
            filled = filled.replace("{arguments}", f"({', '.join(arguments)},)")
            node.body = ast.parse(f"def body():\n{_indented(filled)}").body[0].body  # type: ignore[attr-defined]
            functions.append(ast.unparse(ast.fix_missing_locations(node)))
    return "\n\n".join(functions)


def _with_cell(notebook: bytes, source: str) -> bytes:
    """The notebook with one more code cell, right after the introduction."""
    document = json.loads(notebook)
    cell: dict[str, object] = {
        "cell_type": "code",
        "execution_count": None,
        "id": "extra",
        "metadata": {},
        "outputs": [],
        "source": source,
    }
    document["cells"].insert(1, cell)
    return json.dumps(document, indent=1).encode()


def _indented(code: str) -> str:
    return "\n".join("    " + line for line in code.splitlines())


def _old_format(notebook: bytes) -> bytes:
    """The same notebook as nbformat 3 stored it: worksheets, `input` for `source`."""
    document = json.loads(notebook)
    cells = []
    for cell in document["cells"]:
        old = {"cell_type": cell["cell_type"], "metadata": {}, "source": cell["source"]}
        if cell["cell_type"] == "code":
            old = {
                "cell_type": "code",
                "language": "python",
                "metadata": {},
                "input": cell["source"],
                "outputs": [],
            }
        cells.append(old)
    old_document = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [{"cells": cells, "metadata": {}}],
    }
    return json.dumps(old_document, indent=1).encode()


def _answers_as_markdown(notebook: bytes) -> bytes:
    """The first cell that defines a function became Markdown by a slip of the keyboard."""
    document = json.loads(notebook)
    for cell in document["cells"]:
        if cell["cell_type"] == "code" and "".join(cell["source"]).startswith("def "):
            cell["cell_type"] = "markdown"
            cell.pop("outputs", None)
            cell.pop("execution_count", None)
            break
    return json.dumps(document, indent=1).encode()


def _merge_conflict(notebook: bytes) -> bytes:
    """Half of each of two versions, as git leaves them."""
    lines = notebook.decode().splitlines(keepends=True)
    middle = len(lines) // 2
    conflict = ["<<<<<<< HEAD\n", lines[middle], "=======\n", lines[middle], ">>>>>>> theirs\n"]
    return "".join(lines[:middle] + conflict + lines[middle:]).encode()
