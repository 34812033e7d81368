"""Submitted bytes → text: encodings, and what is no text at all."""

from __future__ import annotations

import codecs
import json
import re

from autograder.grading.found import Unreadable

EMPTY = "found an empty file; wanted a notebook; save it in Jupyter and hand it in again"
DISGUISED = "found {what} under the name of a notebook; wanted the .ipynb file; hand in that"
CONFLICT = (
    "found merge-conflict markers in line {line}; wanted one of the two versions; "
    "resolve the conflict and hand it in again"
)
LATIN = "its text was not UTF-8 and was read as Latin-1: letters with accents may be wrong"
INVALID = "letters that are no valid Unicode were replaced"

# First bytes → what the file really is.
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"{\\rtf", "a text document"),
    (b"bplist", "a Safari web archive"),
)
WEB_PAGE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[!?a-zA-Z]")
BOMS = (  # the longer first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
CONFLICT_MARKER = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
CONFLICT_MIDDLE = re.compile(r"^={7}$", re.MULTILINE)
SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and what had to be mended to read it; Unreadable when it is no text."""
    if not data.strip(b"\0 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"):
        raise Unreadable(EMPTY)
    for start, what in MAGIC:
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(start):
            raise Unreadable(DISGUISED.format(what=what))
    if WEB_PAGE.match(data):
        raise Unreadable(DISGUISED.format(what="a web page"))
    encoding = next((name for bom, name in BOMS if data.startswith(bom)), "")
    encoding = encoding or json.detect_encoding(data[:64])
    try:
        return tidy(data.decode(encoding)), ()
    except UnicodeDecodeError:
        if encoding.startswith("utf-8"):
            return tidy(data.removeprefix(codecs.BOM_UTF8).decode("latin-1")), (LATIN,)
        return tidy(data.decode(encoding, errors="replace")), (INVALID,)


def tidy(text: str) -> str:
    """One kind of line end, no byte-order mark at the start, no padding at the end."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").rstrip("\0")


def valid(text: str) -> str:
    """The text with lone surrogates replaced, so that it can be encoded, sent and stored."""
    return SURROGATE.sub("\ufffd", text)


def refuse_conflict(text: str) -> None:
    """Unreadable when git left its markers in the file; the reason has the first one's line."""
    marker = CONFLICT_MARKER.search(text)
    if marker and CONFLICT_MIDDLE.search(text):
        raise Unreadable(CONFLICT.format(line=text.count("\n", 0, marker.start()) + 1))
