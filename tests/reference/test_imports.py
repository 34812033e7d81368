"""The reference stands alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import mathtx_ref

MODULES = sorted(path.stem for path in Path(mathtx_ref.__file__).parent.glob("[!_]*.py"))

PROGRAM = """
import json, sys
import numpy  # what numpy itself needs is numpy's affair
before = set(sys.modules)
import mathtx_ref
for name in json.loads(sys.argv[1]):
    __import__("mathtx_ref." + name)
print(json.dumps(sorted({name.split(".")[0] for name in set(sys.modules) - before})))
"""


def test_numpy_and_the_standard_library_only() -> None:
    """A fresh process that imports every module of the reference has loaded nothing else."""
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, json.dumps(MODULES)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(mathtx_ref.__file__).parent.parent,
    )
    loaded = set(json.loads(result.stdout))
    assert "mathtx_ref" in loaded
    assert loaded - set(sys.stdlib_module_names) - {"numpy", "mathtx_ref"} == set()


def test_the_package_itself_imports_nothing() -> None:
    """`import mathtx_ref` is free: not even numpy is loaded."""
    result = subprocess.run(
        [sys.executable, "-c", "import sys, mathtx_ref; print('numpy' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(mathtx_ref.__file__).parent.parent,
    )
    assert result.stdout.strip() == "False"
