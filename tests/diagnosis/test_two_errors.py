"""Answers with two mistakes at once, made by the hundred: none may get a wrong name."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import pytest

TWISTS = {
    "negated": "-np.asarray(value)",
    "doubled": "np.multiply(2, value)",
    "transposed": "np.swapaxes(value, -1, -2) if np.ndim(value) > 1 else np.flip(value)",
    "in float32": "np.asarray(value, np.float32) * np.float32(1.1)",
    "shifted": "np.asarray(value) + 1",
    "a digit lost": "np.multiply(value, 1 + 1e-7)",
}
QUESTIONS = [
    ("01_bilinear_forms", "bilinear"),
    ("01_bilinear_forms", "change_of_basis"),
    ("03_quadratic_forms", "lambda_k"),
    ("06_residual_stream", "interference"),
]
TWISTED = """
{first}

_first = {name}

def {name}(*args, **kwargs):
    value = _first(*args, **kwargs)
    return {twist}
"""
# The checks of its arguments are the first one's, its value is the second one's.
CROSSED = """
{first}

_first = {name}

{second}

_second = {name}

def {name}(*args, **kwargs):
    _first(*args, **kwargs)
    return _second(*args, **kwargs)
"""
SAMPLE = 7
# Two refusals may leave nothing that is accepted: that is what such an answer is told.
REFUSES_ALL = "raises_value_error_always"


def compositions(judge, name: str, chance: random.Random) -> Iterator[tuple[set[str], str]]:
    """The sources, each with the names of which it is a mixture."""
    chosen = chance.sample(sorted(judge.mutants), SAMPLE)
    sources = {mutant: judge.mutants[mutant].source for mutant in chosen}
    solution = judge.bundle.answers[judge.question.id]
    for twist in TWISTS.values():
        alone = judge(TWISTED.format(first=solution, name=name, twist=twist))
        for one in chosen:
            mixed = {one, alone or one}
            yield mixed, TWISTED.format(first=sources[one], name=name, twist=twist)
    for one, other in itertools.permutations(chosen, 2):
        source = CROSSED.format(first=sources[one], second=sources[other], name=name)
        yield {one, other}, source


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(("slug", "id_"), QUESTIONS, ids=[id_ for _, id_ in QUESTIONS])
def test_two_mistakes_have_no_wrong_name(course, judging, slug, id_) -> None:
    """What is said is one of the two, where the other shows on no call that is to be answered."""
    bundle = course(slug)
    question = next(question for question in bundle.questions if question.id == id_)
    judge = judging(bundle, question)
    named = silent = 0
    for mixed, source in compositions(judge, question.names[0], random.Random(6)):
        said = judge(source)
        silent += said is None
        if said is not None:
            named += 1
            speakers = {judge.mutants[name].twin_of or name for name in mixed}
            assert said in speakers | {REFUSES_ALL}, source
    assert silent + named == SAMPLE * (len(TWISTS) + SAMPLE - 1)
    assert silent > SAMPLE * len(TWISTS) / 2
