"""The command itself, on the tiny repository that the authoring tests use."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.said import Said, run_command

AUTHORING = Path(__file__).parents[1] / "authoring" / "conftest.py"


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
        words = ["--root", str(repository), *map(str, arguments)]
        return run_command(words, monkeypatch, capfd)

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
