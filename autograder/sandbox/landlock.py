"""The kernel's file allow-list for a process: some paths to read, one folder to write."""

from __future__ import annotations

import os
import stat
import struct
from collections.abc import Iterable

from autograder.sandbox import kernel

_WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 1, 1 << 2, 1 << 3
_DELETE, _MAKE = 1 << 4 | 1 << 5, 1 << 7 | 1 << 8 | 1 << 10 | 1 << 12
"""removing files and folders; making folders, files, pipes and links, not devices or sockets"""
_REFER, _TRUNCATE = 1 << 13, 1 << 14

READ = _READ_FILE | _READ_DIR
"""enough to map a library; starting a program needs the right to execute, which nobody gets"""
LIST = _READ_DIR
USE_DEVICE = _READ_FILE | _WRITE_FILE | _TRUNCATE
WRITE = READ | _WRITE_FILE | _DELETE | _MAKE | _REFER | _TRUNCATE

# How many file rights each version of the interface knows; the mask of what is forbidden unless a
# rule allows it.
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}
_NEWEST_FILE_RIGHTS = 16
_ONLY_FOLDERS = _READ_DIR | _DELETE | _MAKE | _REFER
_TCP = 0b11
"""binding and connecting"""
_SCOPES = 0b11
"""abstract sockets and signals stay within this process's own domain"""
_RULE_PATH_BENEATH = 1
_CREATE_VERSION = 1


def version() -> int:
    """The kernel's version of the interface; OSError when it has none."""
    return kernel.syscall("landlock_create_ruleset", None, 0, _CREATE_VERSION)


def _attributes(version: int) -> bytes:
    files = (1 << _FILE_RIGHTS.get(version, _NEWEST_FILE_RIGHTS)) - 1
    fields = [files]
    if version >= 4:
        fields.append(_TCP)
    if version >= 6:
        fields.append(_SCOPES)
    return struct.pack(f"<{len(fields)}Q", *fields)


def restrict(rules: Iterable[tuple[str, int]]) -> None:
    """Confine this process to the (path, rights) given, for ever. Needs no-new-privileges."""
    number = version()
    attributes = _attributes(number)
    known = int.from_bytes(attributes[:8], "little")
    ruleset = kernel.syscall("landlock_create_ruleset", attributes, len(attributes), 0)
    try:
        for path, rights in rules:
            _allow(ruleset, path, rights & known)
        kernel.syscall("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, rights: int) -> None:
    try:
        beneath = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # not there or not ours to see: not allowed either
    try:
        if not stat.S_ISDIR(os.fstat(beneath).st_mode):
            rights &= ~_ONLY_FOLDERS
        if rights:
            rule = struct.pack("<Qi", rights, beneath)
            kernel.syscall("landlock_add_rule", ruleset, _RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(beneath)
