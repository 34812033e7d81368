"""A report survives JSON without loss, and a damaged one is refused in one line."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.model import (
    CellProblem,
    CheckResult,
    Layer,
    Misconception,
    QuestionResult,
    Report,
    Status,
    StudentError,
    Verdict,
)
from autograder.reports.report_json import dump, load

TEXT = st.text(st.characters(codec="utf-8"), max_size=30)
POINTS = st.floats(0, 1e6) | st.integers(0, 100)
CHECKS = st.builds(
    CheckResult,
    name=TEXT,
    hidden=st.booleans(),
    points=POINTS,
    earned=POINTS,
    verdict=st.sampled_from(Verdict),
    message=TEXT,
    sentence=TEXT,
    hint=TEXT,
)
QUESTIONS = st.builds(
    QuestionResult,
    id=TEXT,
    title=TEXT,
    possible=POINTS,
    checks=st.lists(CHECKS, max_size=3).map(tuple),
    note=TEXT,
    misconception=st.none() | st.builds(Misconception, name=TEXT, sentence=TEXT, nudge=TEXT),
)
ERRORS = st.builds(
    StudentError, kind=TEXT, text=TEXT, line=st.none() | st.integers(1, 999), code=TEXT
)
LAYERS = st.builds(Layer, name=TEXT, active=st.booleans(), required=st.booleans(), detail=TEXT)
REPORTS = st.builds(
    Report,
    submission=TEXT,
    student=TEXT,
    filename=TEXT,
    assignment=TEXT,
    title=TEXT,
    digest=TEXT,
    status=st.sampled_from(Status),
    questions=st.lists(QUESTIONS, max_size=3, unique_by=lambda q: q.id).map(tuple),
    reason=TEXT,
    repairs=st.lists(TEXT, max_size=2).map(tuple),
    problems=st.lists(st.builds(CellProblem, st.integers(1, 99), ERRORS), max_size=2).map(tuple),
    limits_hit=st.lists(TEXT, max_size=2).map(tuple),
    layers=st.lists(LAYERS, max_size=2).map(tuple),
    weak_sandbox=st.booleans(),
    times=st.dictionaries(TEXT, st.floats(0, 1e6), max_size=3),
)
SCHEMA = json.loads(files("autograder.reports").joinpath("report.schema.json").read_text("utf-8"))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(REPORTS)
def test_a_report_survives_the_round_trip(report):
    """load(dump(report)) is the report; its text is the same again, and follows the schema."""
    text = dump(report)
    assert load(text) == report
    assert dump(load(text)) == text
    jsonschema.validate(json.loads(text), SCHEMA)


def test_the_layout_that_others_read(sample):
    """Keys, order and values of a report as other programs rely on them."""
    data = json.loads(dump(sample["mixed"]))
    assert list(data) == SCHEMA["required"]
    assert (data["score"], data["possible"], data["status"]) == (0.5, 7, "graded")
    question = data["questions"]["bilinear"]
    assert (question["earned"], question["possible"]) == (0.5, 2)
    assert question["checks"][3] == {
        "name": "does_not_overflow",
        "hidden": True,
        "verdict": "errored",
        "points": 0.5,
        "earned": 0,
        "sentence": "Integer inputs do not overflow.",
        "hint": "`int8` holds −128…127: what is 100 · 100 there?",
        "message": "HIDDEN-CANARY OverflowError in line 3",
    }
    assert data["problems"][0] == {
        "cell": 7,
        "error": {
            "kind": "ZeroDivisionError",
            "text": "division by zero",
            "line": 3,
            "code": "    scale = 1 / (m - m)",
        },
    }


def test_a_report_from_before_the_diagnosis_is_read(sample):
    """A question without the key has no misconception; one of another kind is refused."""
    data = json.loads(dump(sample["mixed"]))
    assert data["questions"]["bilinear"]["misconception"] is None
    del data["questions"]["bilinear"]["misconception"]
    assert load(json.dumps(data)) == sample["mixed"]
    data["questions"]["bilinear"]["misconception"] = {"name": "x", "sentence": 1}
    wanted = "`sentence` of the misconception of question 'bilinear' is 1, wanted a text"
    with pytest.raises(ValueError, match=wanted):
        load(json.dumps(data))


def test_an_ungradable_report_has_a_reason_and_no_score(sample):
    """The score is null, and the reason is there."""
    data = json.loads(dump(sample["ungradable"]))
    assert data["score"] is None
    assert data["reason"].startswith("the file is a PDF")


def test_every_key_of_the_schema_is_written_and_documented():
    """The schema demands every key that it describes, at every level."""
    for part in (SCHEMA, *SCHEMA["$defs"].values()):
        assert part["required"] == list(part["properties"])


def test_the_text_can_be_read_in_a_terminal(sample):
    """Controls are escaped, letters are not, and stray bytes of a file name can be written."""
    text = dump(replace(sample["full"], student="λ\x1b\x9b\u202e\ud800\U000e0041"))
    assert r'"student": "λ\u001b\u009b\u202e\ud800\udb40\udc41"' in text
    text.encode()
    assert load(text).student == "λ\x1b\x9b\u202e\ud800\U000e0041"


def test_two_questions_of_one_id_are_refused(sample):
    """No result is lost by writing."""
    report = replace(sample["full"], questions=sample["full"].questions[:1] * 2)
    with pytest.raises(ValueError, match="two questions of one id; wanted each id once"):
        dump(report)


def test_an_infinite_number_is_not_written(sample):
    """What no other program could read is refused before it is on disk."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump(replace(sample["full"], times={"wall": float("inf")}))


REMEDY = "; delete this report and grade again"


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (["format"], 2, "the report's format is 2, wanted 1"),
        (["student"], 7, "`student` of the report is 7, wanted a text"),
        (
            ["status"],
            "lost",
            "`status` of the report is 'lost', wanted one of graded, repaired, ungradable",
        ),
        (["weak_sandbox"], "no", "`weak_sandbox` of the report is 'no', wanted true or false"),
        (["questions"], [], "`questions` of the report is [], wanted an object"),
        (["questions", "bilinear"], 1, "question 'bilinear' is 1, wanted an object"),
        (
            ["questions", "bilinear", "checks", 1, "points"],
            True,
            "`points` of item 2 of `checks` of question 'bilinear' is True, wanted a number",
        ),
        (["times", "cells"], 10**400, "the time of 'cells' is 1000"),
        (["repairs"], "x", "`repairs` of the report is 'x', wanted a list"),
        (
            ["problems", 0, "cell"],
            1.5,
            "`cell` of item 1 of `problems` of the report is 1.5, wanted a whole number",
        ),
        (
            ["problems", 0, "error", "line"],
            "3",
            "`line` of the error in item 1 of `problems` of the report is '3', wanted a whole",
        ),
        (["score"], 7, "the report's score is 7, wanted 0.5, the sum of its parts"),
        (
            ["questions", "bilinear", "earned"],
            2,
            "`earned` of question 'bilinear' is 2, wanted 0.5, the sum of its parts",
        ),
    ],
)
def test_a_wrong_value_is_named(sample, path, value, message):
    """One line says which key, what was found, what was wanted, and what to do."""
    data = json.loads(dump(sample["mixed"]))
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the text is compared below
        load(json.dumps(data))
    assert str(caught.value).startswith(message)
    assert str(caught.value).endswith(REMEDY)
    assert "\n" not in str(caught.value)


def test_a_missing_key_is_named(sample):
    """A report from which a key was lost is refused."""
    data = json.loads(dump(sample["full"]))
    del data["layers"]
    with pytest.raises(ValueError, match="the report has no key 'layers'; delete this report"):
        load(json.dumps(data))


def test_a_number_that_json_does_not_know_is_refused(sample):
    """NaN and infinity do not get in."""
    for number in ("NaN", "Infinity", "1e999"):
        text = dump(sample["full"]).replace('"cells": 0.12', f'"cells": {number}')
        with pytest.raises(ValueError, match=r"the time of 'cells' is .*, wanted a finite number"):
            load(text)


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"a": 1}{', "nul", "\x00", "[]", "3"])
def test_what_is_no_report_is_refused_in_one_line(text):
    """Half-written files and other JSON raise a ValueError of one line."""
    with pytest.raises(ValueError, match=r"the report is .*; delete this report and grade again$"):
        load(text)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_truncated_report_is_refused(sample, data):
    """Wherever the text ends early, reading says so instead of losing a verdict."""
    text = dump(sample["mixed"]).rstrip()
    end = data.draw(st.integers(0, len(text) - 1))
    with pytest.raises(ValueError, match=r"delete this report and grade again$"):
        load(text[:end])
