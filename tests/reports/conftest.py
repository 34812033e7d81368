"""A small class of made-up reports: one of each kind that a page has to show."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from autograder.model import (
    CellProblem,
    CheckResult,
    Layer,
    QuestionResult,
    Report,
    Status,
    StudentError,
    Verdict,
)
from autograder.reports.text import UNSEEN

CHECKS = {
    "bilinear": (
        ("worked_example", False, 0.5, "The worked example gives `433`.", "Which product first?"),
        ("accepts_batches", False, 0.25, "Batches `(…, m)`, `(…, n)` give `(…,)`.", "Use `...`."),
        (
            "agrees_with_a_double_loop",
            True,
            0.75,
            "Agrees with the double sum when `m ≠ n`.",
            "Which index of `A` belongs to x, and which to y? Try `m = 2`, `n = 3`.",
        ),
        (
            "does_not_overflow",
            True,
            0.5,
            "Integer inputs do not overflow.",
            "`int8` holds −128…127: what is 100 · 100 there?",
        ),
    ),
    "matrix_of_form": (
        ("recovers_a_square_matrix", False, 1, "Recovers a 2 × 2 matrix.", "Ask f about e₁, e₂."),
        ("recovers_a_rectangular_matrix", True, 1, "Recovers it for m ≠ n.", "Row or column?"),
        (
            "survives_a_form_that_overwrites_its_arguments",
            True,
            1,
            "Works with a form that overwrites its arguments.",
            "f may change its arguments: hand it fresh arrays.",
        ),
    ),
    "partial_left": (
        ("is_a_vector", False, 0.5, "Returns a vector of length n.", "Rows of A go with x."),
        ("agrees_with_bilinear", True, 1.5, "c · y equals f(x, y).", "Compare with `bilinear`."),
    ),
}
TITLES = {
    "bilinear": "A bilinear form and its matrix",
    "matrix_of_form": "The matrix of a bilinear form that is only known as a black box",
    "partial_left": "One slot filled: a linear form",
}
LAYERS = (
    Layer("user", True, True, "Handed-in code runs as a user that owns nothing."),
    Layer("limits", True, True, "CPU time, memory, file size and processes are limited."),
    Layer("landlock", True, True, "Only Python and the permitted packages can be read."),
    Layer("seccomp", True, True, "No new processes, sockets or debugging."),
    Layer("network", True, False, "A network of its own, with nothing in it."),
)
P, F, E, N = Verdict.PASSED, Verdict.FAILED, Verdict.ERRORED, Verdict.NOT_RUN


def question(id_: str, verdicts: list[Verdict], messages=(), note: str = "") -> QuestionResult:
    checks = tuple(
        CheckResult(
            name=name,
            hidden=hidden,
            points=points,
            earned=points if verdict is P else 0,
            verdict=verdict,
            message=dict(messages).get(name, ""),
            sentence=sentence,
            hint=hint,
        )
        for (name, hidden, points, sentence, hint), verdict in zip(
            CHECKS[id_], verdicts, strict=True
        )
    )
    possible = sum(check.points for check in checks)
    return QuestionResult(id_, TITLES[id_], possible, checks, note)


def report(student: str, *questions: QuestionResult, **more) -> Report:
    return Report(
        submission=f"{student}__01_bilinear_forms",
        student=student,
        filename=f"{student}/01_bilinear_forms.ipynb",
        assignment="01_bilinear_forms",
        title="Bilinear forms",
        digest="3f2a9c7be1d04f6a8890",
        questions=questions,
        **{"status": Status.GRADED, "layers": LAYERS, "times": {"cells": 0.12, "checks": 0.31}}
        | more,
    )


def _class() -> dict[str, Report]:
    full = [question(id_, [P] * len(CHECKS[id_])) for id_ in CHECKS]
    blank = [question(id_, [N] * len(CHECKS[id_]), note="not answered") for id_ in CHECKS]
    wrong = question(
        "bilinear",
        [P, F, F, E],
        {
            "accepts_batches": "the result has shape (5, 5), wanted (5,)\n\nbilinear(A, x, y) with "
            "A of shape (2, 3), x of shape (5, 2), y of shape (5, 3)",
            "agrees_with_a_double_loop": "HIDDEN-CANARY differs by 3.2 from 17.25",
            "does_not_overflow": "HIDDEN-CANARY OverflowError in line 3",
        }.items(),
    )
    timed_out = question(
        "matrix_of_form",
        [E, N, N],
        {"recovers_a_square_matrix": "stopped after 5 s of CPU time in matrix_of_form"}.items(),
        note="stopped after 5 s of CPU time in `matrix_of_form`; later checks did not run",
    )
    error = CellProblem(
        7, StudentError("ZeroDivisionError", "division by zero", 3, "    scale = 1 / (m - m)")
    )
    later = CellProblem(12, StudentError("NameError", "name 'scale' is not defined", 1, "scale"))
    limit = "`matrix_of_form` was stopped after 5 s of CPU time"
    return {
        "full": report("ada", *full),
        "mixed": report(
            "ben", wrong, timed_out, blank[2], problems=(error, later), limits_hit=(limit,)
        ),
        "repaired": report(
            "cleo",
            *full[:2],
            blank[2],
            status=Status.REPAIRED,
            repairs=(
                "the notebook's JSON ended early; 14 of its cells could be read",
                "cell 5 had been turned into Markdown; it was run all the same",
            ),
        ),
        "blank": report("dan", *blank),
        "ungradable": report(
            "eve",
            *(replace(asked, note="") for asked in blank),
            status=Status.UNGRADABLE,
            layers=(),
            reason="the file is a PDF; wanted the notebook `01_bilinear_forms.ipynb` itself",
        ),
        "weak": report("finn", full[0], timed_out, full[2], weak_sandbox=True),
    }


@pytest.fixture
def sample() -> dict[str, Report]:
    """The class, by what each report is an example of."""
    return _class()


@pytest.fixture
def hostile(sample: dict[str, Report]):
    """A report in which the student or their exceptions say `text` wherever they can."""

    def make(text: str) -> Report:
        old = sample["mixed"]
        questions = tuple(
            replace(
                asked,
                note=text,
                checks=tuple(replace(check, message=text) for check in asked.checks),
            )
            for asked in old.questions
        )
        return replace(
            old,
            submission=text,
            student=text,
            filename=text,
            reason=text,
            repairs=(text,),
            limits_hit=(text,),
            problems=(CellProblem(1, StudentError(text, text, 1, text)),),
            questions=questions,
            layers=(Layer("network", False, True, text),),
            weak_sandbox=True,
        )

    return make


def digest(text: str) -> str:
    """As a content security policy has it."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


VOID = {"meta", "br", "link", "rect", "line", "circle"}


class Page(HTMLParser):
    """A page taken apart: it must be balanced, and hold nothing that acts or asks outside."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.scripts: list[str] = []
        self.source = text
        self.feed(text)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> closes another tag"

    def handle_data(self, data):
        if self.open and self.open[-1] == "script":
            self.scripts.append(data)
        elif not self.open or self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    def assert_safe(self) -> None:
        """No handler, frame, form or request, no script but the policy's; links lead somewhere."""
        names = {name for name, _ in self.tags}
        named = re.findall("script-src '(sha256-[^']*)'", html.unescape(self.source))
        assert named == [f"sha256-{digest(script)}" for script in self.scripts]
        assert len(self.all("script")) == len(self.scripts)
        assert not names & {"iframe", "object", "embed", "form", "img", "link", "base"}
        ids = [attrs["id"] for _, attrs in self.tags if "id" in attrs]
        assert len(set(ids)) == len(ids)
        for name, attrs in self.tags:
            assert not any(key.startswith("on") or key in {"src", "style"} for key in attrs)
            assert "href" not in attrs or name == "a"
            target = attrs.get("href") or "#"
            assert target.startswith(("#", "feedback/", "reports/"))
            if target.startswith("#") and target != "#":
                assert target[1:] in ids
            for id_ in (attrs.get("aria-labelledby") or "").split():
                assert id_ in ids
        assert not re.search(r"https?:|//|url\(|@import", self.source.replace("</", ""))
        assert self.source.count("<style>") == self.source.count("</style>") == 1
        assert not UNSEEN.search(self.source)
        self.source.encode()


@pytest.fixture
def page():
    """Takes a page's text apart."""
    return Page
