"""Otter Assign, loaded without the parts of Otter that it never calls.

`import otter` loads its exporters, pandas, its widgets and a grammar of internet addresses: four
times the work of assigning a notebook.
"""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from types import ModuleType
from typing import Any, Final

_PACKAGE: Final = "otter"
NEEDED: Final = ("otter.assign", "otter.test_files.exception_test")
# What Otter Assign imports for PDFs, for running tests and for R: here it does none of it.
STAND_INS: Final[dict[str, dict[str, Any]]] = {
    "otter.api": {"grade_submission": None},
    "otter.export": {"export_notebook": None},
    "otter.generate.token": {"APIClient": None},
    "dill": {},
    "pandas": {"DataFrame": list},  # for a summary that goes into a log
    "jupytext": {},
}
LEFT_OUT: Final = ("rfc3987_syntax", "uri_template", "isoduration", "rfc3986_validator")
"""jsonschema does without them: they check addresses and durations, a notebook's format has none"""


def load_otter_assign() -> None:
    """Put the modules a build needs into sys.modules; a later `import otter` is the whole of it."""
    if _PACKAGE in sys.modules or all(name in sys.modules for name in NEEDED):
        return
    before = set(sys.modules)
    try:
        _load_lean()
    except Exception:  # another version of Otter, put together otherwise: then all of it
        for name in set(sys.modules) - before:
            if name.partition(".")[0] == _PACKAGE:
                del sys.modules[name]
        for name in NEEDED:
            importlib.import_module(name)


def _load_lean() -> None:
    spec = find_spec(_PACKAGE)
    if spec is None:
        return
    lent: dict[str, ModuleType | None] = {_PACKAGE: ModuleType(_PACKAGE)}
    lent[_PACKAGE].__path__ = list(spec.submodule_search_locations or ())  # type: ignore[union-attr]
    for name, content in STAND_INS.items():
        if name not in sys.modules:
            module = lent[name] = ModuleType(name)
            module.__dict__.update(content)
    lent |= {name: None for name in LEFT_OUT if name not in sys.modules}  # "there is none"
    sys.modules.update(lent)  # type: ignore[arg-type]
    try:
        for name in NEEDED:
            importlib.import_module(name)
    finally:
        for name in lent:
            sys.modules.pop(name, None)
