"""The trusted side: a zygote to fork student processes from, and a handle on each of them."""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Collection, Mapping, Sequence
from pathlib import PurePosixPath
from types import TracebackType
from typing import Self

from autograder.errors import ConfinementError, UsageError
from autograder.model import Layer, Limits
from autograder.sandbox import layers as layer_table
from autograder.sandbox.channel import Closed
from autograder.sandbox.configuration import Configuration
from autograder.sandbox.link import Exit, Fate, Link
from autograder.sandbox.platforms import require_linux

__all__ = ["Exit", "StudentProcess", "Zygote", "cpu_clock"]


def cpu_clock(pid: int) -> float:
    """CPU time of another process until now, in seconds; OSError when there is none."""
    return time.clock_gettime((~pid << 3) | 2)  # as the kernel numbers these clocks


class StudentProcess:
    """One confined process. It dies with the zygote, and the zygote with this process."""

    def __init__(self, link: Link, fate: Fate, end: socket.socket, pid: int) -> None:
        self.socket = end
        self.pid = pid
        self._link = link
        self._fate = fate
        self._last_cpu = 0.0

    def cpu_seconds(self) -> float:
        """CPU time used until now, or in all when it has ended."""
        self._link.news()
        if self._fate.end is not None:
            return max(self._last_cpu, self._fate.end.cpu_seconds)
        with contextlib.suppress(OSError):
            self._last_cpu = cpu_clock(self.pid)
        return self._last_cpu

    def kill(self) -> None:
        """End it now. The zygote does it: it alone knows whether the id is still this child's."""
        self._link.kill(self._fate)

    def wait(self, timeout: float) -> Exit:
        """Its end; TimeoutError when it is still running after `timeout` seconds."""
        deadline = time.monotonic() + timeout
        self._link.news()
        while self._fate.end is None:
            rest = deadline - time.monotonic()
            if rest <= 0:
                raise TimeoutError(f"student process {self.pid} still runs after {timeout:g} s")
            self._link.news(rest)
        return self._fate.end

    def close(self) -> None:
        """End it and close its socket."""
        self.kill()
        self.socket.close()


class Zygote:
    """A warm interpreter without anything of the staff's; started when needed, again after a death.

    `entry` is a module, or the path of a script, that warms up and calls
    `autograder.sandbox.zygote.serve`. `packages` are the distributions that student code may
    import, with all that they require. `files` appear, read-only, in each student process's
    working folder. `without` leaves out layers (to test what then holds).
    """

    def __init__(
        self,
        entry: str,
        *,
        packages: Sequence[str],
        limits: Limits,
        files: Mapping[str, bytes] | None = None,
        allow_weak: bool = False,
        without: Collection[str] = (),
    ) -> None:
        self._entry = entry
        self._packages = tuple(packages)
        self._limits = limits
        self._files = dict(files or {})
        self._allow_weak = allow_weak
        self._without = frozenset(without)
        self._begun: Link | None = None
        """warming up; nobody has needed it yet"""
        self._link: Link | None = None
        self._layers: tuple[Layer, ...] = ()
        for name in self._files:
            _check_name(name)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The confinement layers, each in force or not; starts the zygote if need be."""
        if not self._layers:
            self._running()
        return self._layers

    @property
    def pid(self) -> int | None:
        """The zygote's process id; None when it does not run."""
        link = self._link
        return link.process.pid if link and link.process and link.alive() else None

    def begin(self) -> None:
        """Start it without waiting: who needs it later waits less."""
        if self._begun is not None and not self._begun.alive():  # killed while it warmed up
            self._begun.close()
            self._begun = None
        if self._link is None and self._begun is None:
            require_linux()
            self._begun = Link(self._entry, self._configuration)

    def spawn(self) -> StudentProcess:
        """A new confined student process."""
        link = self._running()
        try:
            return self._spawn(link)
        except Closed:
            return self._spawn(self._running())

    def close(self) -> None:
        """End the zygote and with it all its student processes; nothing is left on disk."""
        for link in filter(None, (self._begun, self._link)):
            link.close()
        self._begun = self._link = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _running(self) -> Link:
        if self._link is not None and self._link.alive():
            return self._link
        if self._link is not None:
            self.close()
        self.begin()
        assert self._begun is not None
        link, self._begun = self._begun, None
        try:
            link.wait_until_serving()
            self._layers = self._verified(link)
        except BaseException:
            link.close()
            raise
        self._link = link
        return link

    def _configuration(self, folder: str) -> Configuration:
        from autograder.sandbox.allowlist import allowed, expand

        lists = allowed(self._packages)
        readable, listable = expand(lists)
        return Configuration(
            limits=self._limits,
            readable=lists.readable,
            hidden=lists.hidden,
            expanded=tuple(readable),
            listable=tuple(listable),
            files=self._files,
            folder=folder,
            left_out=self._without,
        )

    def _verified(self, link: Link) -> tuple[Layer, ...]:
        """Let a first child try what the layers forbid."""
        ready, end, _ = link.request(verify=True)
        end.close()
        found = layer_table.describe(ready.fields["problems"], root=ready.fields["root"])
        missing = layer_table.missing(found)
        if missing and not self._allow_weak:
            what = "; ".join(f"{layer.name}: {layer.detail}" for layer in missing)
            raise ConfinementError(
                f"the student process would not be confined enough: {what}. "
                "Grade on a machine or in a container that offers this, or accept the risk with "
                "--allow-weak-sandbox"
            )
        return found

    def _spawn(self, link: Link) -> StudentProcess:
        ready, end, fate = link.request(verify=False)
        student = StudentProcess(link, fate, end, ready.pid)
        problems: dict[str, str] = ready.fields["problems"]
        lost = [layer.name for layer in self._layers if layer.active and problems[layer.name]]
        if lost:
            student.close()
            what = "; ".join(f"{name}: {problems[name]}" for name in lost)
            raise ConfinementError(
                f"a student process lost a layer that was in force before: {what}. "
                "Run `autograder doctor`, then grade again"
            )
        return student


def _check_name(name: str) -> None:
    path = PurePosixPath(name)
    plain = all(part not in ("..", ".", "/") for part in path.parts)
    if not (plain and 1 <= len(path.parts) <= 2 and str(path) == name and "\0" not in name):
        raise UsageError(
            f"found a shipped file named {name!r}, wanted a plain name in at most one folder: "
            "rename it"
        )
