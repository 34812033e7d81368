"""What a zygote gets ready once, so that its children need not."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator

from autograder.sandbox import kernel, landlock, seccomp, view
from autograder.sandbox.configuration import Configuration


def landlock_rules(config: Configuration, *, has_view: bool) -> Iterator[tuple[str, int]]:
    """All but the scratch folder's."""
    if has_view:
        # In the view a hidden folder holds its permitted children only: one rule serves them all.
        hidden = set(config.hidden)
        parents = ((path, os.path.dirname(path)) for path in config.readable)
        readable = sorted({parent if parent in hidden else path for path, parent in parents})
    else:
        readable = list(config.expanded)
        yield from ((path, landlock.LIST) for path in config.listable)
    yield from ((path, landlock.READ) for path in readable)
    yield from ((device, landlock.USE_DEVICE) for device in view.DEVICES)
    yield view.FILES if has_view else f"{config.folder}/files", landlock.READ


def forget_the_staff() -> None:
    """Let nothing of the staff's be importable any more.

    The walls keep its files unreadable; this turns a puzzling error into a plain
    ModuleNotFoundError.
    """
    sys.meta_path[:] = [finder for finder in sys.meta_path if not _of_editable_install(finder)]
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] == "autograder" and hasattr(module, "__path__"):
            module.__path__ = []


def _of_editable_install(finder: object) -> bool:
    owner = getattr(finder, "__module__", None) or type(finder).__module__
    return str(owner).startswith("__editable__")


def make_cheap_to_fork() -> None:
    """Make now what each child would make, and keep the garbage collector off what is here."""
    seccomp.program(kernel.machine(), 1)  # cached; 1 is a child's id in its own namespace
    gc.collect()
    gc.freeze()  # the children's collector then neither touches nor copies what was loaded here
