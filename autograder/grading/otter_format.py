"""Otter's exception-based test files, without the rest of Otter.

Otter's package loads its exporters, pandas and its plugins as soon as anything of it is imported:
a second of work in each worker, for one module that reads test files.
"""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from types import CodeType, ModuleType
from typing import Any, Final

_PACKAGE: Final = "otter"
_MODULE: Final = "otter.test_files.exception_test"


def compiled(test_file: str, path: str) -> CodeType:
    """A test file's code."""
    code: CodeType = _FORMAT._compile_string(test_file, path=path)
    return code


def cases(code: CodeType, path: str) -> list[Any]:
    """The test cases of a test file, which is executed anew: no state is left from before."""
    return [case.body for case in _FORMAT._from_compiled_code(code, path).test_cases]


def _load() -> ModuleType:
    """Import the module below an empty stand-in for its package, which is then taken away again.

    So a later `import otter` in this process is the whole of it.
    """
    spec = find_spec(_PACKAGE)
    if _PACKAGE in sys.modules or spec is None:
        return importlib.import_module(_MODULE)
    stand_in = ModuleType(_PACKAGE)
    stand_in.__path__ = list(spec.submodule_search_locations or ())
    sys.modules[_PACKAGE] = stand_in
    try:
        return importlib.import_module(_MODULE)
    finally:
        del sys.modules[_PACKAGE]


# Loaded with this module, so that the server that forks the workers has it for all of them.
_FORMAT: Final[Any] = (sys.modules.get(_MODULE) or _load()).ExceptionTestFile
