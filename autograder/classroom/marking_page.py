"""The page for whoever marks: all answers without names, the rubric beside them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from autograder.classroom.answer_html import answer_html
from autograder.classroom.marking import Entry
from autograder.model import Written

POLICY = (
    "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)


def marking_page(title: str, written: Written, made: Sequence[Entry]) -> str:
    """Self-contained: no script, no request; pictures are those that the notebooks carry."""
    environment = Environment(
        loader=PackageLoader("autograder", "classroom/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    assert environment.loader is not None
    style = environment.loader.get_source(environment, "marking.css")[0].strip()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = environment.get_template("marking.html").render(
        title=title,
        style=Markup(style),
        policy=POLICY.format(digest=digest),
        prompt=answer_html(written.prompt),
        rubric=answer_html(written.rubric),
        marks=written.marks,
        answers=[
            (e.token, answer_html(e.answer.text, e.answer.attachments)) for e in made if e.token
        ],
        silent=sum(not entry.token for entry in made),
    )
    return page.encode("utf-8", "replace").decode().strip() + "\n"
