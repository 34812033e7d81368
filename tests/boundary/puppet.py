"""An impostor that understands each call and answers it as it likes, frame by frame."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from numpy.random import Generator

from autograder.boundary.codec import MINE, YOURS, Caps, Token, pack
from autograder.boundary.decoder import Decoder
from autograder.boundary.encoder import Encoder
from autograder.boundary.failures import read_failure
from tests.boundary.impostor import framed, headed, read_body

CAPS = Caps()


class TheirFunction:
    """A check's function, by its number."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        raise AssertionError("it is called by Call.ask")


class Call:
    """One call that waits for its answer; `solution` is the right function."""

    def __init__(
        self, end: socket.socket, decoder: Decoder, request: int, solution: Callable[..., Any]
    ) -> None:
        self.end = end
        self.request = request
        self.solution = solution
        self.name = decoder.take()
        self.measured = decoder.flag()
        self.args, self.kwargs = decoder.items(), decoder.pairs()
        self.objects = decoder.objects
        """the mutable arguments, in the order of their numbers"""
        self.functions = [
            a for a in (*self.args, *self.kwargs.values()) if isinstance(a, TheirFunction)
        ]

    def right(self) -> Any:
        """The right value; its callbacks are asked over the wire."""

        def bound(value: Any) -> Any:
            if isinstance(value, TheirFunction):
                return lambda *args: self.ask(value.number, args)
            return value

        kwargs = {name: bound(value) for name, value in self.kwargs.items()}
        return self.solution(*map(bound, self.args), **kwargs)

    def ask(self, number: int, args: Sequence[Any]) -> Any:
        """Call a function of the check's: what it returned, ValueError for whatever it raised."""
        encoder = Encoder(CAPS, hand_out, share=False, numbering=True)
        encoder.tokens += ["callback", self.request, number]
        encoder.items(list(args))
        encoder.pairs({})
        self.send(encoder.frame())
        decoder = Decoder(read_body(self.end), CAPS, Theirs(), sharing=True)
        kind, _ = decoder.text(), decoder.whole()
        if kind == "raise":
            raise ValueError(read_failure(decoder).text)
        return decoder.value()

    def returned(self, value: Any, peak: int = 0, changes: Sequence[Token] = (0,)) -> bytes:
        """The frame that returns a value."""
        encoder = self.encoder()
        encoder.tokens += ["return", self.request, peak]
        encoder.value(value)
        encoder.tokens += changes
        return encoder.frame()

    def drawn(self) -> dict[int, Any]:
        """The Generators that were given, as the right answer left them."""
        return {n: v for n, v in enumerate(self.objects) if isinstance(v, Generator)}

    def changed(self, contents: Mapping[int, Any]) -> list[Token]:
        """The tokens of these changes."""
        encoder = self.encoder(known=False)
        encoder.tokens.append(len(contents))
        for number, value in contents.items():
            encoder.tokens.append(number)
            encoder.value(value)
        return encoder.tokens

    def raised(self, name: str, text: str = "", number: int | None = None) -> list[Token]:
        """The tokens of a frame that raises."""
        return ["raise", self.request, name, name, text, None, None, "", number, 0]

    def encoder(self, *, known: bool = True) -> Encoder:
        return Encoder(CAPS, hand_out, share=False, objects=self.objects if known else ())

    def send(self, *bodies: bytes) -> None:
        """Frames, all at once."""
        self.end.sendall(b"".join(map(headed, bodies)))

    def tokens(self, *tokens: Token) -> None:
        self.send(pack(list(tokens), CAPS))


Answer = Callable[[Call], None]


class Theirs:
    """What a puppet makes of a check's functions."""

    def theirs(self, number: int, name: str, is_callable: bool) -> TheirFunction:
        return TheirFunction(number)

    def ours(self, number: int) -> object:
        return object()


def hand_out(value: object) -> Sequence[Token]:
    if isinstance(value, TheirFunction):
        return (YOURS, value.number)
    return (MINE, 0, type(value).__name__, callable(value))


def puppet(
    answers: Callable[[int], Answer], solutions: Mapping[str, Callable[..., Any]]
) -> Callable[[socket.socket], None]:
    """A script that answers its n-th call with answers(n), and everything else as it should be."""

    def script(end: socket.socket) -> None:
        calls = 0
        while True:
            decoder = Decoder(read_body(end), CAPS, Theirs(), sharing=True)
            kind, request = decoder.text(), decoder.whole()
            if kind == "call":
                decoder.numbering = True
                name = str(decoder.tokens[2])
                call = Call(end, decoder, request, solutions.get(name, lambda *args: None))
                answers(calls)(call)
                calls += 1
            elif kind == "cell":
                end.sendall(framed(["done", request, None]))
            elif kind == "defined":
                names = decoder.tokens[3:]
                end.sendall(framed(["done", request, len(names), *names]))
            # The answer to a callback that a damaged frame happened to be is of no interest.

    return script
