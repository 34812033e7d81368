"""A warm zygote for all tests of the boundary, and values that cross without a process."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from autograder.boundary.session import Session, start_zygote
from autograder.model import CodeCell, Limits
from autograder.sandbox.process import Zygote

LIMITS = Limits(cell_cpu=0.6, call_cpu=0.6, submission_cpu=20.0, wall_factor=30.0, frame_mib=8)

Start = Callable[..., Session]


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    # What the sandbox offers on this machine is not this room's affair.
    with start_zygote(LIMITS, {"data.txt": b"shipped"}, allow_weak=True) as warm:
        yield warm


@pytest.fixture
def start(zygote: Zygote) -> Iterator[Start]:
    """start("cell", "cell", …) runs the cells in a new student process."""
    sessions: list[Session] = []

    def start(*cells: str, limits: Limits = LIMITS) -> Session:
        session = Session(zygote, limits)
        sessions.append(session)
        for number, source in enumerate(("import numpy as np", *cells)):
            error = session.run_cell(CodeCell(number, source))
            assert error is None, error
        return session

    yield start
    for session in sessions:
        session.close()
