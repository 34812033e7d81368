"""The grammar of what crosses the boundary: a frame is one flat msgpack array of scalars.

Containers do not nest in msgpack; they are announced by a tag and a count, so that no decoder
takes memory before the count was compared with what is really there. A tag is a `bytes` token of
length one; None, bool, int, float and str stand for themselves. After a tag:

    I bytes                             an int beyond 64 bits, two's complement
    c real imag                         complex
    b bytes                             bytes
    l n item…   t n item…               list, tuple
    d n (key item)…                     dict
    a dtype n dim… flags data           array with memory of its own
    v dtype n dim… stride… offset flags buffer data|None    array in a buffer (to the student)
    s dtype data                        numpy scalar
    g name state… seeds                 numpy Generator, see generators.py
    r index                             a mutable object that both sides have already numbered
    m number name callable              something that lives at the sender
    y number                            something that lives at the receiver
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias

from msgpack import Packer, Unpacker

from autograder.errors import CodecError
from autograder.model import Limits

Token: TypeAlias = "bool | int | float | str | bytes | None"

BIG_INT: Final = b"I"
COMPLEX: Final = b"c"
BYTES: Final = b"b"
LIST: Final = b"l"
TUPLE: Final = b"t"
DICT: Final = b"d"
ARRAY: Final = b"a"
VIEW: Final = b"v"
SCALAR: Final = b"s"
GENERATOR: Final = b"g"
REFERENCE: Final = b"r"
MINE: Final = b"m"
YOURS: Final = b"y"

TOKEN_TYPES: Final = frozenset({type(None), bool, int, float, str, bytes})
TEXT_LENGTH: Final = 2_000
"""longest message of an exception that crosses"""


@dataclass(frozen=True)
class Caps:
    """What one frame may hold; a receiver checks them before it takes memory."""

    frame_bytes: int = 64 << 20
    tokens: int = 2_000_000
    depth: int = 50
    int_bits: int = 65_536
    dimensions: int = 32
    callback_bytes: int = 4 << 20
    """of a call of a check's own function, which may do anything with what it is given"""
    collidable_keys: int = 10_000
    """keys whose hashes a student can choose: thousands of equal hashes make a dict quadratic"""


def caps_for(limits: Limits) -> Caps:
    """The caps of an assignment."""
    return Caps(frame_bytes=limits.frame_mib << 20)


def pack(tokens: list[Token], caps: Caps) -> bytes:
    """A frame's body; CodecError when it is larger than the receiver would accept."""
    if len(tokens) > caps.tokens:
        raise CodecError(f"the value has over {caps.tokens:,} parts; return fewer, or an array")
    try:
        packer = Packer(
            strict_types=True, unicode_errors="surrogatepass", buf_size=1024, autoreset=True
        )
        body: bytes = packer.pack(tokens)
    except (ValueError, OverflowError) as error:
        raise CodecError(f"the value cannot be sent ({error})") from None
    if len(body) > caps.frame_bytes:
        raise CodecError(too_large(len(body), caps))
    return body


def unpack(body: bytes, caps: Caps) -> list[Token]:
    """The tokens of a frame's body; whatever the bytes are, nothing but CodecError is raised.

    What a receiver says of a frame names nothing that stands in it: a feedback page may show it,
    and a student's code could tell there what it saw of a hidden check.
    """
    size = len(body)
    if size > caps.frame_bytes:
        raise CodecError(larger(caps.frame_bytes))
    unpacker = Unpacker(
        None,
        # A zero would mean "no limit" here.
        max_buffer_size=max(size, 1),
        max_str_len=size,
        max_bin_len=size,
        # Nothing nests: an array, a map or an extension among the scalars is an error.
        max_array_len=0,
        max_map_len=0,
        max_ext_len=0,
        raw=False,
        unicode_errors="surrogatepass",
    )
    try:
        unpacker.feed(body)
        count: int = unpacker.read_array_header()
        if count > min(size, caps.tokens):
            raise CodecError("a frame announces more parts than it can hold")
        tokens: list[Token] = list(islice(unpacker, count))
        complete = len(tokens) == count and unpacker.tell() == size
    except CodecError:
        raise
    except Exception:  # msgpack raises a dozen kinds, all of them about these bytes
        raise CodecError("a frame is no msgpack") from None
    if not complete:
        raise CodecError("a frame does not end where its parts end")
    if not TOKEN_TYPES.issuperset(map(type, tokens)):
        raise CodecError("a frame holds something other than scalars")
    return tokens


def too_large(size: int, caps: Caps) -> str:
    """Why a value of `size` bytes does not cross."""
    most = caps.frame_bytes >> 20
    return f"the value takes {size / 2**20:,.1f} MiB; at most {most} MiB may cross"


TEXTS: Final = "a long text among many values; return fewer, or shorter ones"


def too_many_keys(caps: Caps) -> str:
    """Why a dict does not cross."""
    return f"dicts with over {caps.collidable_keys:,} keys that are no text; return an array"


def larger(most: int) -> str:
    """The same from a receiver, which takes so many bytes."""
    return f"a value takes more than {most >> 20} MiB"


def cleaned(text: str, length: int = TEXT_LENGTH) -> str:
    """Text from the other side made harmless: cut, no control characters, no surrogates."""
    kept = "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text[: length + 1])
    return kept if len(kept) <= length else kept[: length - 1] + "…"
