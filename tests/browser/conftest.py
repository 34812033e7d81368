"""A real browser, what it asks for and complains of, and where its pictures go."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.browsers import browser_path

ROOT = Path(__file__).parents[2]
PATIENCE_MS = 120_000
"""for a machine that is very busy; nothing here waits for it to pass"""
ROOT_NEEDS = ("--no-sandbox",)
"""Chromium's own sandbox cannot be made by root; the pages are ours"""
LIGHT = ("--disable-gpu",)
"""there is none, and to play one takes time"""


@dataclass(frozen=True)
class Watched:
    """A page, and what it did that nobody sees."""

    page: Page
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed after each file: Playwright's event loop would be in the way of other tests'."""
    path = browser_path()
    with sync_playwright() as playwright:
        args = [*LIGHT, *(ROOT_NEEDS if os.geteuid() == 0 else ())]
        # Playwright's own download is not wanted: what students have is a browser of the system.
        started = playwright.chromium.launch(executable_path=path, args=args)
        yield started
        started.close()


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[Callable[..., Watched]]:
    """Opens an empty page of its own; options as of Playwright's `new_context`."""
    contexts = []

    def opened(**options: Any) -> Watched:
        context = browser.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        seen = Watched(context.new_page())
        seen.page.on("pageerror", lambda error: seen.errors.append(str(error)))
        seen.page.on("console", lambda said: _note(seen, said.type, said.text))
        context.on("request", lambda request: seen.requests.append(request.url))
        return seen

    yield opened
    for context in contexts:
        context.close()


def _note(seen: Watched, kind: str, text: str) -> None:
    if kind == "error":
        seen.errors.append(text)
    elif kind == "warning":
        seen.warnings.append(text)


@pytest.fixture(scope="session")
def screens() -> Path:
    """Where the pictures go, for people to look at and for the guides."""
    folder = ROOT / "build" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
