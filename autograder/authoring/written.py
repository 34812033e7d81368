"""The written question of an assignment: a prompt, and a rubric for the person who marks it."""

from __future__ import annotations

import re
from pathlib import Path

from autograder.authoring.findings import Finding, read_source
from autograder.model import Written

FOLDER = "written"
PROMPT = f"{FOLDER}/question.md"
RUBRIC = f"{FOLDER}/rubric.md"
TITLE = re.compile(r"# .+ \((\d+) marks?\)")


def read_written(folder: Path) -> tuple[Written | None, list[Finding]]:
    """The written question in an assignment's folder, None without one; and what is wrong."""
    if not (folder / FOLDER).exists():
        return None, []
    prompt, rubric = _text(folder / PROMPT), _text(folder / RUBRIC)
    findings = []
    if not re.search(r"^#+ ", prompt, re.MULTILINE):
        wanted = "a heading and what to write about, in markdown"
        findings.append(Finding(folder / PROMPT, 1, "no written question", wanted, "write it"))
    title = TITLE.fullmatch(rubric.partition("\n")[0])
    marks = int(title[1]) if title else 0
    if not marks:
        wanted = "'# Rubric: its subject (8 marks)' as its first line"
        advice = "say how many marks there are"
        findings.append(Finding(folder / RUBRIC, 1, "a rubric without marks", wanted, advice))
    return Written(prompt, rubric, marks), findings


def _text(path: Path) -> str:
    return read_source(path).strip() if path.is_file() else ""
