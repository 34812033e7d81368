"""Runs a check's own functions when the student's code calls them: on copies, in this process."""

from __future__ import annotations

from collections import deque
from typing import Final

from autograder.boundary.changes import Watch
from autograder.boundary.codec import Caps
from autograder.boundary.decoder import Decoder
from autograder.boundary.encoder import Encoder
from autograder.boundary.failures import Failure, describe, read_failure, rebuild
from autograder.boundary.handles import TrustedHandles
from autograder.errors import CodecError, ProcessDied

DEPTH: Final = 30
"""calls within callbacks within calls"""
_PASSING: Final = 16
"""exceptions of callbacks that come out of the call as the same object"""


class Callbacks:
    """The callbacks of one session."""

    def __init__(self, caps: Caps, handles: TrustedHandles) -> None:
        self._caps = caps
        self._handles = handles
        self._depth = 0
        self._count = 0
        self._passing: deque[tuple[int, Exception]] = deque(maxlen=_PASSING)
        self._fault: CodecError | None = None

    def run(self, request: int, decoder: Decoder) -> bytes:
        """Run the function that the frame asks for; the frame to answer with."""
        if decoder.size > self._caps.callback_bytes:
            raise CodecError("a frame gives a check's function more than it may")
        decoder.numbering = True
        function = self._handles.ours(decoder.whole())
        args, kwargs = decoder.items(), decoder.pairs()
        decoder.finish()
        if kwargs and not all(type(name) is str for name in kwargs):
            raise CodecError("an argument has a name that is no text")
        watch = Watch(decoder)
        try:
            if self._depth >= DEPTH:
                raise RecursionError(f"calls within calls, more than {DEPTH} deep")
            self._depth += 1
            try:
                value = function(*args, **kwargs)
            finally:
                self._depth -= 1
        except ProcessDied:
            raise
        except CodecError as error:
            return self._blame(request, error)
        except Exception as error:
            self._count += 1
            self._passing.append((self._count, error))
            return self._answer(request, watch, failure=describe(error, number=self._count))
        return self._answer(request, watch, value)

    def read_error(self, decoder: Decoder) -> Exception:
        """What a call raised: the callback's own exception if it came through, else a new one."""
        failure = read_failure(decoder)
        for number, error in self._passing:
            if number == failure.number:
                return error
        return rebuild(failure)

    def begin(self) -> None:
        """Before a call."""
        if not self._depth:
            self._passing.clear()
            self._fault = None

    def raise_fault(self) -> None:
        """After a call: what a check's function did wrong meanwhile is the check's error."""
        fault, self._fault = self._fault, None
        if fault is not None:
            raise fault

    def _answer(
        self, request: int, watch: Watch, value: object = None, failure: Failure | None = None
    ) -> bytes:
        encoder = Encoder(self._caps, self._handles.hand_out, share=True, objects=watch.objects)
        try:
            if failure is None:
                encoder.tokens += ("return", request)
                encoder.value(value)
            else:
                encoder.tokens += ("raise", request, *failure.tokens())
            watch.write(encoder)
            return encoder.frame()
        except (CodecError, TypeError, ValueError, RecursionError) as error:
            return self._blame(request, error)

    def _blame(self, request: int, error: Exception) -> bytes:
        """The student's code goes on with some error; the check will fail with this one."""
        self._fault = CodecError(f"a check's function did what cannot cross: {error}")
        failure = describe(RuntimeError("the given function failed"))
        encoder = Encoder(self._caps, self._handles.hand_out, share=True)
        encoder.tokens += ("raise", request, *failure.tokens(), 0)
        return encoder.frame()
