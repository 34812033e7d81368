"""The class page: who needs a look, how the class did, and how its work was confined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.model import Report
from autograder.model.summary import Summary
from autograder.reports import feedback
from autograder.reports.class_page import render
from autograder.reports.class_statistics import question_statistics
from autograder.reports.histogram import MAX_BARS, histogram
from autograder.reports.summaries import Summarizer


def summaries(reports: Iterable[Report]) -> list[Summary]:
    return [*map(Summarizer().of, reports)]


@pytest.fixture
def text(sample, page) -> str:
    return page(render(summaries(sample.values()), "Bilinear forms")).text


def test_the_page_is_sound(sample, page):
    """Balanced, self-contained, with a heading, captions and scopes; so is an empty class's."""
    for reports in (sample.values(), [], [sample["ungradable"]], [sample["full"]]):
        seen = page(render(summaries(reports), "Bilinear forms"))
        seen.assert_safe()
        assert len(seen.all("h1")) == 1
        assert all(cell.get("scope") in {"row", "col"} for cell in seen.all("th"))
        assert len(seen.all("caption")) == len(seen.all("table"))


def test_counts_by_status(text):
    """The head counts submissions, each status, mean and median."""
    assert "submissions 6 graded 4 repaired 1 ungradable 1 mean of 7 3.3 median 4" in text


def test_ungradable_and_repaired_come_first_with_their_reasons(text):
    """Who could not be graded leads the list, then repaired ones, then limits."""
    part = text[text.index("Worth a look") : text.index("Scores")]
    assert part.index("eve · ungradable") < part.index("cleo · repaired, 5 of 7")
    assert part.index("cleo · repaired") < part.index("ben · graded, 0.5 of 7")
    assert "the file is a PDF; wanted the notebook" in part
    assert "14 of its cells could be read" in part
    assert "ada ·" not in part


def test_a_class_without_trouble_says_so(sample, page):
    """No list is a statement too."""
    assert (
        "None: every submission was graded" in page(render(summaries([sample["full"]]), "T")).text
    )


def test_question_and_check_statistics(sample, text):
    """Means count unanswered questions as 0; rates are over what could be graded."""
    judged = [report for report in sample.values() if report.score is not None]
    first, second, third = question_statistics(summaries(judged))
    assert (first.id, first.mean, first.full, first.unanswered, first.total) == (
        "bilinear",
        (2 + 0.5 + 2 + 0 + 2) / 5,
        3,
        1,
        5,
    )
    assert first.checks[0].rate == 4 / 5
    assert [first.checks[3].counts[verdict] for verdict in first.checks[3].counts] == [3, 0, 1, 1]
    assert (second.full, third.unanswered) == (2, 3)
    assert "1. A bilinear form and its matrix 1.3 of 2 65 % 0.8 3 of 5 1 0" in text
    assert "does_not_overflow · hidden 60 % 0 1 1" in text


def test_every_submission_links_to_its_page_and_report(sample, page):
    """Links are relative and escaped, whatever the submission is called."""
    odd = replace(sample["full"], submission='a b#?%"<é')
    seen = page(render(summaries([odd]), "T"))
    targets = [attrs["href"] for attrs in seen.all("a")]
    assert "feedback/a%20b%23%3F%25%22%3C%C3%A9.html" in targets
    assert "reports/a%20b%23%3F%25%22%3C%C3%A9.json" in targets


def test_the_histogram_has_a_text_alternative(sample, page):
    """What the bars show is said in words."""
    seen = page(render(summaries(sample.values()), "T"))
    assert {"role": "img", "aria-labelledby": "histogram-title histogram-text"}.items() <= next(
        attrs.items() for attrs in seen.all("svg") if "role" in attrs
    )
    assert "0 to 0.5 points: 1; 0.5 to 1 points: 1; 4 to 4.5 points: 1" in seen.text


def test_the_weak_sandbox_is_announced(sample, text, page):
    """The banner counts; without a weak one there is none."""
    assert "Weak sandbox. 1 of 6 submissions were graded although" in text
    assert "Weak sandbox" not in page(render(summaries([sample["full"]]), "T")).text


def test_layers_are_told_with_where_they_were_in_force(sample, page):
    """A layer that some machine lacked says for how many it held, in that machine's words."""
    full = sample["full"]
    lacking = tuple(
        replace(layer, active=layer.name != "seccomp", detail=f"{layer.name} on the old machine")
        for layer in full.layers
    )
    other = replace(full, submission="other", layers=lacking, weak_sandbox=True)
    text = page(render(summaries([full, other]), "T")).text
    assert "seccomp (required) ! for 1 of 2 seccomp on the old machine" in text
    assert "user (required) ✓ yes Handed-in code runs as a user" in text
    assert "The reports name no layer" in page(render(summaries([sample["ungradable"]]), "T")).text


def test_no_message_of_a_check_is_on_the_page(sample):
    """What checks found is in the reports alone."""
    assert "HIDDEN-CANARY" not in render(summaries(sample.values()), "T")


def test_the_order_of_the_reports_does_not_matter(sample):
    """The same class gives the same bytes."""
    reports = list(sample.values())
    assert render(summaries(reports), "T") == render(summaries(reversed(reports)), "T")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50
)
@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_no_text_breaks_the_page(hostile, page, text):
    """Any string as a name, an id or a reason: the page is balanced, safe and can be written."""
    page(render(summaries([hostile(text)]), text)).assert_safe()


@pytest.mark.parametrize("text", ["<script>", "</style>", '"><b>', "{{ 7*7 }}", "x" * 1_000_000])
def test_hostile_names_stay_text(hostile, page, text):
    """Names are data here as well."""
    # the submission's id is made by the intake, which keeps it short
    seen = page(render(summaries([replace(hostile(text), submission=text[:150])]), text))
    seen.assert_safe()
    assert "49" not in seen.text
    assert len(seen.source) < 100_000


@given(st.floats(0.25, 400), st.lists(st.floats(0, 1), min_size=1, max_size=50))
def test_each_score_is_in_one_bar(possible, shares):
    """The bars hold every score once, are few, lie side by side and within the drawing."""
    scores = [possible * share for share in shares]
    drawn = histogram(scores, possible)
    assert sum(bar.count for bar in drawn.bars) == len(scores)
    assert 1 <= len(drawn.bars) <= MAX_BARS
    assert drawn.bars[0].low == 0
    assert drawn.bars[-1].high == possible
    for bar in drawn.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= drawn.width
        assert 0 <= bar.y <= drawn.floor
        assert sum(bar.low + 1e-6 < score < bar.high - 1e-6 for score in scores) <= bar.count


def test_a_score_on_an_edge_counts_in_the_upper_bar():
    """Full marks are in the last bar, a rounding error below an edge is forgiven."""
    drawn = histogram([0, 0.1 + 0.7, 0.3, 14, 13.999999999999998], 14)
    assert [bar.count for bar in drawn.bars] == [3, *[0] * 12, 2]
    assert drawn.text == "0 to 1 points: 3; 13 to 14 points: 2"
    assert histogram([0], 0).bars[0].count == 1


def test_what_a_grader_cannot_decide_is_worth_a_look(sample, page):
    """Two submissions of one student, no points for answers, an answer judged where it stood."""
    first, other = sample["full"], sample["mixed"]
    noted = replace(first.questions[0], note="cell 9 gives h another meaning; judged as it was")
    reports = [
        replace(first, submission="one"),
        replace(first, submission="two"),
        replace(first, student="zoe", submission="zoe", questions=(noted, *first.questions[1:])),
        replace(
            other,
            student="nil",
            submission="nil",
            questions=tuple(
                replace(q, checks=tuple(replace(c, earned=0.0) for c in q.checks))
                for q in other.questions
            ),
        ),
    ]
    text = page(render(summaries(reports), "Bilinear forms")).text
    part = text[text.index("Worth a look") : text.index("Scores")]
    assert part.count("one of 2 submissions under this name, each with a row") == 2
    assert "cell 9 gives h another meaning; judged as it was" in part
    assert "points: none" in part


def test_headings_go_down_one_level_at_a_time(sample, page):
    """A screen reader's outline has no gaps, with a roster and without."""
    for roster in ((), (("not submitted", ("Yve",)),)):
        names = [tag for tag, _ in page(render(summaries(sample.values()), "T", roster)).tags]
        levels = [int(name[1]) for name in names if name in {"h1", "h2", "h3", "h4"}]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_that_can_be_sorted_say_how(sample, page):
    """The script reads the kind of each column; a page without one allows no script."""
    seen = page(render(summaries(sample.values()), "T"))
    kinds = [cell["data-sort"] for cell in seen.all("th") if "data-sort" in cell]
    assert set(kinds) == {"text", "number"}
    assert len(seen.scripts) == 1
    assert "aria-sort" in seen.scripts[0]
    assert not page(feedback.render(sample["full"])).scripts
