"""The command itself, on the tiny repository that the authoring tests use."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.cli.main import main

AUTHORING = Path(__file__).parents[1] / "authoring" / "conftest.py"


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


def write_repository(root: Path) -> Path:
    """The tiny repository with its one assignment, 01_sums."""
    spec = importlib.util.spec_from_file_location("authoring_conftest", AUTHORING)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    written: Path = module.write_repository(root)
    return written


@pytest.fixture
def command(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Command:
    """Run `autograder --root REPOSITORY …` in the repository's folder."""
    monkeypatch.chdir(repository)

    def run(*arguments: object) -> Said:
        given = ["autograder", "--root", str(repository), *map(str, arguments)]
        monkeypatch.setattr(sys, "argv", given)
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        return Said(code, *capfd.readouterr())

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository, built once; tests copy it."""
    from autograder.authoring import build, load_assignment

    root = write_repository(tmp_path_factory.mktemp("built"))
    build(load_assignment(root, "1"), root)
    return root


@pytest.fixture
def repository(built: Path, tmp_path: Path) -> Path:
    """A built repository of this test's own, with one submission in `class/`."""

    root = tmp_path / "repository"
    shutil.copytree(built, root)
    (root / "class").mkdir()
    shutil.copy(root / "assignments/01_sums/01_sums.ipynb", root / "class/jane.ipynb")
    return root
