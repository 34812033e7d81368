"""One running zygote as the trusted process sees it: its channel, its folder, who has ended."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from autograder.errors import ConfinementError
from autograder.model import Limits
from autograder.sandbox import fonts
from autograder.sandbox.channel import Channel, Closed, Message
from autograder.sandbox.configuration import Configuration
from autograder.sandbox.environment import FOLDER, environment
from autograder.sandbox.rlimits import wanted
from autograder.sandbox.trees import remove_tree, scratch_folder

CRASHES = frozenset({signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGABRT})
_START_SECONDS = 120.0
_SPAWN_SECONDS = 60.0
"""backstops against a machine that hangs; a start takes about a second, a spawn a hundredth"""
_CLOSE_SECONDS = 1.0
_SLICE_SECONDS = 0.25
"""how long one thread may look away while another may have read its news"""


@dataclass(frozen=True)
class Exit:
    """How a student process ended: by itself with a code, or by a signal."""

    code: int | None
    signal: int | None
    cpu_seconds: float
    peak_mib: float
    description: str


@dataclass(eq=False)
class Fate:
    """What is known of one student process's end; None while it runs."""

    number: int
    end: Exit | None = None


class Link:
    """Starts with the object; `close` ends it. All methods may be called from several threads.

    The zygote warms up by itself; `wait_until_serving` is for who needs it.
    """

    def __init__(self, entry: str, configure: Callable[[str], Configuration]) -> None:
        self._lock = threading.RLock()
        self._numbers = 0
        self._answers: dict[int, Message] = {}
        self._fates: weakref.WeakValueDictionary[int, Fate] = weakref.WeakValueDictionary()
        self._gone = False
        self._serving = False
        self.process: subprocess.Popen[bytes] | None = None
        self._folder = Path(tempfile.mkdtemp(prefix=FOLDER))
        self._folder.chmod(0o711)  # the student's user may pass to its own folder, not list this
        self._home = self._folder / "home"
        self._home.mkdir()
        fonts.lend(self._home)
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._channel = Channel(ours, identify=True)
        try:
            with theirs:
                self.process = self._start(entry, theirs.fileno())
            config = configure(str(self._folder))  # takes a while, as its imports do
            self._limits = config.limits
            self._configure(config)
        except BaseException:
            self.close()
            raise

    def _start(self, entry: str, control: int) -> subprocess.Popen[bytes]:
        # Not -I: it would also ignore PYTHONHASHSEED. With a made-up environment, -s and -P
        # isolate as well.
        what = [entry] if entry.endswith(".py") else ["-m", entry]
        return subprocess.Popen(
            [sys.executable, "-s", "-P", *what, str(control)],
            pass_fds=[control],
            env=environment(str(self._home)),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=self._log,
            start_new_session=True,  # an interrupt at the terminal is the grader's to handle
        )

    def _configure(self, config: Configuration) -> None:
        with tempfile.TemporaryFile() as stream, contextlib.suppress(Closed):
            config.write(stream.fileno())
            self._channel.send({"configure": True}, stream.fileno())

    def wait_until_serving(self) -> None:
        """ConfinementError, with the reason, when it does not come so far."""
        try:
            if self._channel.receive(_START_SECONDS) is not None:
                self._serving = True
                fonts.keep(self._home)
                return
            found = f"no word from it within {_START_SECONDS:g} s"
        except Closed:
            found = _last_line(self._log)
        raise ConfinementError(
            f"the process that forks student processes did not start: {found}. "
            "Run `autograder doctor`"
        )

    def alive(self) -> bool:
        return not self._gone and self.process is not None and self.process.poll() is None

    def request(self, *, verify: bool) -> tuple[Message, socket.socket, Fate]:
        """A new child: its report, our end of its socket, its fate. Closed: the zygote is gone."""
        ours, theirs = socket.socketpair()
        with self._lock, theirs:
            self._numbers += 1
            fate = Fate(self._numbers)
            self._fates[fate.number] = fate
            try:
                self._send({"spawn": fate.number, "verify": verify}, theirs.fileno())
                theirs.close()  # or our end would not see the child's close
                answer = self._answer(fate)
            except BaseException:
                ours.close()
                raise
        return answer, ours, fate

    def _answer(self, fate: Fate) -> Message:
        deadline = time.monotonic() + _SPAWN_SECONDS
        while fate.number not in self._answers:
            if self._gone:
                raise Closed("the zygote has ended")
            if fate.end is not None:
                raise ConfinementError(
                    f"a student process {fate.end.description} before it was confined"
                )
            if time.monotonic() > deadline:
                raise ConfinementError(
                    f"a student process was not confined within {_SPAWN_SECONDS:g} s"
                )
            self.news(_SLICE_SECONDS)
        answer = self._answers.pop(fate.number)
        if "failed" in answer.fields:
            raise ConfinementError(
                f"a student process could not be confined: {answer.fields['reason']}. "
                "Run `autograder doctor`"
            )
        return answer

    def kill(self, fate: Fate) -> None:
        with contextlib.suppress(Closed):
            self._send({"kill": fate.number})

    def _send(self, fields: dict[str, object], fd: int | None = None) -> None:
        try:
            self._channel.send(fields, fd)
        except (Closed, OSError) as error:
            self._gone = True
            raise Closed("the zygote has ended") from error

    def news(self, timeout: float = 0.0) -> None:
        """Read what the zygote reports; wait for it up to `timeout` seconds."""
        with contextlib.suppress(OSError, ValueError):
            self._channel.wait(min(timeout, _SLICE_SECONDS))  # others may read meanwhile
        with self._lock:
            try:
                while (message := self._channel.receive(0.0)) is not None:
                    self._note(message)
            except (Closed, OSError, ValueError):
                self._gone = True
            if self._gone:
                self._end_all()

    def _note(self, message: Message) -> None:
        match message.fields:
            case {"ready": int(number)} | {"failed": int(number)}:
                self._answers[number] = message
            case {"exit": int(number), "status": int(status), "cpu": float(cpu), "disk": over}:
                remove_tree(str(scratch_folder(str(self._folder), number)))
                fate = self._fates.get(number)
                if fate is not None:
                    peak = message.fields["peak_kib"] / 1024
                    fate.end = _exit(status, cpu, peak, self._limits, over=over)

    def _end_all(self) -> None:
        for fate in list(self._fates.values()):
            if fate.end is None:
                fate.end = Exit(None, signal.SIGKILL, 0.0, 0.0, "ended with its zygote")

    def close(self) -> None:
        """End the zygote and all its children, and remove their folder."""
        self._channel.close()
        self._gone = True
        self._end_all()
        if self.process is not None:
            try:
                self.process.wait(_CLOSE_SECONDS if self._serving else 0)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self._log.close()
        remove_tree(str(self._folder))


def _last_line(log: IO[bytes]) -> str:
    log.seek(0)
    lines = log.read().decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), "it said nothing")


def _exit(status: int, cpu: float, peak_mib: float, limits: Limits, *, over: bool) -> Exit:
    if over:
        return Exit(None, signal.SIGKILL, cpu, peak_mib, "was stopped: it wrote too many files")
    if os.WIFEXITED(status):
        code = os.WEXITSTATUS(status)
        # Not the code: the text reaches feedback pages, and the student's code chose the number.
        return Exit(code, None, cpu, peak_mib, "ended by itself")
    number = os.WTERMSIG(status)
    # As above: of the signals only those that a crash sends itself are named.
    name = signal.strsignal(number) if number in CRASHES else "a signal"
    if number in (signal.SIGKILL, signal.SIGXCPU) and cpu >= limits.submission_cpu:
        most = wanted(limits, 0)["CPU"]
        return Exit(None, number, cpu, peak_mib, f"was stopped after {most} s of CPU time")
    if number == signal.SIGKILL:
        return Exit(None, number, cpu, peak_mib, "was stopped from outside")
    return Exit(None, number, cpu, peak_mib, f"crashed ({name})")
