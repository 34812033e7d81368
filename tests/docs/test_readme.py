"""The README says what is so."""

from __future__ import annotations

import re
from pathlib import Path

from autograder.authoring import known_assignments, load_assignment

ROOT = Path(__file__).parents[2]


def test_the_readme_counts_what_is_there() -> None:
    """The first sentence's numbers are those of the sources that verify proves."""
    questions = [
        question
        for slug in known_assignments(ROOT)
        for question in load_assignment(ROOT, slug).questions
    ]
    attempts = [attempt for question in questions for attempt in question.attempts]
    numbers = [
        len(known_assignments(ROOT)),
        len(questions),
        sum(len(question.checks) for question in questions),
        sum(not attempt.accepted for attempt in attempts),
        sum(attempt.accepted for attempt in attempts),
    ]
    sentence = (ROOT / "README.md").read_text().splitlines()[2]
    assert [int(number) for number in re.findall(r"\d+", sentence)] == numbers


def test_links_lead_somewhere() -> None:
    """Every file that README, CONTRIBUTING and the architecture link to exists."""
    for page in ("README.md", "CONTRIBUTING.md", "docs/architecture.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text()):
            assert ((ROOT / page).parent / target).exists(), f"{page} links to {target}"


def test_no_page_names_a_machine() -> None:
    """Docs hold no home folder and no package index."""
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        assert not re.search(r"(^|[^\w.])/(root|home)/|index-url", path.read_text()), path
