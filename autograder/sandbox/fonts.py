"""matplotlib's list of this machine's fonts: made once, not by every zygote.

Where there are many fonts, making it takes longer than all the rest of a zygote's start.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

LISTS = "fontlist-*.json"


def lend(home: Path) -> None:
    """Give a zygote's new home the lists that the grader's own matplotlib would use."""
    with contextlib.suppress(OSError):
        for path in _place().glob(LISTS):
            shutil.copy(path, home)


def keep(home: Path) -> None:
    """Keep for the next zygote what this one had to make; before it has run a student's code."""
    place = _place()
    with contextlib.suppress(OSError):
        for path in home.glob(LISTS):
            if not (place / path.name).exists():
                place.mkdir(parents=True, exist_ok=True)
                with tempfile.TemporaryDirectory(dir=place) as folder:
                    os.replace(shutil.copy(path, folder), place / path.name)


def _place() -> Path:
    """Where matplotlib keeps them for whoever runs this process."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(os.environ.get("MPLCONFIGDIR") or f"{cache}/matplotlib")
