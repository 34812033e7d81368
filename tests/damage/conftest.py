"""One class of damaged submissions, graded by one run of the real command."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.authoring import load_assignment
from autograder.authoring.notebook import filled_notebook
from tests.damage.assignment import RIGHT, SLUG, Document, write_repository

COMMAND = Path(sys.executable).with_name("autograder")


@dataclass(frozen=True)
class Graded:
    """What one run of `autograder grade` said and wrote."""

    out: Path
    code: int
    said: str
    reports: Mapping[str, dict[str, Any]]
    """by the file's path in the class folder"""

    def page(self, report: Mapping[str, Any]) -> str:
        """The student's page as they read it: without its markup."""
        text = (self.out / "feedback" / f"{report['submission']}.html").read_text()
        bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)
        return re.sub(r"\s+", " ", html.unescape(bare))

    def class_page(self) -> str:
        text = (self.out / "index.html").read_text()
        bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", text, flags=re.DOTALL)
        return re.sub(r"\s+", " ", html.unescape(bare))


def built_repository(root: Path) -> tuple[Path, Document]:
    """The assignment, built, and its notebook with right answers."""
    write_repository(root)
    run(root, "build", SLUG)
    assignment = load_assignment(root, SLUG)
    right = json.loads(filled_notebook(assignment, RIGHT))
    for cell in right["cells"]:
        cell["source"] = "".join(cell["source"])
    return root, right


def grade(root: Path, folder: Path, out: Path) -> Graded:
    done = run(root, "grade", SLUG, str(folder), "--out", str(out), "--workers", "2")
    reports = {}
    for path in (out / "reports").glob("*.json"):
        report = json.loads(path.read_text())
        reports[report["filename"]] = report
    return Graded(out, done.returncode, done.stdout + done.stderr, reports)


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [COMMAND, "--root", root, *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "TMPDIR": str(root)},
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    return done
