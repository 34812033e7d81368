"""What all pages share: the template engine, the style, the policy that forbids everything else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from autograder.model import Verdict
from autograder.reports.text import counted, number, prose, shown, shown_line, signed

if TYPE_CHECKING:
    from jinja2 import Environment

# Symbol and word: a verdict is never told by its colour alone.
VERDICTS = {
    Verdict.PASSED: ("✓", "passed"),
    Verdict.FAILED: ("✗", "not passed"),
    Verdict.ERRORED: ("!", "stopped with an error"),
    Verdict.NOT_RUN: ("–", "not run"),
}


def render_page(template: str, script: str = "", **values: Any) -> str:
    """The page; its text ends in one newline and can be written as UTF-8 whatever it was given.

    `script`: a template's name; the policy then names that very script beside the style.
    """
    environment, style, policy = _environment()
    code = Markup(_text_of(environment, script)) if script else ""
    if code:
        policy += f"; script-src {_hash(code)}"
    page = environment.get_template(template).render(
        style=style, policy=policy, script=code, **values
    )
    return page.strip() + "\n"


def points(earned: float | None, possible: float) -> str:
    """`1.5 of 2`, a dash for what was not judged."""
    return f"{'–' if earned is None else number(earned, 3)} of {number(possible, 3)}"


def share(part: float, whole: float) -> float:
    """Between 0 and 1, also for what is worth nothing or was never asked."""
    return min(max(part / whole, 0.0), 1.0) if whole > 0 else 0.0


@cache
def _environment() -> tuple[Environment, Markup, str]:
    # Loaded with the first page: by then somebody works, and nobody waits for it.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("autograder", "reports/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        counted=counted,
        number=number,
        signed=signed,
        points=points,
        prose=prose,
        shown=shown,
        line=shown_line,
    )
    style = _text_of(environment, "style.css")
    # The page may use this very style and nothing else: no script, no request, no form.
    policy = f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    return environment, Markup(style), policy


def _text_of(environment: Environment, template: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, template)[0].strip()


def _hash(text: str) -> str:
    """How a content security policy names one inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
