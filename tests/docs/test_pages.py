"""Every page: its links lead somewhere, its commands exist, its pictures are small."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from autograder.cli.main import commands

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"(?<!\\)\]\((?!https?:|mailto:)([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LARGEST = 200_000
"""bytes of a picture in a guide; the gallery's figures are not shrunk"""
GUIDES = ("student.md", "ta.md", "instructor.md")


def anchors(path: Path) -> set[str]:
    """The names that headings get on GitHub."""
    headings = HEADING.findall(FENCED.sub("", path.read_text(encoding="utf-8")))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {name.strip().replace(" ", "-") for name in plain}


def test_links_and_pictures_lead_somewhere(pages: list[Any]) -> None:
    """A relative link names a file that is there, and a heading in it."""
    broken = []
    for page in pages:
        for target in LINK.findall(FENCED.sub("", page.text)):
            name, _, anchor = target.partition("#")
            path = (page.path.parent / name).resolve() if name else page.path
            there = path.exists() and (not anchor or anchor in anchors(path))
            broken += [] if there else [f"{page.path.name}: {target}"]
    assert not broken


def test_the_guides_pictures_have_words_and_a_sensible_size(guide: Callable[[str], Any]) -> None:
    """At most 200 kB each, and each says in words what it shows."""
    shown = []
    for name in GUIDES:
        page = guide(name)
        found = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.text)
        shown += [words for words, _ in found]
        for words, picture in found:
            assert len(words.split()) >= 4, picture
            path = page.path.parent / picture
            assert path.stat().st_size <= LARGEST, picture
            assert path.read_bytes().startswith(b"\x89PNG"), picture
    assert len(set(shown)) == len(shown) > 4


def problem(words: list[str]) -> str:
    """What click would say against a command line, without running it; empty when nothing."""
    group: click.Command = commands
    context = click.Context(commands, info_name="autograder")
    while isinstance(group, click.Group):
        while words[:1] == ["--root"]:
            words = words[2:]
        name, *words = words or [""]
        if name in {"--help", "--version"}:
            return ""
        if name not in group.list_commands(context):
            return f"no command {name!r}"
        found = group.get_command(context, name)
        assert found is not None
        group, context = found, click.Context(found, parent=context, info_name=name)
    try:
        if "--help" not in words:
            group.make_context(group.name, [*words], parent=context.parent)
    except click.ClickException as error:
        return error.format_message()
    return ""


def test_commands_that_pages_show_exist(pages: list[Any]) -> None:
    """Each `autograder …` line in a block of commands has a known command, options, arguments."""
    shown = [(page.path.name, *command) for page in pages for command in page.commands()]
    wrong = [f"{name}:{line}: {said}" for name, line, words in shown if (said := problem(words))]
    assert not wrong
    assert len(shown) > 40


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["grad", "01"], "no command 'grad'"),
        (["new", "exam", "x"], "no command 'exam'"),
        (["build", "--chek"], "No such option"),
        (["grade", "01", "x"], "Missing option '--out'"),
        (["save"], "Missing argument"),
        (["--root", "x", "build", "01", "--check"], ""),
    ],
)
def test_a_command_that_does_not_exist_is_noticed(words: list[str], said: str) -> None:
    """The judge of command lines sees wrong names, unknown options, missing arguments."""
    assert problem(words).startswith(said)
    assert bool(problem(words)) == bool(said)
