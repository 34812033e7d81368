"""The Linux calls that Python has no function for, through ctypes; failures are OSErrors."""

from __future__ import annotations

import ctypes
import functools
import os

CLONE_NEWNS = 0x0002_0000
CLONE_NEWUTS = 0x0400_0000
CLONE_NEWIPC = 0x0800_0000
CLONE_NEWUSER = 0x1000_0000
CLONE_NEWPID = 0x2000_0000
CLONE_NEWNET = 0x4000_0000

MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC, MS_PRIVATE = 2, 4, 8, 4096, 16384, 1 << 18
MNT_DETACH = 2
MOUNT_ATTR_RDONLY, MOUNT_ATTR_NOSUID = 1, 2
AT_RECURSIVE = 0x8000
AT_FDCWD = -100

PR_SET_PDEATHSIG = 1
PR_GET_DUMPABLE = 3
PR_SET_DUMPABLE = 4
PR_GET_SECCOMP = 21
PR_SET_SECCOMP = 22
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
PR_GET_NO_NEW_PRIVS = 39

X86_64, AARCH64 = "x86_64", "aarch64"

_NUMBERS = {
    "capget": (125, 90),
    "capset": (126, 91),
    "landlock_add_rule": (445, 445),
    "landlock_create_ruleset": (444, 444),
    "landlock_restrict_self": (446, 446),
    "mount_setattr": (442, 442),
    "pivot_root": (155, 41),
}


@functools.cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


@functools.cache
def machine() -> str:
    """x86_64 or aarch64; OSError on any other, whose system call numbers are not in our tables."""
    name = os.uname().machine
    if name not in (X86_64, AARCH64):
        raise OSError(f"found a {name} processor, the confinement knows x86_64 and aarch64")
    return name


def _answer(what: str, result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def syscall(name: str, *arguments: int | bytes | ctypes.Array[ctypes.c_char] | None) -> int:
    """The named system call; numbers pass as 64-bit values."""
    number = _NUMBERS[name][machine() == AARCH64]
    function = _libc().syscall
    function.restype = ctypes.c_long
    words = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    return _answer(name, function(ctypes.c_long(number), *words))


def prctl(option: int, value: int = 0, pointer: ctypes.Structure | None = None) -> int:
    third = ctypes.byref(pointer) if pointer is not None else ctypes.c_ulong(0)
    zero = ctypes.c_ulong(0)
    return _answer("prctl", _libc().prctl(option, ctypes.c_ulong(value), third, zero, zero))


def unshare(flags: int) -> None:
    _answer("unshare", _libc().unshare(flags))


def setns(fd: int, kind: int) -> None:
    _answer("setns", _libc().setns(fd, kind))


def mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    words = [os.fsencode(word) for word in (source, target, kind)]
    result = _libc().mount(*words, ctypes.c_ulong(flags), options.encode() or None)
    _answer(f"mount {source} at {target}", result)


def unmount(target: str, flags: int) -> None:
    _answer(f"umount {target}", _libc().umount2(os.fsencode(target), flags))


def make_read_only(tree: str) -> None:
    """Every mount in the tree, without touching flags that a user namespace may not change."""
    attributes = (ctypes.c_uint64 * 4)(MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID, 0, 0, 0)
    block = bytes(attributes)
    syscall("mount_setattr", AT_FDCWD, os.fsencode(tree), AT_RECURSIVE, block, len(block))


_CAPABILITY_VERSION_3 = 0x2008_0522


def capabilities() -> int:
    """The permitted, effective and inheritable capabilities of this process, in one mask."""
    header = bytes((ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0))
    sets = ctypes.create_string_buffer(24)
    syscall("capget", header, sets)
    words = (ctypes.c_uint32 * 6).from_buffer_copy(sets.raw)
    return int.from_bytes(bytes(words), "little")


def empty_bounding_set() -> None:
    """No program started from here on gains a capability; those held stay."""
    for number in range(64):
        try:
            prctl(PR_CAPBSET_DROP, number)
        except OSError:
            break  # past the last one, or not ours to drop


def drop_capabilities() -> None:
    header = bytes((ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0))
    syscall("capset", header, bytes(24))
