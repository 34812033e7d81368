"""The zygote's work: fork a confined child for each request, kill it when told, report its end."""

from __future__ import annotations

import os
import select
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from autograder.model import Limits
from autograder.sandbox import child, disk, kernel, strays, verify
from autograder.sandbox.channel import Channel, Closed, Message
from autograder.sandbox.layers import PROCESSES
from autograder.sandbox.trees import remove_tree, scratch_folder

if TYPE_CHECKING:
    import resource  # not on Windows, where this module must still import

ChildMain = Callable[[socket.socket, Limits, Path], None]

_MEASURE_MS = 50
"""between two looks at what the children have on disk"""


class Nursery:
    """The children alive: process id → the number that the trusted side knows them by."""

    def __init__(
        self, control: Channel, around: child.Surroundings, zygote: int, child_main: ChildMain
    ) -> None:
        self._control = control
        self._around = around
        self._zygote = zygote
        self._child_main = child_main
        self._children: dict[int, int] = {}
        self._over: set[int] = set()
        """process ids of those that were ended because of what they had on disk"""

    def run(self, trusted: int | None) -> NoReturn:
        waker, woken = socket.socketpair()
        for end in (waker, woken):
            end.setblocking(False)
        signal.signal(signal.SIGCHLD, lambda *_: None)  # a handler is needed for the wake-up
        signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
        poll = select.poll()
        for fd in filter(None, (self._control.fileno(), woken.fileno(), trusted)):
            poll.register(fd, select.POLLIN)
        while True:
            measuring = bool(self._children) and not self._around.has_view
            ready = {fd for fd, _ in poll.poll(_MEASURE_MS if measuring else None)}
            try:
                if trusted in ready:
                    raise Closed("the trusted process has ended")
                if woken.fileno() in ready:
                    woken.recv(4096)
                    self._reap()
                if self._control.fileno() in ready and (message := self._control.receive()):
                    self._obey(message)
                if measuring:
                    self._measure()
            except Closed:
                self._end()

    def _obey(self, message: Message) -> None:
        match message.fields:
            case {"spawn": int(number), "verify": bool(verifying)} if message.fd is not None:
                try:
                    self._spawn(number, message.fd, verifying=verifying)
                finally:
                    os.close(message.fd)
            case {"kill": int(number)}:
                for pid, child_number in self._children.items():
                    if child_number == number:
                        os.kill(pid, signal.SIGKILL)

    def _spawn(self, number: int, student: int, *, verifying: bool) -> None:
        try:
            pid = self._fork()
        except OSError as error:
            self._control.send({"failed": number, "reason": f"fork: {error.strerror}"})
            return
        if pid:
            self._children[pid] = number
            return
        code = 1
        try:
            code = self._live(number, student, verifying=verifying)
        finally:
            os._exit(code)

    def _fork(self) -> int:
        if not self._around.problems[PROCESSES]:
            # Each child becomes process 1 of a namespace of its own; a second one is made from the
            # first's parent.
            kernel.setns(self._around.process_namespace, kernel.CLONE_NEWPID)
            kernel.unshare(kernel.CLONE_NEWPID)
        return os.fork()

    def _live(self, number: int, student: int, *, verifying: bool) -> int:
        """The child, from here to its end; the answer is its exit code."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        child.keep_only(student, self._control.fileno())
        control = Channel(socket.socket(fileno=child.CONTROL))
        root = os.geteuid() == 0
        try:
            confined = child.confine(self._around, self._zygote, number)
            problems = verify.verified(confined, root=root) if verifying else confined.problems
        except OSError as error:
            control.send({"failed": number, "reason": str(error.strerror or error)})
            return 1
        control.send({"ready": number, "problems": problems, "root": root})
        control.close()
        if verifying:
            return 0
        try:
            self._child_main(
                socket.socket(fileno=child.SOCKET),
                self._around.configuration.limits,
                confined.scratch,
            )
        except SystemExit as stop:
            return stop.code & 0xFF if isinstance(stop.code, int) else int(stop.code is not None)
        return 0

    def _measure(self) -> None:
        """End those that have written more than a scratch folder holds in the file view."""
        folder, most = self._around.configuration.folder, self._around.scratch_bytes
        for pid, number in self._children.items():
            if disk.is_over(str(scratch_folder(folder, number)), pid, most):
                self._over.add(pid)
                os.kill(pid, signal.SIGKILL)

    def _end_strays(self) -> None:
        if self._around.process_table >= 0:
            strays.end(self._around.process_table, self._children)

    def _reap(self) -> None:
        while self._children:
            try:
                pid, status, usage = os.wait4(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            number = self._children.pop(pid, None)
            if number is not None:
                self._end_strays()  # before the trusted side hears that it is over
                self._tell(number, status, usage, over=pid in self._over)
                self._over.discard(pid)

    def _tell(self, number: int, status: int, usage: resource.struct_rusage, *, over: bool) -> None:
        self._control.send(
            {
                "exit": number,
                "status": status,
                "cpu": usage.ru_utime + usage.ru_stime,
                "peak_kib": usage.ru_maxrss,
                "disk": over,
            }
        )

    def _end(self) -> NoReturn:
        for pid in self._children:
            os.kill(pid, signal.SIGKILL)
        for pid in self._children:
            os.waitpid(pid, 0)
        self._children.clear()
        self._end_strays()
        if self._around.problems[PROCESSES]:  # else the process that waits for us clears up
            remove_tree(self._around.configuration.folder)
        os._exit(0)
