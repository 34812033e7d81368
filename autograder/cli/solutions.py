"""`autograder solutions`: answers, figures and common mistakes as one page, or as a PDF."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import click

from autograder.authoring import load_assignment
from autograder.authoring.files import write_atomically
from autograder.authoring.tools.pictures import run_cells
from autograder.classroom.answer_html import answer_html
from autograder.cli.main import repository
from autograder.errors import UsageError
from autograder.reports.solutions_page import solutions_page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PATIENCE = 120
"""seconds for a browser to print a page"""


@click.command("solutions")
@click.argument("assignment")
@click.option("--pdf", is_flag=True, help="Print the page to a PDF, too; needs Chromium or Chrome.")
@click.pass_context
def command(ctx: click.Context, assignment: str, pdf: bool) -> None:
    """Write build/ASSIGNMENT/solutions.html: self-contained, for staff and after the deadline."""
    root = repository(ctx)
    browser = _browser() if pdf else ""
    loaded = load_assignment(root, assignment)
    shown = {place: (cell.printed, cell.figures) for place, cell in run_cells(loaded, root).items()}
    page = root / "build" / loaded.slug / "solutions.html"
    write_atomically(page, solutions_page(loaded, shown, answer_html).encode())
    click.echo(f"{page.relative_to(root)} written")
    if pdf:
        printed = page.with_suffix(".pdf")
        _print(browser, page, printed)
        click.echo(f"{printed.relative_to(root)} written")


def _browser() -> str:
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise UsageError(
            "found no browser to print with; wanted Chromium or Chrome on the PATH; install one, "
            "or leave --pdf out and print the page from your browser"
        )
    return found


def _print(browser: str, page: Path, printed: Path) -> None:
    """The page is ours and asks for nothing, so the browser's own sandbox may stay off for root."""
    printed.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        options += ["--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri()]
        try:
            ended = subprocess.run(
                [browser, *options], capture_output=True, timeout=PATIENCE, check=False
            )
        except subprocess.TimeoutExpired:
            ended = None
    if ended is None or ended.returncode or not printed.is_file():
        raise UsageError(
            f"found {browser} without a PDF to show; wanted it to print {page.name}; open the page "
            "and print it by hand"
        )
