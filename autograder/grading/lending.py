"""Processes that grade for the threads of this one: one a thread at work, kept while it is used.

They are no children that multiprocessing knows of: a Dask worker is a daemon, which may have none.
"""

from __future__ import annotations

import contextlib
import pickle
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from multiprocessing.connection import Connection
from typing import Any, Final, ParamSpec, TypeVar

from autograder.grading.bench import NOT_HELD, NotHeld
from autograder.model import Bundle

PROGRAM: Final = "autograder.grading.lent"
P = ParamSpec("P")
T = TypeVar("T")


class LentProcessDied(Exception):  # noqa: N818 - named like the event; what it graded is asked again
    """The process that graded for a thread is gone."""


class Lent:
    """One process, which holds a bundle and does one thing at a time."""

    def __init__(self, hold: bytes) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                # -P: a folder named like a module, where the worker was started, is no module.
                [sys.executable, "-P", "-m", PROGRAM, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # an interrupt at the terminal is the grader's to handle
            )
        self._connection = Connection(ours.detach())
        with contextlib.suppress(OSError):  # already gone: whoever asks it will see
            self._connection.send_bytes(hold)

    def ask(self, task: Callable[..., T], *args: Any) -> T:
        """What the task comes to there; LentProcessDied if the process does not live to say so."""
        try:
            self._connection.send_bytes(pickle.dumps((task, args)))
            done, answer = self._connection.recv()
        except (EOFError, OSError):
            raise LentProcessDied from None
        if not done:
            raise answer
        result: T = answer
        return result

    def is_alive(self) -> bool:
        return self._process.poll() is None

    def end(self) -> None:
        """At once, whatever it does; who waits for its answer hears of it."""
        self._process.kill()
        self._process.wait()


@dataclass
class _Held:
    """A bundle, as it is handed on, who wants it kept, and the processes that hold it."""

    request: bytes
    owners: set[str] = field(default_factory=set)
    idle: list[Lent] = field(default_factory=list)
    busy: set[Lent] = field(default_factory=set)


class Lending:
    """All of this process's, by the key of the bundle that they hold."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: dict[str, _Held] = {}
        self._refused: dict[str, str] = {}

    def hold(self, key: str, bundle: Bundle, *, owner: str = "", ready: int = 0) -> None:
        """Keep the bundle for an owner, with so many processes that warm up at once."""
        from autograder.grading.tasks import hold

        with self._lock:
            self._refused.pop(key, None)
            held = self._held.get(key)
            if held is None:
                held = self._held[key] = _Held(pickle.dumps((hold, (key, bundle))))
            held.owners.add(owner)
            missing = ready - len(held.idle) - len(held.busy)
            held.idle += [Lent(held.request) for _ in range(missing)]

    def refuse(self, key: str, reason: str) -> None:
        """Whoever asks for that bundle here hears why it cannot be."""
        with self._lock:
            self._refused[key] = reason

    def release(self, key: str, *, owner: str = "") -> None:
        """The owner needs it no more; with the last one its processes end, at work or not."""
        with self._lock:
            self._refused.pop(key, None)
            held = self._held.get(key)
            if held is None:
                return
            held.owners.discard(owner)
            if held.owners:
                return
            del self._held[key]
        for lent in (*held.idle, *held.busy):
            lent.end()

    def end(self) -> None:
        """All of them, at once."""
        for key, held in list(self._held.items()):
            for owner in list(held.owners):
                self.release(key, owner=owner)

    def ask(self, key: str, task: Callable[..., T], *args: Any) -> T:
        """Have one of them do it."""
        held, lent = self._borrow(key)
        try:
            return lent.ask(task, *args)
        finally:
            with self._lock:
                held.busy.discard(lent)
                if lent.is_alive():
                    held.idle.append(lent)

    def _borrow(self, key: str) -> tuple[_Held, Lent]:
        with self._lock:
            held = self._held.get(key)
            if held is None:
                raise NotHeld(self._refused.get(key, NOT_HELD))
            while held.idle:
                lent = held.idle.pop()
                if lent.is_alive():
                    break
            else:
                lent = Lent(held.request)
            held.busy.add(lent)
            return held, lent


@lru_cache(maxsize=1)
def lending() -> Lending:
    """One per process."""
    return Lending()
