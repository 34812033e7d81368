"""The tiny repository that the authoring tests use, built."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from autograder.authoring import build, current_bundle, load_assignment
from autograder.model import Assignment, Bundle

AUTHORING = Path(__file__).parents[1] / "authoring" / "conftest.py"


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    spec = importlib.util.spec_from_file_location("authoring_conftest", AUTHORING)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    root: Path = module.write_repository(tmp_path_factory.mktemp("built"))
    build(load_assignment(root, "1"), root)
    return root


@pytest.fixture
def assignment(built: Path) -> Assignment:
    return load_assignment(built, "1")


@pytest.fixture
def bundle(built: Path) -> Bundle:
    return current_bundle(built, "01_sums")
