"""Takes a frame's tokens one by one, each of the type that has to stand there."""

from __future__ import annotations

from autograder.boundary.codec import Caps, Token, unpack
from autograder.errors import CodecError


class TokenReader:
    """The tokens of one frame."""

    def __init__(self, body: bytes, caps: Caps) -> None:
        self.tokens = unpack(body, caps)
        self.size = len(body)
        self._position = 0

    def take(self) -> Token:
        """The next token."""
        try:
            token = self.tokens[self._position]
        except IndexError:
            raise CodecError("a frame ends too early") from None
        self._position += 1
        return token

    def some(self, count: int) -> list[Token]:
        """So many of the next tokens, or as many as there are."""
        first = self._position
        self._position += count
        return self.tokens[first : first + count]

    def whole(self, most: int = 2**63) -> int:
        """The next token, which must be a whole number from 0 to `most`."""
        token = self.take()
        if type(token) is not int or not 0 <= token <= most:
            raise CodecError("a frame holds something other than a count")
        return token

    def flag(self) -> bool:
        """The next token, which must be a bool."""
        token = self.take()
        if type(token) is not bool:
            raise CodecError("a frame holds something other than a bool")
        return token

    def text(self) -> str:
        """The next token, which must be text."""
        token = self.take()
        if type(token) is not str:
            raise CodecError("a frame holds something other than text")
        return token

    def data(self) -> bytes:
        """The next token, which must be bytes."""
        token = self.take()
        if type(token) is not bytes:
            raise CodecError("a frame holds something other than bytes")
        return token

    def count(self) -> int:
        """How many values follow; no more than there are tokens left."""
        return self.whole(len(self.tokens) - self._position)

    def finish(self) -> None:
        """Refuse a frame that goes on after its end."""
        if self._position != len(self.tokens):
            raise CodecError("a frame goes on after its end")
