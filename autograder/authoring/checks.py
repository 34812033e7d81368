"""Check cells: what a check must look like so that Otter runs it as it reads."""

from __future__ import annotations

import ast
import builtins
import symtable
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.authoring.findings import Finding, is_number
from autograder.authoring.percent import PercentCell
from autograder.model import Check

REFERENCE = "mathtx_ref"
RESERVED = frozenset({"env", "name", "points", "test_case", "all_or_nothing", "OK_FORMAT"})
UNSAFE_IN_HINT = '"\\\n'


def read_check(
    path: Path, cell: PercentCell, names: Sequence[str]
) -> tuple[Check | None, list[Finding]]:
    """The check of a cell whose source parses, and what is wrong with it."""
    tree = ast.parse(cell.source)
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.FunctionDef):
        found = f"a check cell with {len(tree.body)} statements, not one function"
        return None, [
            Finding(path, cell.first, found, "exactly one function", "split the cell or its code")
        ]
    function = tree.body[0]
    hidden = "hidden" in cell.tags
    findings = [
        *_option_findings(path, cell, function.name, hidden),
        *_signature_findings(path, cell, function, names),
        *_import_findings(path, cell, function, hidden),
        *_free_name_findings(path, cell),
    ]
    sentence = (ast.get_docstring(function) or "").split("\n")[0].strip()
    line = cell.first + function.lineno - 1
    if not sentence:
        findings.append(
            Finding(
                path,
                line,
                f"check {function.name} without a docstring",
                "a first line for the student",
                "say in one sentence what the check wants",
            )
        )
    if findings:
        return None, findings
    points, hint = cell.options["points"], str(cell.options["hint"])
    assert is_number(points)
    check = Check(function.name, hidden, float(points), hint, sentence, cell.source, line)
    return check, []


def _option_findings(path: Path, cell: PercentCell, name: str, hidden: bool) -> Iterator[Finding]:
    points, hint = cell.options.get("points"), cell.options.get("hint")
    if not is_number(points) or points < 0 or (hidden and points == 0):
        yield Finding(
            path,
            cell.line,
            f"{'no points' if points is None else f'points={points!r}'} for check {name}",
            "a number above 0" + (" or 0" if not hidden else ""),
            "write points=1 in the cell's first line",
        )
    if not isinstance(hint, str) or not hint.strip():
        yield Finding(
            path,
            cell.line,
            f"no hint for check {name}",
            'hint="…", a sentence shown when the check fails',
            "write one in the cell's first line",
        )
    elif any(character in hint for character in UNSAFE_IN_HINT):
        yield Finding(
            path,
            cell.line,
            f"a double quote, backslash or line break in the hint of check {name}",
            "none, it would break Otter's test file",
            "use ‘…’ or say it in other words",
        )


def _signature_findings(
    path: Path, cell: PercentCell, function: ast.FunctionDef, names: Sequence[str]
) -> Iterator[Finding]:
    line = cell.first + function.lineno - 1
    arguments = function.args
    given = [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)]
    unknown = [argument for argument in given if argument not in names]
    plain = not (
        arguments.vararg or arguments.kwarg or arguments.kwonlyargs or arguments.posonlyargs
    )
    if unknown or not given or not plain:
        found = f"argument {unknown[0]}" if unknown else "no plain arguments"
        yield Finding(
            path,
            line,
            f"{found} in check {function.name}",
            f"the student's names only: {', '.join(names)}",
            "import anything else in the body",
        )
    if arguments.defaults or arguments.kw_defaults or function.decorator_list:
        yield Finding(
            path,
            line,
            f"a default value or a decorator in check {function.name}",
            "a plain function, Otter passes every argument itself",
            "move it into the body",
        )
    if function.name in RESERVED or hasattr(builtins, function.name):
        yield Finding(
            path,
            line,
            f"check {function.name}",
            "a name that Otter's test files and Python do not use",
            "choose another",
        )


def _import_findings(
    path: Path, cell: PercentCell, function: ast.FunctionDef, hidden: bool
) -> Iterator[Finding]:
    """numpy and the standard library; a hidden check may ask the reference besides."""
    allowed = {"numpy", *sys.stdlib_module_names, *([REFERENCE] if hidden else [])}
    for node in ast.walk(function):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            modules = ["." if node.level else node.module or "."]
        else:
            continue
        for module in modules:
            if module.split(".")[0] in allowed and module != ".":
                continue
            advice = "write it in numpy"
            if module.split(".")[0] == REFERENCE:
                advice = "compare with a number you trust, or make the check hidden"
            elif module.split(".")[0] == "pytest":
                advice = f"use {REFERENCE}.checking: pytest.raises escapes Otter's except Exception"
            yield Finding(
                path,
                cell.first + node.lineno - 1,
                f"an import of {module} in the {'hidden' if hidden else 'public'} check "
                f"{function.name}",
                f"numpy, the standard library{f' or {REFERENCE}' if hidden else ''}",
                advice,
            )


def _free_name_findings(path: Path, cell: PercentCell) -> Iterator[Finding]:
    """Otter's checks share no globals: what a check uses, it must import or define itself."""
    tree = ast.parse(cell.source)
    for name in sorted(_free_names(symtable.symtable(cell.source, str(path), "exec"), top=True)):
        uses = [n for n in ast.walk(tree) if isinstance(n, ast.Name) and n.id == name]
        number = min((use.lineno for use in uses), default=1)
        yield Finding(
            path,
            cell.first + number - 1,
            f"the free name {name} in a check",
            "only arguments, local names, own imports and builtins",
            f"import or define {name} in the check's body",
        )


def _free_names(table: symtable.SymbolTable, *, top: bool) -> set[str]:
    names = {
        symbol.get_name()
        for symbol in table.get_symbols()
        if (top and not symbol.is_assigned() and symbol.is_referenced())
        or (not top and symbol.is_global())
    }
    for child in table.get_children():
        names |= _free_names(child, top=False)
    return {name for name in names if not hasattr(builtins, name)}
