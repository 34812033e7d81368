"""The browser that the tests drive: Debian's own, installed where it is missing and may be."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from autograder.cli.solutions import BROWSERS

LOCK = Path(__file__).parents[2] / "build" / "browser.lock"
APT = ("apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=300")
# The fonts are for the pictures: the signs of the checks, and brackets as tall as a matrix.
PACKAGES = ("chromium", "fonts-noto-color-emoji", "fonts-dejavu-extra")
INSTALL = ((*APT, "update"), (*APT, "install", "--no-install-recommends", *PACKAGES))


def browser_path() -> str:
    """Where it is. Without one the tests are skipped and say why; in CI that is an error."""
    found = _found()
    said = ""
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        said = _install()
        found = _found()
    if found is not None:
        return found
    reason = "found no browser; wanted Chromium; install it (Debian: apt-get install chromium)"
    if os.environ.get("CI"):
        pytest.fail(f"{reason}\n{said}", pytrace=False)
    pytest.skip(reason)


def _found() -> str | None:
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def _install() -> str:
    """What apt said. Test files run side by side: only one of them installs, the others wait."""
    LOCK.parent.mkdir(exist_ok=True)
    said = ""
    with LOCK.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for command in INSTALL if _found() is None else ():
            done = subprocess.run(
                command,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
                check=False,
            )
            said += done.stdout
    return said
