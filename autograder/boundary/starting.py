"""How the process starts from which student processes fork; light, because it is the first to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from autograder.model import Limits
from autograder.sandbox.process import Zygote

ENTRY: Final = "autograder.boundary.worker"
PACKAGES: Final = ("numpy", "matplotlib", "ipython")


def start_zygote(limits: Limits, files: Mapping[str, bytes], allow_weak: bool) -> Zygote:
    """The zygote from which sessions fork; started when the first does, or when told to begin."""
    return Zygote(ENTRY, packages=PACKAGES, limits=limits, files=files, allow_weak=allow_weak)
