"""Every confinement layer left out: what decides about points is still not in that process."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from autograder.boundary.session import ENTRY, PACKAGES, Session
from autograder.model import CodeCell, Limits
from autograder.sandbox import layers
from autograder.sandbox.process import Zygote

LIMITS = Limits(cell_cpu=5.0, call_cpu=5.0)
LOOK = """
import gc, importlib, sys
def importable(names):
    found = []
    for name in names:
        try: importlib.import_module(name)
        except ImportError: continue
        found.append(name)
    return found
def loaded():
    return sorted(sys.modules)
def functions():
    return sorted({str(f.__module__) for f in gc.get_objects() if hasattr(f, "__code__")})
"""
DECIDE = ("mathtx_ref", "otter", "autograder.grading", "autograder.authoring", "autograder.reports")
DECIDE += ("autograder.validity", "autograder.cli", "autograder.boundary.session")
DECIDE += ("autograder.boundary.proxy", "autograder.boundary.callbacks", "tests", "pytest")


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    zygote = Zygote(
        ENTRY,
        packages=PACKAGES,
        limits=LIMITS,
        allow_weak=True,
        without=layers.ALL,
    )
    with zygote:
        assert not any(layer.active for layer in zygote.layers)
        session = Session(zygote, LIMITS)
        assert session.run_cell(CodeCell(1, LOOK)) is None
        yield session
        session.close()


def test_nothing_that_decides_is_loaded(session: Session) -> None:
    """Neither as a module nor as a function that some object still holds."""
    names = [*session.proxy("loaded")(), *session.proxy("functions")()]
    assert "autograder.boundary.student" in names
    stand_in = {"otter"}
    heads = [n for n in set(names) - stand_in if n.startswith(tuple(f"{d}." for d in DECIDE))]
    assert not heads + [n for n in names if n in set(DECIDE) - stand_in]


def test_nothing_of_the_engine_that_decides_can_be_imported(session: Session) -> None:
    """Its packages have lost their places; the test's own process could import them."""
    engine = [name for name in DECIDE if name.startswith("autograder.")]
    assert session.proxy("importable")(engine) == []
    assert "autograder.boundary.session" in sys.modules
