"""Run a command as another user, where the folders above this Python may be passed by everybody.

Usage: passable.py UID COMMAND...  Needs root. A private home above Python is replaced, in a mount
namespace of this process alone, by a folder that holds only what leads to Python.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from autograder.sandbox import identity, kernel


def open_way(home: str, target: str) -> None:
    """Cover `home` by a folder that everybody may pass, with the child that leads to `target`."""
    child = Path(home) / Path(target).relative_to(home).parts[0]
    with tempfile.TemporaryDirectory() as aside:
        kernel.mount(str(child), aside, "", kernel.MS_BIND | kernel.MS_REC)
        kernel.mount("tmpfs", home, "tmpfs", 0, "mode=755")
        child.mkdir()
        kernel.mount(aside, str(child), "", kernel.MS_BIND | kernel.MS_REC)
        kernel.unmount(aside, kernel.MNT_DETACH)


if __name__ == "__main__":
    user, command = int(sys.argv[1]), sys.argv[2:]
    kernel.unshare(kernel.CLONE_NEWNS)
    kernel.mount("none", "/", "", kernel.MS_REC | kernel.MS_PRIVATE)
    while home := identity.unreachable([sys.base_prefix]):
        open_way(home, sys.base_prefix)
    if user:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    os.execv(command[0], command)
