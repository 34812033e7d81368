"""One name, the shared name of twins, or nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from autograder.authoring.attempts import read_attempts
from autograder.validity.confusion import confusion
from autograder.validity.confusions import confusions


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("return x + np.float64(c)", "adds"),
        ("return (np.asarray(x) + c).tolist()", "adds"),
        ("x[...] = [c * entry for entry in x]\n    return x", "in_place"),
        ("return [[c * b for b in a] for a in zip(*x)] if x.ndim > 1 else c * x", "transposes"),
        ("return +x", "forgets_c"),
    ],
)
def test_a_wrong_idea_has_its_name_however_it_is_written(judge, wrote, body, name) -> None:
    """What an answer does decides, not how it is written."""
    assert judge(wrote(body)) == name


@pytest.mark.parametrize(
    "body",
    [
        "return c * np.asarray(x)",
        "return np.multiply(c, x)",
        "return x.ravel()[0] * c",
        "return -x - c",
        "return (np.asarray(x) + c).astype(np.float32) / 3",
        "return (x + c).T",
        "x += c\n    return x",
        "return x + c if x.ndim == 1 else x",
        "raise ValueError",
        "return lambda: x",
        "return type('Mine', (np.ndarray,), {})(2)",
        "return c * x if x.ndim == 1 else 0",
    ],
)
def test_otherwise_nothing_is_said(judge, wrote, body) -> None:
    """Right, ambiguous, two mistakes at once, and what no stored answer does: no name."""
    assert judge(wrote(body)) is None


def test_twins_say_the_shared_name(judge, bundle) -> None:
    """A twin is told what its speaker says."""
    twin = judge.mutants["divides_by_one"]
    assert judge(twin.source) == "forgets_c"


def test_an_undiagnosable_rival_silences(judging, bundle, wrote) -> None:
    """What an undiagnosable mutant does as well has no name, and it never becomes one."""
    mutants = tuple(
        replace(mutant, twin_of="", undiagnosable=mutant.name == "forgets_c")
        for mutant in bundle.mutants
    )
    changed = replace(bundle, mutants=mutants)
    judge = judging(changed, changed.questions[0])
    assert judge(wrote("return x")) is None
    assert judge(wrote("return x + c")) == "adds"


def test_where_right_answers_differ_nothing_is_wrong(judging, bundle, wrote) -> None:
    """To differ from the solution as an accepted answer does is no mistake."""
    adds = next(mutant for mutant in bundle.mutants if mutant.name == "adds")
    changed = replace(bundle, accepted=(replace(adds, accepted=True),))
    assert judging(changed, changed.questions[0])(wrote("return x + c")) is None


def test_mutants_that_fail_are_no_candidates(judging, bundle, wrote) -> None:
    """Endless, failing and dying mutants leave the table; the others keep their names."""
    bad = {
        "endless": "while True: pass",
        "memory": "return np.ones((10**6, 10**6))",
        "exits": "raise SystemExit",
        "deep": "return scaled(x, c)",
    }
    first = bundle.mutants[0]
    more = [replace(first, name=name, source=wrote(body)) for name, body in bad.items()]
    more.append(replace(first, name="broken", source="1 / 0"))
    changed = replace(bundle, mutants=(*bundle.mutants, *more))
    judge = judging(changed, changed.questions[0])
    assert judge(wrote("return x + c")) == "adds"
    assert not judge.table.names & {"endless", "broken"}


def test_the_confusion_table(bundle) -> None:
    """Told by its own name, by a twin's, or a finding that says what to do."""
    found = confusion(bundle, bundle.questions[0])
    assert (found.own, found.twins, found.undiagnosable) == (4, 1, 0)
    assert [finding.partition(";")[0] for finding in found.findings] == [
        "scaled/rejected/first_entry: the diagnosis cannot tell it from first_entry_too",
        "scaled/rejected/first_entry_too: the diagnosis cannot tell it from first_entry",
    ]
    assert all("'# twin of: …'" in finding for finding in found.findings)


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        ({"twin_of": "adds"}, "rejected/first_entry: the diagnosis cannot tell it from"),
        ({"source": "def scaled(x, c):\n    return x * c"}, "tell it from a right answer"),
        ({"source": "def scaled(x, c):\n    return lambda: 1"}, "or to no plain value"),
        (
            {"source": "rng = np.random.default_rng()\ndef scaled(x, c):\n    return rng.random()"},
            "first_entry: the diagnosis cannot tell it from anything: its calls come to something",
        ),
    ],
)
def test_what_an_author_got_wrong_is_found(bundle, change, finding) -> None:
    """A twin that is none, a right answer among the wrong ones, and what cannot be compared."""
    mutants = tuple(
        replace(mutant, **change) if mutant.name == "first_entry" else mutant
        for mutant in bundle.mutants
        if mutant.name != "first_entry_too"
    )
    found = confusion(replace(bundle, mutants=mutants), bundle.questions[0])
    assert len(found.findings) == 1, found.findings
    assert finding in found.findings[0]


HEADER = '"""Adds."""\n# caught by: x\n# nudge: n?\n'
CELL = "\ndef f(x):\n    return x\n"


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("# twin of: speaker\n", ""),
        (
            "# twin of: nobody_here\n",
            "found the twin nobody_here; wanted a mutant of this question",
        ),
        ("# twin of: itself\n", "found the twin itself; wanted a mutant of this question that is"),
        ("# twin of: good\n", "found the twin good; wanted a mutant of this question that is"),
        ("# twin of:\n", "found the twin nobody; wanted a mutant of this question that is"),
        (
            "# undiagnosable\n# twin of: speaker\n",
            "found '# twin of: speaker' beside '# undiagnosable'; wanted one of the two; remove",
        ),
    ],
)
def test_the_authors_rules_for_twins(tmp_path: Path, lines: str, message: str) -> None:
    """A twin names a mutant of its question that speaks for itself."""
    folder = tmp_path / "question"
    for name, text in {
        "rejected/speaker": HEADER + CELL,
        "rejected/itself": HEADER + lines + CELL,
        "accepted/good": '"""Right."""\n' + CELL,
    }.items():
        path = folder / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    attempts, findings = read_attempts(folder, ["f"], ["x"])
    said = [f"found {f.found}; wanted {f.wanted}; {f.advice}" for f in findings]
    assert not message or any(message in line for line in said), said
    if not message:
        assert not said
        assert {attempt.name: attempt.twin_of for attempt in attempts}["itself"] == "speaker"


def test_the_table_is_remembered(bundle, tmp_path: Path, monkeypatch) -> None:
    """What has not changed is not judged again; another mutant, engine or damage is."""
    path = tmp_path / "build" / "confusion.json"
    first = confusions(bundle, path, "engine", 1)
    assert [line.findings for line in first] == [confusion(bundle, bundle.questions[0]).findings]
    monkeypatch.setattr("autograder.validity.confusions.process_pool", None)
    assert confusions(bundle, path, "engine", 1) == first
    for changed, around in ((replace(bundle, mutants=bundle.mutants[1:]), "engine"), (bundle, "x")):
        with pytest.raises(TypeError):
            confusions(changed, path, around, 1)
    path.write_text(path.read_text()[:-5])
    with pytest.raises(TypeError):
        confusions(bundle, path, "engine", 1)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("return (np.float64(x) @ A + 0 * np.float64(y)).sum(axis=-1)", "forgets_y"),
        ("return (np.float64(x) @ A * y).sum()", "sums_the_whole_batch"),
        ("return (np.float64(x) @ A * y).sum(axis=-1)", None),
        ("return -(np.float64(x) @ A + 0 * np.float64(y)).sum(axis=-1)", None),
    ],
)
def test_what_is_computed_is_told_when_nothing_is_refused(course, judging, body, name) -> None:
    """An answer that also lacks every check of its arguments is told what it computes, if wrong."""
    bundle = course("01_bilinear_forms")
    judge = judging(bundle, next(q for q in bundle.questions if q.id == "bilinear"))
    assert judge(f"def bilinear(A, x, y):\n    {body}") == name
