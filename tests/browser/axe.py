"""axe-core, asked about a page as it is shown.

It comes out of a Python package that ships it: npm would be one more tool to set up. The package's
own wrapper is not used: what it says has no severity.
"""

from __future__ import annotations

from importlib import resources
from typing import Any

from playwright.sync_api import Page

SCRIPT = resources.files("axe_playwright_python") / "axe.min.js"
GRAVE = {"serious", "critical"}
RUN = "() => axe.run(document, {resultTypes: ['violations', 'incomplete']})"


def grave_findings(page: Page) -> list[str]:
    """One line for each element that a serious or critical rule finds fault with."""
    page.evaluate(SCRIPT.read_text())
    found: dict[str, Any] = page.evaluate(RUN)
    assert len(found["passes"]) > 5, "axe found nothing to judge"
    return [
        f"{rule['id']}: {node['html'][:200]}: {node['failureSummary']}"
        for rule in found["violations"]
        if rule["impact"] in GRAVE
        for node in rule["nodes"]
    ]
