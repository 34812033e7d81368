"""A made-up class of 200 in which we know what happened: the class page says so, and no more."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from autograder.grading.checks import STOPPED
from autograder.grading.doubts import CPU_LIMIT, PATIENCE
from autograder.grading.running import BUDGET
from autograder.model import (
    NOT_ANSWERED,
    CheckResult,
    Misconception,
    QuestionResult,
    Report,
    Status,
    Verdict,
)
from autograder.model.summary import Summary
from autograder.reports.class_notes import class_notes
from autograder.reports.class_page import render
from autograder.reports.class_statistics import question_statistics
from autograder.reports.discrimination import (
    ALL_THE_SAME,
    REST_THE_SAME,
    TOO_FEW,
    discrimination,
    ran_out_of_time,
)
from autograder.reports.question_plot import question_plot
from autograder.reports.summaries import Summarizer

SWAPS = Misconception("swaps", "Swaps the arguments `x` and `y`.", "Which meets the rows?")
RARE = Misconception("rare", "Forgets the last row.", "")
TIME = "stopped in fourth: it took more than 2 s of CPU time"
IDS = ("first", "second", "third", "fourth")
EASINESS = {"first": 0.4, "second": 0.0, "fourth": 0.2}
UNGRADABLE, SWAPPED, TIMED_OUT = range(5), range(5, 65), range(180, 197)
ROSTER = (("not submitted", ("Yve", "Zack")), ("not in the roster", ("s007",)))


def checks(passed: list[bool], slow: bool = False) -> tuple[CheckResult, ...]:
    """Two points a check; `slow`: the first that fails ran out of time."""
    failed = Verdict.ERRORED if slow else Verdict.FAILED
    return tuple(
        CheckResult(f"c{n}", n > 0, 2, 2 * ok, Verdict.PASSED if ok else failed, "", f"Is {n}.", "")
        for n, ok in enumerate(passed)
    )


def student(number: int, chance: random.Random) -> Report:
    """Whoever knows more passes more, save in the third question, which is broken."""
    able = chance.gauss(0, 1)
    questions = []
    for id_ in IDS:
        if id_ == "third":
            passed = [chance.random() < 0.1 for _ in range(4)]
        else:
            passed = [able + EASINESS[id_] + chance.gauss(0, 0.8) > 0 for _ in range(4)]
        slow = id_ == "fourth" and number in TIMED_OUT
        idea = SWAPS if id_ == "second" and number in SWAPPED else None
        if slow or idea:
            passed = [*passed[:3], False]
        if id_ == "first" and number in (100, 101):
            idea = RARE
        result = QuestionResult(id_, id_.title(), 8, checks(passed, slow), TIME * slow, idea)
        questions.append(result)
    return Report(
        *(f"s{number:03}__a", f"s{number:03}", "a.ipynb", "a", "A class", "digest"),
        Status.UNGRADABLE if number in UNGRADABLE else Status.GRADED,
        tuple(questions),
        reason="an empty file" if number in UNGRADABLE else "",
    )


def summaries(reports: Iterable[Report]) -> list[Summary]:
    return [*map(Summarizer().of, reports)]


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    chance = random.Random(11)
    made = [student(number, chance) for number in range(200)]
    made[150] = replace(made[150], status=Status.REPAIRED, repairs=("cell 2 was mended",))
    made[151] = replace(made[151], weak_sandbox=True)
    return made


def test_the_notes_are_the_story(reports: list[Report], page) -> None:
    """The idea of 31 %, the broken question, the slow one, who waits, who is missing, no more."""
    seen = page(render(summaries(reports), "A class", ROSTER))
    seen.assert_safe()
    notes = [
        note.text for note in class_notes(question_statistics(summaries(reports[5:])), 7, ROSTER)
    ]
    assert notes[0] == "31 % (60 of 195 answers) in 2. Second: " + SWAPS.sentence
    assert notes[1].startswith("3. Third is hard (mean 10 %) and those who do well elsewhere do no")
    assert notes[2] == "4. Fourth: 17 of 195 ran out of time."
    assert notes[3] == "7 submissions need a person before the scores are final."
    assert notes[4:] == ["not submitted: 2", "not in the roster: 1"]
    part = seen.text[seen.text.index("What stands out") : seen.text.index("Worth a look")]
    assert "submissions need a person" in part
    for note in (*notes[:3], *notes[4:]):
        assert note.split("`")[0].strip() in part


def test_the_numbers_behind_it(reports: list[Report]) -> None:
    """A sound question follows the rest, the broken one does not."""
    first, second, third, fourth = question_statistics(summaries(reports[5:]))
    for sound in (first, second, fourth):
        assert sound.discrimination is not None
        assert 0.4 < sound.discrimination < 0.9
    assert third.discrimination is not None
    assert abs(third.discrimination) < 0.15
    assert third.share < 0.2 < second.share < first.share
    assert [question.timeouts for question in (first, second, third, fourth)] == [0, 0, 0, 17]
    assert [(one.count, one.answered) for one in second.misconceptions] == [(60, 195)]


def test_who_needs_a_person(reports: list[Report], page) -> None:
    """The ungradable, the repaired and the one from a weak sandbox, not the other 190."""
    text = page(render(summaries(reports), "A class")).text
    part = text[text.index("Worth a look") : text.index("Distribution of scores")]
    assert all(f"s{number:03} · ungradable" in part for number in UNGRADABLE)
    assert "s150 · repaired" in part
    assert part.index("s151 ·") < part.index("graded in a weak sandbox, unlike others")
    assert part.count("feedback of") < 30
    weak = page(
        render(summaries([replace(one, weak_sandbox=True) for one in reports[10:20]]), "A")
    ).text
    assert "10 of 10 submissions were graded although" in weak
    assert "unlike others" not in weak


def test_the_plot_says_in_words_what_it_shows(reports: list[Report], page) -> None:
    """Every drawing for the eye alone is hidden, every other has a title and a description."""
    seen = page(render(summaries(reports), "A class"))
    questions = question_statistics(summaries(reports[5:]))
    plot = question_plot(questions)
    assert plot.text.startswith("question 1: mean ")
    assert plot.text in seen.text
    for row, question in zip(plot.rows, questions, strict=True):
        assert row.dot is not None
        assert plot.right[0] <= row.dot <= plot.right[1]
        assert (row.dot > plot.middle) == (question.discrimination > 0)
    for drawing in seen.all("svg"):
        if drawing.get("aria-hidden") != "true":
            assert drawing["role"] == "img"
            assert (drawing["aria-labelledby"] or "").split()[0].endswith("-title")


def test_a_correlation_that_is_none_says_why(reports: list[Report], page) -> None:
    """Few submissions, equal points here or elsewhere; a blank submission is no evidence."""
    some = reports[20:22]
    assert discrimination(summaries(some), "first") == (None, TOO_FEW)
    same = [
        replace(one, questions=(reports[20].questions[0], *one.questions[1:])) for one in reports
    ]
    assert discrimination(summaries(same), "first") == (None, ALL_THE_SAME)
    alone = [replace(one, questions=one.questions[:1]) for one in reports]
    assert discrimination(summaries(alone), "first") == (None, REST_THE_SAME)
    assert (
        "none: everyone has the same points elsewhere" in page(render(summaries(alone), "A")).text
    )
    blank = [replace(q, note=NOT_ANSWERED, checks=checks([False] * 4)) for q in some[0].questions]
    more = [*reports[5:], *[replace(some[0], questions=tuple(blank))] * 50]
    assert discrimination(summaries(more), "third") == discrimination(
        summaries(reports[5:]), "third"
    )


def test_a_correlation_of_known_points() -> None:
    """By hand: (0, 2, 2, 4) with (0, 4, 2, 6) is 12 / √(8 · 20)."""
    points = [(0, 0), (1, 2), (1, 1), (2, 3)]
    made = [
        Report(
            *(str(n), str(n), "f", "a", "A", "d", Status.GRADED),
            tuple(
                QuestionResult(id_, id_, 6, checks([place < k for place in range(3)]))
                for id_, k in zip("pq", pair, strict=True)
            ),
        )
        for n, pair in enumerate(points)
    ]
    value, why = discrimination(summaries(made), "p")
    assert (round(value or 0, 4), why) == (0.9487, "")


@pytest.mark.parametrize(
    ("note", "verdict", "counts"),
    [
        (f"stopped in f: it took more than 2 s {CPU_LIMIT}", Verdict.ERRORED, True),
        (f"stopped in f: {PATIENCE} 30 s", Verdict.ERRORED, True),
        (BUDGET.format(seconds=20), Verdict.NOT_RUN, False),
        ("ended in f: ended by itself", Verdict.ERRORED, False),
    ],
)
def test_what_counts_as_out_of_time(note: str, verdict: Verdict, counts: bool) -> None:
    """In grading's own words: a check that was stopped, not one that was never run for it."""
    check = replace(checks([False])[0], verdict=verdict)
    assert ran_out_of_time(QuestionResult("q", "Q", 2, (check,), note)) == counts
    told = STOPPED.format(seconds=2)
    assert ran_out_of_time(
        QuestionResult("q", "Q", 2, (replace(check, verdict=Verdict.ERRORED, message=told),))
    )


BROWSER = shutil.which("chromium") or shutil.which("google-chrome")


@pytest.mark.skipif(BROWSER is None, reason="found no browser; wanted one to run the page's script")
def test_the_tables_are_sorted_by_their_buttons(reports: list[Report], tmp_path: Path) -> None:
    """The policy lets the script make buttons; the second press on Score turns the order."""
    text = render(summaries(reports[3:12]), "A class")
    press = """<script>
    const all = [...document.querySelectorAll("th button")];
    const button = all.find(one => one.innerText == "Score");
    button.click(); button.click();
    document.title = [...button.closest("table").tBodies[0].rows].map(
        row => row.cells[1].innerText).join(";") + button.parentNode.getAttribute("aria-sort");
    </script>"""
    policy = text[text.index('<meta http-equiv="Content') :].split("\n")[0]
    untouched, pressed = tmp_path / "as_it_is.html", tmp_path / "pressed.html"
    untouched.write_text(text)
    pressed.write_text(text.replace(policy, "").replace("</body>", press + "</body>"))
    assert dumped(untouched).count('<button type="button">') > 10
    title = dumped(pressed).split("<title>")[1].split("</title>")[0]
    *scores, last = title.split(";")
    assert scores == sorted(scores, key=lambda one: -float(one.split()[0].replace("none", "-1")))
    assert last == "nonedescending"


def dumped(path: Path) -> str:
    """The page after its scripts ran."""
    command = (str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom")
    profile = f"--user-data-dir={path.parent / 'profile'}"
    command = (*command, profile, path.as_uri())
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    return done.stdout
