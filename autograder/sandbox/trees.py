"""Removing what a student process left on disk, whatever shape it has."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def scratch_folder(folder: str, number: int) -> Path:
    """Where a child works when the machine refuses mount namespaces."""
    return Path(folder) / f"scratch-{number}"


def remove_tree(path: str) -> None:
    """With rm, which follows no links and does not mind folders nested a hundred thousand deep."""
    for command in (("rm", "-rf"), ("chmod", "-R", "u+rwx"), ("rm", "-rf")):
        if not os.path.lexists(path):
            return
        subprocess.run(
            [*command, "--", path],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"PATH": "/usr/bin:/bin"},
        )
