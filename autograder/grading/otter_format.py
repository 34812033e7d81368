"""Otter's exception-based test files, without the rest of Otter.

Otter's packages load their exporters, pandas and notebook schemas as soon as anything of them is
imported: seconds of work, for one module that needs nothing but the standard library.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, Final

_PACKAGE: Final = "otter"
_TEST_FILES: Final = "otter.test_files"
_MODULE: Final = "otter.test_files.exception_test"


def compiled(test_file: str, path: str) -> CodeType:
    """A test file's code."""
    code: CodeType = _FORMAT.ExceptionTestFile._compile_string(test_file, path=path)
    return code


def cases(code: CodeType, path: str) -> list[Any]:
    """The test cases of a test file, which is executed anew: no state is left from before."""
    with _in_place(_STAND_INS):  # a test file imports `test_case` from Otter's package
        test_file = _FORMAT.ExceptionTestFile._from_compiled_code(code, path)
    return [case.body for case in test_file.test_cases]


def _packages() -> dict[str, ModuleType]:
    """Empty ones, which know where their modules lie."""
    spec = find_spec(_PACKAGE)
    places = [Path(place) for place in (spec and spec.submodule_search_locations) or ()]
    stand_ins = {name: ModuleType(name) for name in (_PACKAGE, _TEST_FILES)}
    for name, module in stand_ins.items():
        module.__path__ = [str(place.joinpath(*name.split(".")[1:])) for place in places]
    return stand_ins


@contextmanager
def _in_place(modules: Mapping[str, ModuleType]) -> Iterator[None]:
    """Imported under their names, and taken away again: `import otter` then gets all of it."""
    before = {name: sys.modules.get(name) for name in modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name, module in before.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


def _load(stand_ins: Mapping[str, ModuleType]) -> ModuleType:
    """The module below its stand-ins; with all of Otter should it come to need that one day.

    Nothing of it stays in sys.modules: half a package there would be a trap for `import otter`.
    """
    before = set(sys.modules)
    try:
        with _in_place(stand_ins):
            found = importlib.import_module(_MODULE)
    except (ImportError, AttributeError):
        return importlib.import_module(_MODULE)
    for name in set(sys.modules) - before:
        if name.partition(".")[0] == _PACKAGE:
            del sys.modules[name]
    return found


# Loaded with this module, so that the server that forks the workers has it for all of them.
_STAND_INS: Final = _packages()
_FORMAT: Final[Any] = _load(_STAND_INS)
_STAND_INS[_TEST_FILES].test_case = _FORMAT.test_case  # type: ignore[attr-defined]
