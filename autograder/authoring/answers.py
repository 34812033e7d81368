"""An answer cell's three forms: with its solution, for students, and for Otter Assign."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

from autograder.authoring.findings import Finding

BEGIN = "# BEGIN SOLUTION"
END = "# END SOLUTION"
UNANSWERED = (
    'raise NotImplementedError("{name} is not answered yet")  # replace this line with your answer'
)


@dataclass(frozen=True)
class Block:
    """A solution: its two markers' lines, counted from 0 in the cell, and the function it is of."""

    begin: int
    end: int
    name: str


@dataclass(frozen=True)
class Answer:
    """An answer cell read; `names` are the functions it defines."""

    names: tuple[str, ...]
    solved: str
    """with the solution, without its markers"""
    placeholder: str
    """as students receive it"""


def read_answer(
    path: Path, source: str, first: int, question: str
) -> tuple[Answer | None, list[Finding]]:
    """The answer cell that starts at line `first` of the file, and what is wrong with it."""
    top_level = ast.parse(source).body
    functions = [node for node in top_level if isinstance(node, ast.FunctionDef)]
    names = tuple(function.name for function in functions)
    blocks, findings = _blocks(path, source, first, top_level)
    if question not in names[:1]:
        findings.append(
            Finding(
                path,
                first,
                f"an answer cell whose first function is {names[0]}"
                if names
                else "an answer cell that defines no function",
                f"def {question}(…), the folder's name",
                "rename the function or the folder",
            )
        )
    for function in functions:
        findings += _function_findings(path, first, function, blocks)
    if findings:
        return None, findings
    solved, placeholder, _ = _forms(source, blocks)
    return Answer(names, solved, placeholder), []


def master_form(source: str) -> str:
    """An answer cell that has been read without findings, as Otter Assign wants it."""
    blocks, _ = _blocks(Path(), source, 1, ast.parse(source).body)
    return _forms(source, blocks)[2]


def _forms(source: str, blocks: list[Block]) -> tuple[str, str, str]:
    """Solved, placeholder, master: the same lines, the blocks written out differently."""
    lines = source.splitlines()
    solved: list[str] = []
    placeholder: list[str] = []
    master: list[str] = []
    done = 0
    for block in blocks:
        before, inside = lines[done : block.begin], lines[block.begin + 1 : block.end]
        indent = lines[block.begin][: lines[block.begin].index("#")]
        raised = indent + UNANSWERED.format(name=block.name)
        solved += [*before, *inside]
        placeholder += [*before, raised]
        # Otter's own prompt is `...`, which would answer None; its prompt lines keep ours.
        prompt = [f'{indent}""" # BEGIN PROMPT', raised, f'{indent}""" # END PROMPT']
        master += [*before, f"{indent}{BEGIN} NO PROMPT", *inside, f"{indent}{END}", *prompt]
        done = block.end + 1
    rest = lines[done:]
    return "\n".join(solved + rest), "\n".join(placeholder + rest), "\n".join(master + rest)


def _blocks(
    path: Path, source: str, first: int, top_level: list[ast.stmt]
) -> tuple[list[Block], list[Finding]]:
    """The solutions between their markers; each must be closed and lie in a function."""
    pair = f"pairs of {BEGIN} and {END} inside a function"
    blocks: list[Block] = []
    findings: list[Finding] = []
    opened: int | None = None
    lines = source.splitlines()
    for number, line in enumerate(lines):
        mark = line.strip()
        if mark == BEGIN and opened is None:
            opened = number
        elif mark == END and opened is not None:
            owner = _owner(opened, number, lines[opened], top_level)
            if owner:
                blocks.append(Block(opened, number, owner))
            else:
                findings.append(
                    Finding(
                        path, first + opened, f"{BEGIN} outside a function", pair, "move it inside"
                    )
                )
            opened = None
        elif mark in (BEGIN, END):
            found = f"a nested {BEGIN}" if mark == BEGIN else f"{END} without {BEGIN}"
            findings.append(Finding(path, first + number, found, pair, "remove or close it"))
        elif "BEGIN SOLUTION" in mark or "END SOLUTION" in mark:
            findings.append(
                Finding(path, first + number, f"'{mark}'", f"{BEGIN} or {END}", "write it so")
            )
    if opened is not None:
        findings.append(
            Finding(path, first + opened, f"{BEGIN} without {END}", pair, "close the block")
        )
    return blocks, findings


def _owner(begin: int, end: int, line: str, top_level: list[ast.stmt]) -> str | None:
    """The function whose indented body holds lines begin..end, counted from 0."""
    before = [node for node in top_level if node.lineno - 1 < begin]
    between = [node for node in top_level if begin <= node.lineno - 1 <= end]
    if line.startswith(" ") and before and not between and isinstance(before[-1], ast.FunctionDef):
        return before[-1].name
    return None


def _function_findings(
    path: Path, first: int, function: ast.FunctionDef, blocks: list[Block]
) -> list[Finding]:
    line = first + function.lineno - 1
    findings = []
    mine = [block for block in blocks if block.name == function.name]
    if len(mine) != 1:
        found = f"{len(mine)} solution blocks"
        if not mine:
            found = "an answer already solved: no solution block"
        findings.append(
            Finding(
                path,
                line,
                f"{found} in {function.name}",
                f"one block between {BEGIN} and {END}",
                "mark the solution",
            )
        )
    if mine and not _has_code(function, mine[0]):
        findings.append(
            Finding(
                path,
                line,
                f"an empty solution block in {function.name}",
                "a solution that differs from the placeholder",
                "write the solution",
            )
        )
    if not (ast.get_docstring(function) or "").strip():
        findings.append(
            Finding(
                path,
                line,
                f"{function.name} without a docstring",
                "one that is enough to answer from",
                "say shapes, units and errors",
            )
        )
    return findings


def _has_code(function: ast.FunctionDef, block: Block) -> bool:
    """Whether the block holds a statement that could answer: no `...`, `pass` or placeholder."""
    inside = [node for node in function.body if block.begin < node.lineno - 1 < block.end]
    code = [ast.unparse(node) for node in inside]
    return any(
        line not in ("...", "pass") and not line.startswith("raise NotImplementedError")
        for line in code
    )
