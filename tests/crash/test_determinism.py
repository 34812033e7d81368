"""The same bytes for one worker on a quiet machine and eight on a busy one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.crash.place import Place, same_but_times


@pytest.fixture
def busy_machine() -> Iterator[None]:
    """Two processes that do nothing but compute."""
    burners = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    yield
    for burner in burners:
        burner.kill()
        burner.wait()


def test_eight_workers_on_a_busy_machine(
    place: Place, undisturbed: Place, busy_machine: None
) -> None:
    """The gradebook to the byte, the pages to the byte, the reports but for their times."""
    assert place.grade("--workers", "8").returncode == 1
    assert place.gradebook() == undisturbed.gradebook()
    assert same_but_times(place.out) == same_but_times(undisturbed.out)
    for page in (undisturbed.out / "feedback").iterdir():
        assert (place.out / "feedback" / page.name).read_bytes() == page.read_bytes()
