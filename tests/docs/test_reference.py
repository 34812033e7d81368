"""docs/reference.md names all there is, and nothing that is not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import pytest

from autograder.authoring.assignment import KEYS
from autograder.authoring.checks import RESERVED
from autograder.cli.main import commands
from autograder.model import Limits
from autograder.reports.gradebook import COLUMNS, WRITTEN

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "autograder/reports/report.schema.json").read_text())
OPTION = re.compile(r"`(--[a-z][a-z-]*)[^`]*`")


def leaves(
    group: click.Group, context: click.Context, before: str = ""
) -> Iterator[tuple[str, click.Command]]:
    """Every command that does something, by its words."""
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None, name
        if isinstance(found, click.Group):
            yield from leaves(found, context, f"{before}{name} ")
        else:
            yield f"{before}{name}", found


COMMANDS = dict(leaves(commands, click.Context(commands)))
ALWAYS = {"--root", "--version", "--help"}


@pytest.fixture
def text(guide: Callable[[str], Any]) -> str:
    """The page."""
    return str(guide("reference.md").text)


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its level or above."""
    level = len(heading.split()[0])
    rest = text[text.index(f"\n{heading}\n") + len(heading) + 2 :]
    return re.split(rf"\n#{{1,{level}}} ", rest)[0]


def options(command: click.Command) -> set[str]:
    """The command's options."""
    given = [p for p in command.params if isinstance(p, click.Option)]
    return {name for option in given for name in (*option.opts, *option.secondary_opts)}


def arguments(command: click.Command) -> set[str]:
    """Its arguments as its help writes them, without brackets and dots."""
    words = " ".join(command.collect_usage_pieces(click.Context(command))).split()
    return {word.strip("[].|{}") for word in words} - {"OPTIONS"}


def first_cells(part: str) -> set[str]:
    """What stands in backticks in the first column of a part's tables."""
    rows = [line.split("|")[1] for line in part.splitlines() if line.startswith("|")]
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row)}


def test_every_command_has_a_section_and_no_other_has() -> None:
    """The headings below Commands are the commands."""
    text = (ROOT / "docs/reference.md").read_text()
    headings = re.findall(r"^### (.+)$", section(text, "## Commands"), re.MULTILINE)
    assert sorted(headings) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_commands_options_are_those_of_its_section(name: str, text: str) -> None:
    """None is missing, none is invented, and what it takes stands in the first line."""
    part = section(text, f"### {name}")
    rows = "\n".join(line.split("|")[1] for line in part.splitlines() if line.startswith("|"))
    told, there = set(OPTION.findall(rows)), options(COMMANDS[name])
    assert told == there, f"missing: {there - told}, invented: {told - there}"
    mentioned = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", part))
    known = set().union(*map(options, COMMANDS.values()))
    assert mentioned <= known | ALWAYS
    first = re.search(r"`autograder ([^`]+)`", part)
    assert first, "no line like `autograder NAME ARGUMENT`"
    assert first[1].startswith(name)
    words = {word.strip("[].") for word in first[1].removeprefix(name).split()}
    assert words == arguments(COMMANDS[name])


def test_the_options_of_the_program_itself_are_told(text: str) -> None:
    """--root and --version."""
    for name in options(commands):
        assert f" {name}" in section(text, "## Commands").split("\n### ")[0]


def test_the_settings_are_those_that_are_read(text: str) -> None:
    """Keys of assignment.toml, and every limit with its default."""
    part = section(text, "## assignment.toml")
    keys, limits = part.split("| limit |")
    assert first_cells(keys) == set(KEYS)
    told = re.findall(r"^\| `(\w+)` \| ([\d.]+) \|", limits, re.MULTILINE)
    assert {name: float(value) for name, value in told} == {
        field.name: float(field.default)
        for field in fields(Limits)  # type: ignore[arg-type]
    }


def test_what_a_source_may_hold_is_told(text: str) -> None:
    """Tags, reserved names and the lines that head an attempt."""
    from autograder.authoring import attempts
    from autograder.authoring.question import KINDS

    part = section(text, "## question.py")
    for tags in filter(None, KINDS):
        assert f"tags={json.dumps(list(tags))}" in part
    assert all(f"`{name}`" in part for name in RESERVED)
    heads = (attempts.CAUGHT_BY, attempts.NUDGE, attempts.UNDIAGNOSABLE, attempts.TWIN_OF)
    told = {cell for cell in first_cells(section(text, "## Attempts")) if cell.startswith("# ")}
    assert {head for head in heads if any(cell.startswith(head) for cell in told)} == set(heads)
    assert len(told) == len(heads)


def test_the_gradebooks_columns_are_told(text: str) -> None:
    """All of them, in their order."""
    part = section(text, "## gradebook.csv")
    rows = [line.split("|")[1].strip() for line in part.splitlines() if line.startswith("| ")]
    assert [row.strip("`") for row in rows if row.startswith("`")] == [*COLUMNS, WRITTEN]


def test_every_field_of_a_report_is_told(text: str) -> None:
    """What the schema describes stands in the tables, level by level, and nothing else."""
    part = section(text, "## A report")
    tables = re.split(r"^\| (?:field|of a \w+) \| says \|$", part, flags=re.MULTILINE)[1:]
    inside = SCHEMA["$defs"]
    levels = [SCHEMA, inside["question"], inside["check"], inside["problem"], inside["layer"]]
    for table, level in zip(tables, levels, strict=True):
        assert first_cells(table) == set(level["properties"])
    for name in (*inside["misconception"]["properties"],):
        assert f"`{name}`" in tables[1]
    for name in inside["problem"]["properties"]["error"]["properties"]:
        assert f"`{name}`" in tables[3]
    for verdict in inside["check"]["properties"]["verdict"]["enum"]:
        assert f"`{verdict}`" in tables[2]


def test_the_environment_variables_are_those_of_the_gradescope_zip(text: str) -> None:
    """Every AUTOGRADER_… that the engine's text mentions, and no other."""
    engine = "".join(path.read_text() for path in (ROOT / "autograder").rglob("*.py"))
    mentioned = set(re.findall(r"AUTOGRADER_[A-Z]+", engine))
    assert set(re.findall(r"`(AUTOGRADER_[A-Z]+)`", text)) == mentioned
