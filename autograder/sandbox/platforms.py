"""Where confinement exists at all."""

from __future__ import annotations

import sys

from autograder.errors import ConfinementError

_ADVICE = {
    "darwin": "run it in a Linux container (Docker Desktop, Podman or Colima)",
    "win32": "run it in WSL 2 (`wsl --install`, then in its Linux shell) or in a Linux container",
}


def require_linux(platform: str = sys.platform) -> None:
    """Refuse elsewhere, with the way that leads there."""
    if platform.startswith("linux"):
        return
    advice = _ADVICE.get(platform, "run it in a Linux container or on a Linux machine")
    raise ConfinementError(
        f"found {platform}, but student code can be confined on Linux only: {advice}. "
        "Building and the students' own notebooks work here"
    )
