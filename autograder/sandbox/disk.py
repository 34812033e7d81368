"""What a student process has written, where its scratch folder is no file system of its own.

The kernel limits a single file there, but not how many there are; so the zygote measures.
"""

from __future__ import annotations

import contextlib
import os
import stat

MOST_ENTRIES = 4096
"""files and folders of one student process; the file view's scratch folder holds as many"""


def is_over(folder: str, pid: int, most_bytes: int) -> bool:
    """Whether it holds more than that, too many files, or folders that cannot be measured."""
    total = sum(map(_size, _removed_but_open(pid)))
    entries = 0
    todo = [folder]
    while todo:
        try:
            with os.scandir(todo.pop()) as found:
                for entry in found:
                    info = entry.stat(follow_symlinks=False)
                    entries += 1
                    total += _size(info)
                    if entries > MOST_ENTRIES or total > most_bytes:
                        return True
                    if stat.S_ISDIR(info.st_mode):
                        todo.append(entry.path)
        except FileNotFoundError:
            continue  # gone meanwhile
        except OSError:
            return True  # nested too deep, or closed to us: made so by its code
    return total > most_bytes


def _size(info: os.stat_result) -> int:
    # A hole counts as if it were filled, and what is reserved beyond a file's end counts too.
    return max(info.st_size, 512 * info.st_blocks) if stat.S_ISREG(info.st_mode) else 0


def _removed_but_open(pid: int) -> list[os.stat_result]:
    """Files without a name, which take room until they are closed.

    Only root may look; for an ordinary user the number of open files bounds them.
    """
    found = []
    with contextlib.suppress(OSError), os.scandir(f"/proc/{pid}/fd") as descriptors:
        for descriptor in descriptors:
            with contextlib.suppress(OSError):
                info = descriptor.stat()
                if not info.st_nlink:
                    found.append(info)
    return found
