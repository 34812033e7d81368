"""A file's texts as a leak scan must read them: every string of a notebook, decoded."""

from __future__ import annotations

import base64
import binascii
import html
import io
import json
import re
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator

BASE64 = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")
UNICODE_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
LARGEST = 64 << 20
"""bytes a packed text may unfold to"""
DEPTH = 3
"""how often a text may be wrapped"""


def places(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """(where, text) for everything in a file: a notebook's strings one by one, else the whole."""
    if name.lower().endswith(".ipynb"):
        try:
            document = json.loads(data)
        except ValueError:
            document = None
        if isinstance(document, dict) and isinstance(document.get("cells"), list):
            for number, cell in enumerate(document.pop("cells"), start=1):
                for part, value in cell.items() if isinstance(cell, dict) else [("", cell)]:
                    yield f"cell {number}, {part}", "\n".join(_strings(value))
            for part, value in document.items():
                yield part, "\n".join(_strings(value))
            return
    if name:
        yield "name", name
    yield "contents", _text(data)


def views(text: str, depth: int = DEPTH) -> Iterator[str]:
    """The text, and what its escapes, entities and base64 stand for."""
    yield text
    plain = _unescaped(text)
    if plain != text:
        yield plain
    if not depth:
        return
    packed = BASE64.findall(plain)
    joined = re.sub(r"\s+", "", plain)
    if BASE64.fullmatch(joined):
        packed.append(joined)
    for run in packed:
        for data in _unpacked(run):
            yield from views(_text(data), depth - 1)


def _unescaped(text: str) -> str:
    """Without JSON's, HTML's and URLs' escapes, also where one is wrapped in another."""
    for _ in range(DEPTH):
        before = text
        text = UNICODE_ESCAPE.sub(lambda match: chr(int(match[1], 16)), text.replace("\\n", "\n"))
        text = html.unescape(urllib.parse.unquote(text))
        if text == before:
            break
    return text


def _strings(value: object) -> Iterator[str]:
    """Every string and key below a JSON value; a list of strings may be a text in pieces."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and all(isinstance(item, str) for item in value):
        yield "".join(value)
        yield "\n".join(value)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _strings(item)


def _unpacked(run: str) -> Iterator[bytes]:
    """What a base64 text holds, unzipped where it is zipped."""
    text = run.rstrip("=").replace("-", "+").replace("_", "/")
    text = text[: len(text) - (len(text) % 4 == 1)]
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        return
    yield data
    try:
        yield zlib.decompressobj(wbits=47).decompress(data, LARGEST)
    except zlib.error:
        return


def _text(data: bytes) -> str:
    """A file's text; of a zip (also .npz), the texts of its members."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            small = [info for info in archive.infolist() if info.file_size <= LARGEST]
            inside = [name for info in small for name in (info.filename, _text(archive.read(info)))]
            return "\n".join(inside)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return data.decode("utf-8", errors="replace")
