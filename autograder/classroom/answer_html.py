"""A student's Markdown and mathematics → HTML that is only looked at.

No HTML of theirs is passed on, no script, no address that is fetched or can be clicked. Formulas
become MathML, rebuilt from an allow-list: what the converter makes of foreign text is foreign text.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup
from mdit_py_plugins.dollarmath import dollarmath_plugin

MAX_CHARACTERS = 50_000
MAX_FORMULA = 3_000
"""The converter is recursive, and slower than linear."""
MAX_PICTURE = 5 * 2**20
PICTURES = {"image/png", "image/jpeg", "image/gif", "image/webp"}
MATH_ELEMENTS = re.compile(
    "math|mrow|mi|mn|mo|mtext|ms|mspace|msup|msub|msubsup|munder|mover|munderover|mfrac|msqrt"
    "|mroot|mtable|mtr|mtd|mlabeledtr|mstyle|mpadded|mphantom|menclose|mfenced|mmultiscripts"
)
MATH_ATTRIBUTES = re.compile(
    "display|mathvariant|stretchy|fence|form|separator|accent|accentunder|linethickness|width"
    "|height|depth|lspace|rspace|columnalign|rowspacing|columnspacing|columnlines|rowlines"
    "|notation|displaystyle|scriptlevel|movablelimits|minsize|maxsize|largeop|symmetric"
)
CUT = "… (cut: {left} more characters; see the notebook)"

Attachments = Mapping[str, Mapping[str, str]]
"""Name → media type → base64: pictures pasted into a notebook's cell."""


def answer_html(text: str, attachments: Attachments | None = None) -> Markup:
    """Safe in a page whatever was handed in."""
    left = len(text) - MAX_CHARACTERS
    shown = text[:MAX_CHARACTERS] + (f"\n\n{CUT.format(left=left)}" if left > 0 else "")
    try:
        return Markup(_markdown().render(shown, {"attachments": attachments or {}}))
    except RecursionError:
        return Markup(f"<pre>{html.escape(shown)}</pre>")


def formula_html(formula: str, *, block: bool) -> str:
    """MathML, or the formula as it was written where it is none."""
    written = f"<code>{html.escape(formula)}</code>"
    if len(formula) > MAX_FORMULA:
        return written
    from latex2mathml.converter import convert_to_element

    try:
        # The converter knows the short names only.
        formula = formula.replace(r"\lVert", r"\|").replace(r"\rVert", r"\|")
        element = convert_to_element(formula, display="block" if block else "inline")
        return _rebuilt(element)
    except Exception:  # whatever a student wrote between two dollars; RecursionError is one
        return written


def _rebuilt(element: Element) -> str:
    """The element from its name, its attributes and its text, where each is allowed."""
    children = list(element)
    parts = [_rebuilt(child) + _text(child.tail) for child in children]
    for n in range(len(children) - 2):
        if [child.tag for child in children[n : n + 3]] == ["mo", "mtable", "mo"]:
            # brackets grow with a matrix when the three are a group of their own
            parts[n], parts[n + 2] = f"<mrow>{parts[n]}", f"{parts[n + 2]}</mrow>"
    inner = _text(element.text) + "".join(parts)
    if not MATH_ELEMENTS.fullmatch(element.tag):
        return inner
    attributes = "".join(
        f' {name}="{html.escape(value)}"'
        for name, value in element.attrib.items()
        if MATH_ATTRIBUTES.fullmatch(name)
    )
    return f"<{element.tag}{attributes}>{inner}</{element.tag}>"


def _text(text: str | None) -> str:
    """The converter writes its symbols as references."""
    return html.escape(html.unescape(text or ""))


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "linkify": False}, renderer_cls=_Renderer)
    markdown.enable(["table", "strikethrough"])
    return markdown.use(
        dollarmath_plugin,
        allow_labels=False,
        double_inline=True,
        renderer=lambda formula, options: formula_html(formula, block=options["display_mode"]),
    )


class _Renderer(RendererHTML):
    """Links are told and not followed, pictures are those that the notebook carries itself."""

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return f'<span class="link" title="{html.escape(str(tokens[idx].attrGet("href")))}">'

    def link_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        return "</span>"

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Any) -> str:
        token = tokens[idx]
        source, said = str(token.attrGet("src")), html.escape(token.content)
        address = _picture(source.removeprefix("attachment:"), env.get("attachments", {}))
        if not source.startswith("attachment:") or not address:
            return (
                f"<em>[a picture that is not in the notebook: {said or html.escape(source)}]</em>"
            )
        return f'<img src="{address}" alt="{said}">'


def _picture(name: str, attachments: Any) -> str:
    """The pasted picture as a data address; empty when it is none."""
    entry = attachments.get(name) if isinstance(attachments, Mapping) else None
    for kind, data in entry.items() if isinstance(entry, Mapping) else ():
        if kind not in PICTURES or not isinstance(data, str) or len(data) > MAX_PICTURE:
            continue
        try:
            picture = base64.b64decode("".join(data.split()), validate=True)
        except (binascii.Error, ValueError):
            continue
        return f"data:{kind};base64,{base64.b64encode(picture).decode()}"
    return ""
