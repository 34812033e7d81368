"""A wrong idea written otherwise: rounding and free signs do not hide it, nor lend it to others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from autograder.diagnosis.outcomes import Outcome, outcome_of
from autograder.diagnosis.recording import Call
from autograder.diagnosis.rounding import (
    FACTOR,
    SHAKE,
    agree_loosely,
    leaves,
    near,
    noise,
    scale,
    signs_are_free,
)
from autograder.model import Attempt, BundleQuestion, CheckInfo

CHECKS = '''\
from otter.test_files import test_case

OK_FORMAT = False
name = "rest"
points = None

@test_case(points=1, hidden=False)
def rests(rest, length):
    """What is left of x without its part along v."""
    import numpy as np
    rng = np.random.default_rng(1)
    for n in range(2, 8):
        x, v = rng.standard_normal((2, n))
        u = v / np.sqrt(v @ v)
        assert np.allclose(rest(x, v), x - u * (u @ x), atol=1e-9)
        assert np.allclose(rest(3.0 * v, v), 0.0, atol=1e-9)
        assert np.isclose(length(x), np.sqrt(x @ x))
    try:
        rest(np.ones(2), np.zeros(2))
    except ValueError:
        return
    assert False
'''
CHECKED = "    if not np.any(v):\n        raise ValueError\n"


def rest(result: str, length: str = "np.sqrt(x @ x)", checked: str = CHECKED) -> str:
    return f"def rest(x, v):\n{checked}    return {result}\n\ndef length(x):\n    return {length}\n"


RIGHT = "x - v * ((v @ x) / (v @ v))"
MUTANTS = {
    "part_along_v": rest("v * ((v @ x) / (v @ v))"),
    "twice": rest("x - 2 * v * ((v @ x) / (v @ v))"),
    "twice_the_rest": rest(f"2 * ({RIGHT})"),
    "squared": rest(RIGHT, "x @ x"),
    "sum_of_sizes": rest(RIGHT, "np.abs(x).sum()"),
    "unstable": rest("np.sqrt(1 + x - v * ((v @ x) / (v @ v)) + 1e7) ** 2 - 1 - 1e7"),
}


@pytest.fixture(scope="module")
def rests(bundle, judging):
    """Judges answers with two functions, the first of which is often zero but for rounding."""
    info = (CheckInfo("rests", False, 1, "hint", "What is left."),)
    question = BundleQuestion("rest", "Rest", 1, ("rest", "length"), info, CHECKS, "")
    mutants = tuple(
        Attempt("rest", name, False, f"{name}.", source, ("rests",), f"{name}?")
        for name, source in MUTANTS.items()
    )
    accepted = (Attempt("rest", "by_u", True, "Right.", rest("x - v / (v @ v) * (v @ x)")),)
    changed = replace(
        bundle,
        questions=(question,),
        mutants=mutants,
        accepted=accepted,
        answers={"rest": rest(RIGHT)},
    )
    return judging(changed, question)


U = "v / np.linalg.norm(v)"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (rest(f"2 * x - 2 * ({U}) * (({U}) @ x)"), "twice_the_rest"),
        (rest(f"2 * x - 2 * ({U}) * (({U}) @ x)", checked=""), "twice_the_rest"),
        (rest(f"np.outer({U}, {U}) @ x"), "part_along_v"),
        (rest(f"x - np.outer({U}, {U}) @ x * 2"), "twice"),
        (rest(f"x - ({U}) * (({U}) @ x)", "np.linalg.norm(x) ** 2"), "squared"),
        (rest(f"2 * ({RIGHT})", "x.sum()"), "twice_the_rest"),
        (rest(f"2 * ({RIGHT})", "np.abs(x).sum()"), "twice_the_rest"),
    ],
)
def test_an_idea_is_told_in_another_hand(rests, source: str, name: str) -> None:
    """Zeros that only rounding fills, and what a later function gets wrong, hide no idea."""
    assert rests(source) == name


@pytest.mark.parametrize(
    "source",
    [
        rest("x - np.outer(v, v) @ x / (v @ v)"),
        rest(f"({RIGHT}) * (1 + 1e-7)"),
        rest(f"2 * ({RIGHT}) + 1e-8"),
        rest(f"2.0001 * ({RIGHT})"),
        rest(f"3 * ({RIGHT})", "x.sum()"),
        rest(f"3 * ({RIGHT})", "x @ x"),
        rest("np.exp(np.log(1e8 + x - v * ((v @ x) / (v @ v)))) - 1e8"),
    ],
)
def test_what_rounding_explains_is_no_idea(rests, source: str) -> None:
    """No name for right answers, other small errors, another unstable way, a nameless first one."""
    assert rests(source) is None


def test_each_mutant_is_told_by_its_own_name(rests) -> None:
    """Looking less closely takes no name away."""
    for name, source in MUTANTS.items():
        assert rests(source) == name


def test_an_answer_that_fails_otherwise_is_told_what_it_computes(rests) -> None:
    """Refusals that are missing or of another kind say nothing about the values."""
    wrong = MUTANTS["part_along_v"]
    assert rests(wrong.replace("ValueError", "KeyError")) == "part_along_v"
    assert rests(wrong.replace("not np.any(v)", "True")) is None
    assert rests(rest(RIGHT, checked="")) is None


def test_noise_is_what_the_last_digits_move() -> None:
    """A difference of nearly equal numbers is noise, a sum of them is none; integers stay."""
    call = Call("f", (np.array([1.0, 1.0 + 1e-12]), [2.0, 3], 4), {"c": 5.0})
    functions = {"f": lambda x, y, n, c: [np.array([x[1] - x[0]]), x + 0.0]}
    outcome = outcome_of(call, functions)
    found = noise(call, outcome, functions)
    assert 0 < found[0] <= 4 * SHAKE
    assert call.args[0].tolist() == [1.0, 1.0 + 1e-12]
    assert noise(call, Outcome("ValueError"), functions) == noise(call, outcome, None) == ()


def test_only_small_differences_are_looked_into() -> None:
    """Near: relative to the values, or to what they are made of; never for integers or errors."""
    call = Call("f", (np.array([1.0, 100.0]),), {})
    tiny, zero, one = (Outcome(value=np.array([v])) for v in (1e-16, 0.0, 1.0))
    assert near(tiny, zero, scale(call, []))
    assert not near(one, zero, scale(call, []))
    assert near(Outcome(value=1.0001), Outcome(value=1.0), 1.0)
    assert not near(Outcome(value=10001), Outcome(value=10000), 1.0)
    assert not near(Outcome("ValueError"), zero, 1.0)
    assert not near(Outcome(value="x"), zero, 1.0)
    assert agree_loosely(tiny, zero, [1e-16 / FACTOR])
    assert not agree_loosely(tiny, zero, [0.0])
    assert not agree_loosely(Outcome(value=np.array([np.nan])), zero, [1.0])


def test_signs_are_free_where_right_answers_say_so() -> None:
    """The columns of one right answer are those of another with other signs."""
    U = np.linalg.qr(np.arange(1.0, 7.0).reshape(3, 2) ** 2)[0]
    turned, doubled = Outcome(value=(1.0, U * [1, -1])), Outcome(value=(1.0, 2 * U))
    plain = Outcome(value=(1.0, U))
    assert signs_are_free([plain, turned])
    assert not signs_are_free([plain, plain])
    assert not signs_are_free([plain, doubled])
    assert not signs_are_free([])
    assert agree_loosely(plain, turned, (), signs=True)
    assert not agree_loosely(plain, turned, ())
    assert not agree_loosely(doubled, turned, (), signs=True)


def test_a_value_without_end_is_no_number() -> None:
    """A list that holds itself ends the comparison, not the grader."""
    loop: list[object] = [1.0, "a"]
    loop.append(loop)
    assert leaves(loop) is None
    assert not near(Outcome(value=loop), Outcome(value=1.0), 1.0)
