"""The student process's end of the conversation: runs cells, answers calls, passes callbacks on.

Student code may do anything to this process; the trusted side relies on nothing that is said here.
What is done carefully is done for honest notebooks, which patch and shadow things by accident.
"""

from __future__ import annotations

import struct
from _thread import get_ident
from _tracemalloc import get_traced_memory, reset_peak, start, stop
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from socket import socket
from typing import Any

from autograder.boundary.changes import Watch, read_changes
from autograder.boundary.codec import MINE, YOURS, Caps, Token, cleaned
from autograder.boundary.decoder import Decoder
from autograder.boundary.encoder import Encoder
from autograder.boundary.failures import Failure, describe, read_failure, rebuild
from autograder.boundary.notebook import Notebook
from autograder.errors import CodecError

NOT_NOW = "the given function can be called only while a call of yours is being answered"
_AT_ONCE = 1 << 14
"""bytes read at once: most frames are shorter, and arrive with their header"""
_PASSING = 16
"""exceptions of callbacks that are recognised when they come back out of the student's function"""


class StudentSide:
    """Serves one notebook until the trusted side hangs up. Also the `Handles` of its decoders."""

    def __init__(self, connection: socket, caps: Caps, notebook: Notebook) -> None:
        # Bound now: what the notebook does to the class or the module later does not matter.
        self._send_all = connection.sendall
        self._receive_into = connection.recv_into
        self._caps = caps
        self._callback_caps = replace(caps, frame_bytes=caps.callback_bytes)
        self._buffer = memoryview(bytearray(_AT_ONCE))
        self._notebook = notebook
        self._thread = get_ident()
        self._open: list[int] = []
        """calls being answered, the innermost last"""
        self._objects: list[object] = []
        self._numbers: dict[int, int] = {}
        self._functions: dict[int, Callable[..., Any]] = {}
        self._function_numbers: dict[int, int] = {}
        self._passing: deque[tuple[BaseException, int]] = deque(maxlen=_PASSING)

    def serve(self) -> None:
        """Answer requests until the connection ends."""
        while (decoder := self._receive()) is not None:
            self._answer(decoder.text(), decoder.whole(), decoder)

    # ---------------------------------------------------------------- things that do not cross

    def theirs(self, number: int, name: str, is_callable: bool) -> object:
        """A function of a check, as the student sees it."""
        function = self._functions.get(number)
        if function is None:
            function = _function(partial(self._call_back, number))
            self._functions[number] = function
            self._function_numbers[id(function)] = number
        return function

    def ours(self, number: int) -> object:
        """An object of the student's own that comes back."""
        return self._objects[number]

    def _hand_out(self, value: object) -> Sequence[Token]:
        theirs = self._function_numbers.get(id(value))
        if theirs is not None:
            return (YOURS, theirs)
        number = self._numbers.get(id(value))
        if number is None:
            number = self._numbers[id(value)] = len(self._objects)
            self._objects.append(value)
        return (MINE, number, cleaned(type(value).__name__, 100), callable(value))

    # ---------------------------------------------------------------- requests

    def _answer(self, kind: str, request: int, decoder: Decoder) -> None:
        if kind == "call":
            self._call(request, decoder)
        elif kind == "cell":
            number, source, cpu = decoder.whole(), decoder.text(), decoder.take()
            failure = self._notebook.run(number, source, float(cpu or 0))
            self._send(["done", request, *(failure.tokens() if failure else [None])])
        elif kind == "defined":
            names = [decoder.text() for _ in range(decoder.count())]
            there = [name for name in names if name in self._notebook.namespace]
            self._send(["done", request, len(there), *there])
        else:
            raise CodecError(f"an unknown request: {kind}")

    def _call(self, request: int, decoder: Decoder) -> None:
        decoder.numbering = True
        target, measured = decoder.take(), decoder.flag()
        args, kwargs = decoder.items(), decoder.pairs()
        watch = Watch(decoder)
        self._open.append(request)
        value, peak, failure = None, 0, None
        try:
            function = self._find(target)
            if measured:
                value, peak = _with_peak(function, args, kwargs)
            else:
                value = function(*args, **kwargs)
        except BaseException as error:
            failure = self._describe(error)
        self._open.pop()
        try:
            reply = self._reply(request, watch, value, peak, failure)
        except (TypeError, ValueError) as error:  # a change that has no way back
            reply = self._raised(request, error)
        except Exception as error:
            reply = self._raised(request, RuntimeError(f"the result cannot be judged: {error}"))
        self._send_frame(reply)
        if not self._open:
            self._passing.clear()

    def _find(self, target: Token) -> Any:
        if type(target) is int:
            return self._objects[target]
        try:
            return self._notebook.namespace[str(target)]
        except KeyError:
            raise NameError(f"name {target!r} is not defined") from None

    def _describe(self, error: BaseException) -> Failure:
        number = next((n for passing, n in self._passing if passing is error), None)
        return describe(error, number=number)

    def _reply(
        self, request: int, watch: Watch, value: object, peak: int, failure: Failure | None
    ) -> bytes:
        encoder = self._encoder(watch.objects)
        if failure is None:
            encoder.tokens += ("return", request, peak)
            encoder.value(value)
        else:
            encoder.tokens += ("raise", request, *failure.tokens())
        watch.write(encoder)
        return encoder.frame()

    def _raised(self, request: int, error: Exception) -> bytes:
        encoder = self._encoder()
        encoder.tokens += ("raise", request, *describe(error).tokens(), 0)
        return encoder.frame()

    # ---------------------------------------------------------------- callbacks

    def _call_back(self, number: int, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """Have the trusted side run its function `number`, while this call waits."""
        if not self._open or get_ident() != self._thread:
            raise RuntimeError(NOT_NOW)
        encoder = Encoder(self._callback_caps, self._hand_out, share=False, numbering=True)
        request = self._open[-1]
        encoder.tokens += ("callback", request, number)
        try:
            encoder.items(args)
            encoder.pairs(kwargs)
            frame = encoder.frame()
        except CodecError as error:
            raise TypeError(f"the given function cannot take this: {error}") from None
        self._send_frame(frame)
        while True:
            decoder = self._receive()
            if decoder is None:
                raise SystemExit
            kind, answered = decoder.text(), decoder.whole()
            if kind not in ("return", "raise") or answered != request:
                self._answer(kind, answered, decoder)
                continue
            return self._take_answer(kind, decoder, encoder.objects)

    def _take_answer(self, kind: str, decoder: Decoder, sent: list[object]) -> Any:
        decoder.objects = sent
        failure = read_failure(decoder) if kind == "raise" else None
        value = decoder.value() if failure is None else None
        read_changes(decoder, sent)()
        if failure is None:
            return value
        error = rebuild(failure)
        if failure.number is not None:
            self._passing.append((error, failure.number))
        raise error

    # ---------------------------------------------------------------- frames

    def _encoder(self, objects: Sequence[object] = ()) -> Encoder:
        return Encoder(self._caps, self._hand_out, share=False, objects=objects)

    def _send(self, tokens: list[Token]) -> None:
        encoder = self._encoder()
        encoder.tokens = tokens
        self._send_frame(encoder.frame())

    def _send_frame(self, body: bytes) -> None:
        self._send_all(struct.pack("!I", len(body)) + body)

    def _receive(self) -> Decoder | None:
        # The trusted side sends one frame at a time, so what arrives is of one frame.
        there, wanted, place = 0, 4, self._buffer
        while there < wanted:
            count = self._receive_into(place[there:])
            if count == 0:
                return None
            there += count
            if wanted == 4 <= there:
                wanted += int.from_bytes(place[:4], "big")
                if wanted > len(place):
                    head, place = place[:there], memoryview(bytearray(wanted))
                    place[:there] = head
        return Decoder(bytes(place[4:there]), self._caps, self, sharing=True)


def _function(call: Callable[[Sequence[Any], Mapping[str, Any]], Any]) -> Callable[..., Any]:
    """A plain function, as the notebook would get in one process; its name tells nothing."""

    def function(*args: Any, **kwargs: Any) -> Any:
        return call(args, kwargs)

    return function


def _with_peak(
    function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]
) -> tuple[Any, int]:
    """The value, and the most memory that was in use above what was before."""
    start()
    try:
        reset_peak()
        before = get_traced_memory()[0]
        value = function(*args, **kwargs)
        return value, max(get_traced_memory()[1] - before, 0)
    finally:
        stop()
