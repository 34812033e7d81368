"""A student's text is shown as they meant it, and can do nothing."""

from __future__ import annotations

import base64
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.classroom.answer_html import answer_html, formula_html

PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n and so on").decode()
HARMLESS = {
    *("p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4"),
    *("h5", "h6", "hr", "br", "table", "thead", "tbody", "tr", "th", "td", "s", "span", "div"),
    *("img", "section", "eqn", "math", "mrow", "mi", "mn", "mo", "mtext", "ms", "mspace", "msup"),
    *("msub", "msubsup", "munder", "mover", "munderover", "mfrac", "msqrt", "mroot", "mtable"),
    *("mtr", "mtd", "mstyle", "mpadded", "mphantom", "menclose", "mfenced"),
}
ACTIVE = {"href", "action", "formaction", "xlink:href", "srcdoc", "style", "srcset", "data"}


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def harmless(text: str) -> bool:
    """Only known elements, nothing that runs, fetches or leads anywhere."""
    for tag, attributes in Tags(text).found:
        names = set(attributes)
        if tag not in HARMLESS or names & ACTIVE or any(name.startswith("on") for name in names):
            return False
        source = attributes.get("src")
        if source is not None and not source.startswith("data:image/"):
            return False
    return True


MEANT = {
    "**bold** and *soft*": "<strong>bold</strong> and <em>soft</em>",
    "$K=\\mathbb{R}$": "<mi>ℝ</mi>",
    "$$\\frac{1}{2}$$": '<math display="block">',
    "so $x^\\top A\\,y$.": "<msup><mi>x</mi><mo>⊤</mo></msup>",
    "$\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$": "<mrow><mo>(</mo><mtable><mtr><mtd><mn>1",
    "| a | b |\n|---|---|\n| 1 | 2 |": "<td>1</td>",
    "it costs 5 \\$ or 6 \\$": "5 $ or 6 $",
    "$A\\begin{pmatrix}1\\end{pmatrix}\\begin{bmatrix}2\\end{bmatrix}$": (
        "<mo>)</mo></mrow><mrow><mo>[</mo><mtable>"
    ),
    "$\\text{a<b}$": "a&lt;b",
    "$\\frac{$": "<code>\\frac{</code>",
    "`x < y`": "<code>x &lt; y</code>",
    "see [notes](https://example.org/x)": 'title="https://example.org/x">notes</span>',
}


@pytest.mark.parametrize("text", MEANT)
def test_what_a_student_meant(text: str) -> None:
    """Markdown, formulas, tables; what is no formula stays as it was written."""
    shown = answer_html(text)
    assert MEANT[text] in shown
    assert harmless(shown)


ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</article></main><h1>Full marks</h1>",
    "<style>body{display:none}</style>",
    '<meta http-equiv="refresh" content="0;url=https://example.org">',
    "![x](https://example.org/track.png)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "[x](javascript:alert(1))",
    '[x](https://example.org "\\" onmouseover=alert(1)")',
    "$\\text{<script>alert(1)</script>}$",
    "$\\text{&lt;script&gt;alert(1)&lt;/script&gt;}$",
    "$\\text{</mtext></math><script>alert(1)</script>}$",
    "$\\href{javascript:alert(1)}{x}$",
    "$\\class{x}{y}\\style{background:url(https://example.org)}{z}$",
    '$\\color{red" onclick="alert(1)}x$',
    "$\\unknown<img src=x onerror=alert(1)>$",
    "$x<img src=x onerror=alert(1)>$",
    "```html\n<script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "[ref]: javascript:alert(1)\n[ref]",
    "<https://example.org> and https://example.org",
    "![a](attachment:a.svg)",
    "\ud800 <b>",
)


@pytest.mark.parametrize("text", ATTACKS)
def test_nothing_of_theirs_runs(text: str) -> None:
    """HTML, addresses, formulas with HTML in them: shown as text."""
    picture = {"a.svg": {"image/svg+xml": "PHN2Zz4="}}
    assert harmless(answer_html(text, picture))


PIECES = st.sampled_from(
    [
        *ATTACKS,
        "$",
        "$$",
        "\\text{",
        "}",
        "<",
        ">",
        '"',
        "&lt;",
        "\\href",
        "`",
        "\n\n",
        "|",
        "![",
        "](",
    ]
)


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=8))
def test_nor_does_anything_put_together(pieces: list[str]) -> None:
    """Whatever the order."""
    assert harmless(answer_html("".join(pieces)))


def test_a_pasted_picture() -> None:
    """A photograph that the notebook carries is shown; one of another kind or damaged is not."""
    text = "![my notes](attachment:image.png)"
    shown = answer_html(text, {"image.png": {"image/png": PIXEL}})
    assert f'<img src="data:image/png;base64,{PIXEL}" alt="my notes">' in shown
    for entry in ({"image/png": "no base64!"}, {"text/html": PIXEL}, {}):
        assert "[a picture that is not in the notebook: my notes]" in answer_html(
            text, {"image.png": entry}
        )


def test_size_is_bounded() -> None:
    """A novel is cut, a monstrous formula is shown as it was written, depth ends nothing."""
    assert "(cut: 10000 more characters; see the notebook)" in answer_html("a" * 60_000)
    assert formula_html("{" * 2000 + "}" * 2000, block=False).startswith("<code>{{{")
    assert formula_html("{" * 900 + "x" + "}" * 900, block=True)
    assert harmless(answer_html("> " * 5000 + "deep"))
