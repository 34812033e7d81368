"""Damage to the file and to what surrounds the cells: formats, metadata, encodings, kernels."""

# ruff: noqa: E501 - the tables of damage read better with a row to a line

from __future__ import annotations

import base64
import json
import random
from typing import Any

from tests.damage.assignment import (
    RIGHT,
    Case,
    Cell,
    Document,
    answered,
    code,
    each,
    encoded,
    insert,
    markdown,
    repaired,
    ungradable,
)


def without(d: Document, *keys: str) -> Document:
    return each(d, lambda cell: {k: v for k, v in cell.items() if k not in keys})


def meta(d: Document, **metadata: Any) -> Document:
    """Nothing but this is said of the notebook as a whole."""
    return {**d, "metadata": metadata}


def kernel(d: Document, name: str, language: str = "", info: str = "") -> Document:
    spec = {"name": name, "display_name": name} | ({"language": language} if language else {})
    said = {"kernelspec": spec} | ({"language_info": {"name": info}} if info else {})
    return meta(d, **said)


def old_format(d: Document) -> Document:
    """As IPython 2 stored it: worksheets, `input`, `prompt_number`, a heading."""

    def old(cell: Cell) -> Cell:
        if cell["cell_type"] != "code":
            return {"cell_type": cell["cell_type"], "metadata": {}, "source": cell["source"]}
        head = {"cell_type": "code", "collapsed": False, "language": "python", "metadata": {}}
        return {**head, "input": cell["source"], "outputs": [], "prompt_number": 1}

    heading = {"cell_type": "heading", "level": 1, "metadata": {}, "source": ["Sums"]}
    cells = [heading, *(old(cell) for cell in d["cells"])]
    sheets = [{"cells": cells[:6], "metadata": {}}, {"cells": cells[6:], "metadata": {}}]
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": sheets}


def minor(d: Document, number: int) -> Document:
    return {**without(d, "id"), "nbformat": 4, "nbformat_minor": number}


def vs_code(d: Document) -> Document:
    """Saved by VS Code: its own ids and cell metadata, a kernel named after the environment."""
    d = each(d, lambda c: {**c, "metadata": {"vscode": {"languageId": "python"}}, "id": "3fa1b2c4"})
    info = {"name": "python", "version": "3.12.1", "file_extension": ".py"}
    spec = {"display_name": ".venv (3.12.1)", "language": "python", "name": "python3"}
    return meta(d, kernelspec=spec, language_info=info)


def colab(d: Document) -> Document:
    d = each(without(d, "id"), lambda c: {**c, "metadata": {"id": "aB3", "colab": {"x": 1}}})
    spec = {"name": "python3", "display_name": "Python 3"}
    return {**meta(d, colab={"provenance": []}, kernelspec=spec), "nbformat_minor": 0}


def deepnote(d: Document) -> Document:
    d = each(d, lambda c: {**c, "metadata": {"deepnote_cell_type": c["cell_type"], "cell_id": "1"}})
    return meta(without(d, "id"), deepnote={}, deepnote_notebook_id="1", orig_nbformat=2)


def kaggle(d: Document) -> Document:
    d = each(without(d, "id"), lambda c: {**c, "metadata": {"_uuid": "8f", "trusted": True}})
    return meta(d, kaggle={"accelerator": "none"}, language_info={"name": "python"})


def lines(d: Document, ends: bool) -> Document:
    def split(cell: Cell) -> Cell:
        return {**cell, "source": cell["source"].splitlines(keepends=ends)}

    return each(d, split)


def output(d: Document, *outputs: Any) -> Document:
    return insert(d, "add-check", code("1", outputs=list(outputs)))


def picture(data: str) -> Cell:
    return {"output_type": "display_data", "metadata": {}, "data": {"image/png": data}}


def attachment(d: Document) -> Document:
    note = {**markdown("![x](attachment:x.png)"), "attachments": {"x.png": {"image/png": "AAAA"}}}
    return insert(d, "add-answer", note)


def conflict_in_json(d: Document) -> bytes:
    rows = encoded(d).split(b"\n")
    rows[9:10] = [b"<<<<<<< HEAD", rows[9], b"=======", rows[9], b">>>>>>> 1a2b3c"]
    return b"\n".join(rows)


def another(label: str, otter: bool = True) -> Document:
    start = f'import otter\ngrader = otter.Notebook("{label}.ipynb")' if otter else "x = 1"
    cells = [code(start), code("def area(r):\n    return r"), code('grader.check("area")')]
    said = {"mathtx": {"assignment": label}} if otter else {}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": said, "cells": cells}


def umlaut(d: Document) -> str:
    noted = insert(d, "add-answer", markdown("Größe, naïve"))
    return json.dumps(noted, ensure_ascii=False, indent=1)


def unmarked(d: Document) -> Document:
    return {**d, "cells": [c for c in d["cells"] if "check" not in c["source"]]}


FORMATS = {
    "untouched": Case(lambda d: d),
    "nbformat_3": repaired(old_format, "old notebook format"),
    **{f"nbformat_4_{n}": Case(lambda d, n=n: minor(d, n)) for n in range(5)},
    "nbformat_in_words": Case(lambda d: {**d, "nbformat": "four", "nbformat_minor": None}),
    "nbformat_5": Case(lambda d: {**d, "nbformat": 5, "nbformat_minor": 99}),
    "no_nbformat": Case(lambda d: {"cells": d["cells"], "metadata": d["metadata"]}),
    "no_ids": Case(lambda d: without(d, "id")),
    "duplicate_ids": Case(lambda d: each(d, lambda c: {**c, "id": "same"})),
    "invalid_ids": Case(lambda d: each(d, lambda c: {**c, "id": "é " * 99})),
    "renamed_ids": Case(lambda d: each(d, lambda c: {**c, "id": c["id"][::-1]})),
    "ids_of_no_text": Case(lambda d: each(d, lambda c: {**c, "id": [7]})),
    "no_notebook_metadata": Case(lambda d: {k: v for k, v in d.items() if k != "metadata"}),
    "empty_notebook_metadata": Case(lambda d: meta(d)),
    "no_cell_metadata": Case(lambda d: without(d, "metadata")),
    "vs_code": Case(vs_code),
    "colab": Case(colab),
    "deepnote": Case(deepnote),
    "kaggle": Case(kaggle),
    "lines_with_ends": Case(lambda d: lines(d, True)),
    "lines_without_ends": Case(lambda d: lines(d, False)),
    "no_outputs": Case(lambda d: without(d, "outputs", "execution_count")),
    "odd_counts": Case(
        lambda d: each(d, lambda c: {**c, "execution_count": "many", "outputs": {"a": 1}})
    ),
    "broken_base64": Case(lambda d: output(d, picture("%%% no base64"), picture("AAAA="))),
    "outputs_that_are_none": Case(lambda d: output(d, None, 7, {"output_type": None})),
    "huge_outputs": Case(
        lambda d: output(
            d, picture(base64.b64encode(random.Random(1).randbytes(37 * 2**20)).decode())
        )
    ),
    "attachment": Case(attachment),
    "widgets_state": Case(
        lambda d: meta(d, widgets={"application/vnd.jupyter.widget-state+json": {"state": {}}})
    ),
    "text_after_the_end": repaired(
        lambda d: encoded(d) + b"\n }\n}\n", "text after the notebook's end"
    ),
    "json_with_nan": Case(lambda d: encoded({**d, "metadata": {**d["metadata"], "x": float("nan")}})),
    "wrong_label": repaired(
        lambda d: meta(d, mathtx={"assignment": "02_products"}), "says that it belongs to 02_prod"
    ),
}  # fmt: skip

KERNELS = {
    "no_kernelspec": Case(lambda d: meta(d, language_info={"name": "python"})),
    "python_2": Case(lambda d: kernel(d, "python2", "python")),
    "conda": Case(lambda d: kernel(d, "conda-env-ml-py")),
    "conda_called_r": Case(lambda d: kernel(d, "conda-env-r-py", "python")),
    "sage": Case(lambda d: kernel(d, "sagemath", "sage")),
    "xpython": Case(lambda d: kernel(d, "xpython", "python", "python")),
    "python_in_capitals": Case(lambda d: kernel(d, "python3", "Python", "Python")),
    "r_kernel_python_cells": ungradable(lambda d: kernel(d, "ir", "R", "R"), "in r; wanted Python"),
    "r": ungradable(
        lambda d: kernel(answered(d, add="add <- function(a, b) a + b", double="double <- 2",
                                  half="half <- function(x) x / 2"), "ir", "R", "R"),
        "in r; wanted Python",
    ),
    "julia": ungradable(
        lambda d: kernel(answered(d, add="add(a, b) = a + b", double="double(x) = 2x",
                                  half="half(x) = x / 2"), "julia-1.10", "julia"),
        "in julia; wanted Python",
    ),
    "octave": ungradable(
        lambda d: kernel(answered(d, add="function c = add(a, b)\nc = a + b;\nend", double="x = 1;",
                                  half="y = 2;"), "octave"),
        "in octave; wanted Python",
    ),
}  # fmt: skip

ENCODINGS = {
    "bom": Case(lambda d: b"\xef\xbb\xbf" + encoded(d)),
    "utf_16": Case(lambda d: umlaut(d).encode("utf-16")),
    "utf_16_no_mark": Case(lambda d: umlaut(d).encode("utf-16-le")),
    "utf_32": Case(lambda d: umlaut(d).encode("utf-32")),
    "latin_1": repaired(lambda d: umlaut(d).encode("latin-1", "replace"), "not UTF-8"),
    "crlf": Case(lambda d: encoded(d).replace(b"\n", b"\r\n")),
    "crlf_in_cells": Case(
        lambda d: each(d, lambda c: {**c, "source": c["source"].replace("\n", "\r\n")})
    ),
    "cr_only": Case(lambda d: encoded(d).replace(b"\n", b"\r")),
    "nuls_at_the_end": Case(lambda d: encoded(d) + bytes(4096)),
    "nul_in_a_cell": repaired(
        lambda d: answered(d, add=RIGHT["add"].replace("return", "\0return")), "NUL"
    ),
    "raw_newlines": Case(
        # The words of the checks hold backslashes of their own.
        lambda d: encoded({**d, "metadata": {}}).replace(b"\\n", b"\n")
    ),
}

UNREADABLE = {
    "empty": ungradable(lambda d: b"", "an empty file"),
    "nothing_but_nuls": ungradable(lambda d: bytes(9000), "an empty file"),
    "truncated": ungradable(lambda d: encoded(d)[:900], r"breaks off in line \d+.*again"),
    "truncated_one_line": ungradable(
        lambda d: encoded(d, indent=None)[:900], "breaks off in line 1"
    ),
    "conflict_in_json": ungradable(conflict_in_json, "conflict markers in line 10.*resolve"),
    "bad_json": ungradable(
        lambda d: encoded(d).replace(b'"cells"', b"cells"), "in line 2, column 2"
    ),
    "comma_before_the_end": ungradable(
        lambda d: encoded(d)[:-2] + b",\n}", r"no valid JSON.*in line \d+, column 1\)"
    ),
    "truncated_in_a_word": ungradable(
        lambda d: encoded(d).partition(b"ull")[0], r"breaks off in line \d+"
    ),
    "double_encoded": ungradable(lambda d: json.dumps(encoded(d).decode()).encode(), "no JSON"),
    "in_a_list": ungradable(lambda d: json.dumps([d]).encode(), "it has no cells"),
    "html": ungradable(lambda d: b"<!DOCTYPE html>\n<html></html>", "a web page under the name"),
    "login_page": ungradable(lambda d: b"\n\n  <html><body>Log in</body></html>", "a web page"),
    "pdf": ungradable(lambda d: b"%PDF-1.7\n%\xe2\xe3", "a PDF under the name"),
    "other_json": ungradable(lambda d: b'{"name": "x", "dependencies": {}}', "it has no cells"),
    "prose": ungradable(lambda d: b"Dear TA, see attachment.", "no JSON"),
    "another_assignment": ungradable(
        lambda d: another("02_products"), r"another assignment \(02_products\); wanted 01_sums"
    ),
    "something_else": ungradable(lambda d: another("", False), "area.*wanted 01_sums|none of the"),
    "no_cells": ungradable(lambda d: {**d, "cells": []}, "without a single cell"),
}

PERCENT = (
    "# ---\n# jupyter:\n#   kernelspec:\n#     name: python3\n# ---\n\n# %% [markdown]\n# # Sums\n"
)
LIGHT = "# # Sums\n#\n# Three exercises.\n\n"


def percent(d: Document) -> bytes:
    cells = [
        f"# %%\n{c['source']}\n" if c["cell_type"] == "code" else "# %% [markdown]\n# ### Text\n"
        for c in d["cells"]
    ]
    return (PERCENT + "\n".join(cells)).encode()


def jupyter_export(d: Document) -> bytes:
    cells = [
        f"# In[{n}]:\n\n\n{c['source']}\n\n" if c["cell_type"] == "code" else "# ### Text\n\n"
        for n, c in enumerate(d["cells"])
    ]
    head = "#!/usr/bin/env python\n# coding: utf-8\n\n"
    magic = "get_ipython().run_line_magic('matplotlib', 'inline')\n\n"
    return (head + magic + "\n".join(cells)).encode()


def light(d: Document) -> bytes:
    cells = [c["source"] if c["cell_type"] == "code" else "# ### Text" for c in d["cells"]]
    return (LIGHT + "\n\n".join(cells) + "\n").encode()


def marked_light(d: Document) -> bytes:
    """Jupytext's explicit cells of the light format."""
    cells = [
        f"# +\n{c['source']}\n# -" if c["cell_type"] == "code" else "# Text" for c in d["cells"]
    ]
    return "\n\n".join(cells).encode()


def spyder(d: Document) -> bytes:
    return percent(d).replace(b"# %%\n", b"#%% cell\n")


SCRIPTS = {
    name: repaired(make, "Python file")
    for name, make in {
        "percent": percent,
        "jupyter_export": jupyter_export,
        "light": light,
        "marked_light": marked_light,
        "spyder": spyder,
        "plain": lambda d: "\n\n".join(["import numpy as np", *RIGHT.values()]).encode(),
        "tabs": lambda d: light(d).replace(b"    ", b"\t"),
        "no_imports": lambda d: "\n\n".join(RIGHT.values()).encode(),
    }.items()
}
"""Handed in as `answers.py`."""
