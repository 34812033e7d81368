"""numpy Generators as tokens: the five bit generators' states, and the seed sequence for `spawn`.

numpy's own setters believe what they are given (a position beyond the state reads foreign memory),
so every part is checked here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from numpy import array, dtype, frombuffer, ndarray
from numpy.random import MT19937, PCG64, PCG64DXSM, SFC64, Generator, Philox, SeedSequence

from autograder.boundary.codec import Token
from autograder.errors import CodecError

State: TypeAlias = "dict[str, Any]"

_CLASSES: Final[Mapping[str, Any]] = {
    kind.__name__: kind for kind in (MT19937, PCG64, PCG64DXSM, Philox, SFC64)
}
_WORDS: Final = dtype("<u8")
_SHORT_WORDS: Final = dtype("<u4")
_KEY_LENGTH: Final = 624
"""words of an MT19937 state"""
_SEED_BITS: Final = 4_096
_SEED_WORDS: Final = 128
_CHILDREN: Final = 10_000
"""spawned in one call; the other side has to spawn as many"""


def is_plain_generator(value: Generator) -> bool:
    """Whether this Generator's bit generator is one of the five."""
    kind = type(value.bit_generator)
    return _CLASSES.get(kind.__name__) is kind


def generator_tokens(generator: Generator) -> list[Token]:
    """name, state and seeds."""
    bits = generator.bit_generator
    state: State = dict(bits.state)
    name = type(bits).__name__
    inner = state["state"]
    tail: list[Token] = [int(state.get("has_uint32", 0)), int(state.get("uinteger", 0))]
    if name == "MT19937":
        middle: list[Token] = [_bytes(inner["key"], _SHORT_WORDS), int(inner["pos"])]
    elif name == "Philox":
        middle = [_bytes(inner["counter"]), _bytes(inner["key"]), _bytes(state["buffer"])]
        middle.append(int(state["buffer_pos"]))
    elif name == "SFC64":
        middle = [_bytes(inner["state"])]
    else:
        middle = [int(inner[part]).to_bytes(16, "little") for part in ("state", "inc")]
    return [name, *middle, *tail, *_seed_tokens(bits.seed_seq)]


def read_generator(take: Callable[[], Token]) -> Generator:
    """The Generator that the next tokens mean."""
    name = take()
    if type(name) is not str or name not in _CLASSES:
        raise CodecError("a Generator has a bit generator that may not cross")
    state: State = {"bit_generator": name}
    if name == "MT19937":
        key = _words(take(), _KEY_LENGTH, _SHORT_WORDS)
        # Of the first word only the top bit counts. From zeros nothing but zeros would ever come.
        if key[0] < 2**31 and not key[1:].any():
            raise CodecError("a Generator has a state that it never leaves")
        state["state"] = {"key": key, "pos": _whole(take(), _KEY_LENGTH)}
    elif name == "Philox":
        state["state"] = {"counter": _words(take(), 4), "key": _words(take(), 2)}
        state["buffer"] = _words(take(), 4)
        state["buffer_pos"] = _whole(take(), 4)
    elif name == "SFC64":
        state["state"] = {"state": _words(take(), 4)}
    else:
        state["state"] = {part: _long(take()) for part in ("state", "inc")}
        # With an even increment there are states that it never leaves: a check that draws from the
        # Generator afterwards would get one number for ever, and rejection sampling no end.
        if state["state"]["inc"] % 2 == 0:
            raise CodecError("a Generator has a state that it never leaves")
    state["has_uint32"] = _whole(take(), 1)
    state["uinteger"] = _whole(take(), 2**32 - 1)
    seeds = _read_seeds(take)
    # Without seeds it was seeded in an old way and could not spawn either.
    bits = _CLASSES[name](0 if seeds is None else seeds)
    bits.state = state
    return Generator(bits)


def advance(generator: Generator, to: Generator) -> None:
    """Bring `generator` where its copy on the other side has come."""
    bits, target = generator.bit_generator, to.bit_generator
    if type(bits) is not type(target):
        raise CodecError("a Generator came back with another bit generator")
    seeds, spawned = bits.seed_seq, target.seed_seq
    if type(seeds) is SeedSequence and type(spawned) is SeedSequence:
        children = spawned.n_children_spawned - seeds.n_children_spawned
        if not 0 <= children <= _CHILDREN:
            raise CodecError("a Generator came back with an unbelievable number of children")
        seeds.spawn(children)
    bits.state = target.state


def _seed_tokens(seeds: object) -> list[Token]:
    if type(seeds) is not SeedSequence:
        return [None]
    entropy: Any = seeds.entropy
    single = not hasattr(entropy, "__len__")
    words = [_seed_bytes(part) for part in ([entropy] if single else entropy)]
    # A sequence of one is not the number itself: a sequence has a negative count.
    count = 1 if single else -len(words)
    spawn_key = [_seed_bytes(word) for word in seeds.spawn_key]
    head: list[Token] = [seeds.n_children_spawned, seeds.pool_size, count]
    return [*head, *words, len(spawn_key), *spawn_key]


def _read_seeds(take: Callable[[], Token]) -> SeedSequence | None:
    children = take()
    if children is None:
        return None
    children = _whole(children, 2**32 - 1)
    pool = _whole(take(), 64, least=4)
    count = take()
    if type(count) is not int or abs(count) > _SEED_WORDS:
        raise CodecError("a Generator's seed has an unbelievable length")
    words = [_long(take(), _SEED_BITS) for _ in range(abs(count))]
    entropy = words[0] if count == 1 else words
    spawn_key = [_long(take(), _SEED_BITS) for _ in range(_whole(take(), _SEED_WORDS))]
    return SeedSequence(entropy, spawn_key=spawn_key, pool_size=pool, n_children_spawned=children)


def _seed_bytes(number: Any) -> bytes:
    whole = int(number)
    return whole.to_bytes((whole.bit_length() + 7) // 8, "little")


def _bytes(words: Any, kind: Any = _WORDS) -> bytes:
    values: ndarray[Any, Any] = array(words, kind)
    return values.tobytes()


def _words(token: Token, count: int, kind: Any = _WORDS) -> Any:
    if type(token) is not bytes or len(token) != count * kind.itemsize:
        raise CodecError("a Generator's state has another length than it should")
    words: Any = frombuffer(token, kind)
    return words.copy()


def _long(token: Token, bits: int = 128) -> int:
    if type(token) is not bytes or len(token) * 8 > bits:
        raise CodecError("a Generator's state holds something other than a number")
    return int.from_bytes(token, "little")


def _whole(token: Token, most: int, least: int = 0) -> int:
    if type(token) is not int or not least <= token <= most:
        raise CodecError("a Generator's state holds a number out of range")
    return token
