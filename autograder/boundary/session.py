"""The trusted end of the conversation with one student process.

What comes back is a value, an exception or the end of the process: whatever the other side sends.
"""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Final, Protocol

from autograder.boundary.allowance import CpuAllowance
from autograder.boundary.callbacks import Callbacks
from autograder.boundary.changes import read_changes
from autograder.boundary.channel import Broken, Channel, Ended, Silent
from autograder.boundary.codec import Token, caps_for
from autograder.boundary.decoder import Decoder
from autograder.boundary.encoder import Encoder
from autograder.boundary.failures import Failure, read_failure
from autograder.boundary.handles import TrustedHandles
from autograder.boundary.memory import some_ceiling
from autograder.boundary.proxy import Proxy
from autograder.boundary.starting import ENTRY, PACKAGES, start_zygote
from autograder.errors import CodecError, ProcessDied
from autograder.model import CodeCell, Limits, StudentError
from autograder.sandbox.process import StudentProcess

__all__ = ["ENTRY", "PACKAGES", "Session", "Spawner", "start_zygote"]
_CALLBACKS: Final = 1_000_000
"""of one call"""
_CELL_GRACE: Final = 1.25
"""a cell stops itself at its limit, and is stopped at this many times it"""
_EXIT_SECONDS: Final = 5.0


class Spawner(Protocol):
    """What a session needs of a zygote."""

    def spawn(self) -> StudentProcess: ...


class Session:
    """One student process, from its start to its end."""

    def __init__(self, zygote: Spawner, limits: Limits) -> None:
        self.death: str | None = None
        """why the process is gone, in words for the student"""
        self.backstop_struck = False
        """whether it died of the wall clock, which says little on a busy machine"""
        self._limits = limits
        self._caps = caps_for(limits)
        self._process = zygote.spawn()
        self._channel = Channel(self._process, self._caps.frame_bytes)
        self._handles = TrustedHandles(self)
        self._requests = itertools.count(1)
        self._callbacks = Callbacks(self._caps, self._handles)
        self._spent: float | None = None

    # ---------------------------------------------------------------- what grading uses

    @property
    def cpu_seconds(self) -> float:
        """CPU time that the process has used."""
        return self._process.cpu_seconds() if self._spent is None else self._spent

    def run_cell(self, cell: CodeCell) -> StudentError | None:
        """Run a cell; what it raised, if anything."""
        limit = self._limits.cell_cpu
        with self._alive(f"in cell {cell.number}"):
            allowance = self._allowance(limit * _CELL_GRACE + 0.5)
            head: list[Token] = ["cell", cell.number, cell.source, limit]
            decoder = self._simple(head, allowance)
            failed = decoder.tokens[2:] != [None]
            failure = read_failure(decoder) if failed else decoder.take()
            decoder.finish()
        return failure.student_error() if isinstance(failure, Failure) else None

    def defined(self, names: Sequence[str]) -> frozenset[str]:
        """Which of the names exist in the student's namespace."""
        with self._alive("looking for the answers"):
            allowance = self._allowance(self._limits.call_cpu)
            decoder = self._simple(["defined", len(names), *names], allowance)
            found = {decoder.text() for _ in range(decoder.count())}
            decoder.finish()
        return frozenset(names) & found

    def proxy(self, name: str) -> Callable[..., Any]:
        """The student's function of that name: a call crosses the boundary."""
        return Proxy(self, name)

    def forget_functions(self) -> None:
        """Between two checks: the functions that a check handed out can be called no more."""
        self._handles.forget()

    def close(self) -> None:
        """End the process."""
        if self.death is None:
            self._end("was closed")

    # ---------------------------------------------------------------- calls

    def call(
        self, target: str | int, args: tuple[Any, ...], kwargs: dict[str, Any], *, measured: bool
    ) -> tuple[Any, int, float]:
        """(value, peak bytes, CPU seconds); raises what the student's function raised."""
        place = f"in {target}" if isinstance(target, str) else "in a function that was returned"
        self._still_there()
        request = next(self._requests)
        encoder = self._encoder(numbering=True)
        encoder.plan((args, kwargs))
        encoder.tokens += ("call", request, target, measured)
        encoder.items(args)
        encoder.pairs(kwargs)
        frame = encoder.frame()
        self._callbacks.begin()
        with self._alive(place), some_ceiling(self._limits.memory_mib):
            allowance = self._allowance(self._limits.call_cpu)
            self._channel.send(frame, allowance)
            decoder, kind = self._reply(request, allowance)
            decoder.objects = encoder.objects
            error = self._callbacks.read_error(decoder) if kind == "raise" else None
            peak = decoder.whole() if error is None else 0
            value = decoder.value() if error is None else None
            apply_changes = read_changes(decoder, encoder.objects)
            decoder.finish()
            apply_changes()
            seconds = self._process.cpu_seconds() - allowance.started if measured else 0.0
        self._callbacks.raise_fault()
        if error is not None:
            raise error
        return value, peak, seconds

    def _reply(self, request: int, allowance: CpuAllowance) -> tuple[Decoder, str]:
        """The reply to a request, after the callbacks that come before it."""
        for _ in range(_CALLBACKS):
            decoder = self._receive(request, allowance)
            kind = decoder.text()
            decoder.take()
            if kind in ("return", "raise"):
                return decoder, kind
            if kind != "callback":
                raise CodecError("a frame of an unknown kind")
            answer = self._callbacks.run(request, decoder)
            # A check's function may have swallowed the end of the process.
            self._still_there()
            self._channel.send(answer, allowance)
            allowance.check_sometimes()
        raise Broken(f"it called the given function more than {_CALLBACKS:,} times")

    # ---------------------------------------------------------------- frames

    def _encoder(self, *, numbering: bool = False) -> Encoder:
        return Encoder(self._caps, self._handles.hand_out, share=True, numbering=numbering)

    def _simple(self, head: list[Token], allowance: CpuAllowance) -> Decoder:
        """A request without values, and its reply."""
        request = next(self._requests)
        encoder = self._encoder()
        encoder.tokens = [head[0], request, *head[1:]]
        self._channel.send(encoder.frame(), allowance)
        decoder = self._receive(request, allowance)
        if decoder.text() != "done":
            raise CodecError("a frame of an unknown kind")
        decoder.take()
        return decoder

    def _receive(self, request: int, allowance: CpuAllowance) -> Decoder:
        body = self._channel.receive(allowance)
        decoder = Decoder(body, self._caps, self._handles, sharing=False)
        if len(decoder.tokens) < 2 or type(decoder.tokens[1]) is not int:
            raise CodecError("a frame without a number")
        if decoder.tokens[1] != request:
            raise CodecError("a frame with another number than the request's")
        return decoder

    def _allowance(self, cpu_seconds: float) -> CpuAllowance:
        return CpuAllowance(self._process, cpu_seconds, self._limits)

    # ---------------------------------------------------------------- death

    def _still_there(self) -> None:
        if self.death is not None:
            raise ProcessDied(self.death)

    def _alive(self, place: str) -> _Conversation:
        return _Conversation(self, place)

    def _broke_off(self, place: str, error: BaseException) -> bool:
        """End the process for the error; whether that is all that there is to say of it."""
        if isinstance(error, Broken):
            self.backstop_struck = isinstance(error, Silent)
            self._end(f"stopped {place}: {error}")
        elif isinstance(error, Ended):
            self._end(f"ended {place}: {self._last_words()}")
        elif isinstance(error, CodecError | RecursionError | MemoryError):
            self._end(f"stopped {place}: it sent what is no value ({error})")
        else:
            # A check's time-out, an interrupt: the process waits for an answer that never comes.
            if self.death is None:
                self._end(f"stopped {place}: the check ended amid a call")
            return False
        return True

    def _last_words(self) -> str:
        try:
            return self._process.wait(_EXIT_SECONDS).description
        except TimeoutError:
            return "it closed its connection"

    def _end(self, reason: str) -> None:
        self.death = reason
        self._process.kill()
        with contextlib.suppress(TimeoutError):
            self._spent = self._process.wait(_EXIT_SECONDS).cpu_seconds
        self._process.socket.close()


class _Conversation:
    """Whatever goes wrong in it ends the process; nothing else is known of it."""

    def __init__(self, session: Session, place: str) -> None:
        self._session = session
        self._place = place

    def __enter__(self) -> None:
        self._session._still_there()

    def __exit__(
        self, kind: object, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or self._session._broke_off(self._place, error):
            self._session._still_there()
