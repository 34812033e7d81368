"""Right answers in odd shapes earn full marks; what only looks like an answer earns nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from autograder.boundary.session import Session
from autograder.grading.found import Found
from autograder.grading.read import read_submission
from autograder.grading.run import grade_submission
from autograder.model import Bundle, QuestionResult, Report
from autograder.sandbox.process import Zygote

RIGHT = """\
def double(x):
    if isinstance(x, str):
        raise ValueError('no')
    return 2 * x
"""
MINE = RIGHT.replace("double", "mine")
BLANK = 'def double(x):\n    raise NotImplementedError("double is not answered yet")'
INDENTED = "".join(f"    {line}\n" for line in RIGHT.splitlines())

Grade = Callable[..., Report]


@pytest.fixture
def grade(
    zygote: Zygote, bundle: Bundle, found: Callable[..., Found], notebook: Callable[..., bytes]
) -> Grade:
    """Grade the question `double` of a notebook with these cells before, as and after it."""

    def grading(answer: str, before: str = "", after: str = "") -> Report:
        extra = {"before": [before] if before else [], "after": [after] if after else []}
        data = notebook(**extra, double=answer)
        submission = read_submission(found(), bundle, data)
        assert submission.reason == ""
        return grade_submission(
            submission, bundle, lambda: Session(zygote, bundle.limits), only="double"
        )

    return grading


def question(report: Report) -> QuestionResult:
    return report.questions[0]


ANSWERS = {
    "lambda": "double = lambda x: int('z') if isinstance(x, str) else 2 * x",
    "another name": f"{MINE}double = mine",
    "below the placeholder": f"{BLANK}\n\n{MINE}double = mine",
    "functools.partial": (
        f"from functools import partial\n{MINE.replace('(x)', '(k, x)')}double = partial(mine, 2)"
    ),
    "an object that is called": (
        "class Double:\n    def __call__(self, x):\n"
        "        if isinstance(x, str): raise ValueError\n        return 2 * x\ndouble = Double()"
    ),
    "a static method": f"class S:\n    @staticmethod\n{INDENTED}double = S.double",
    "exec": f'exec("""{RIGHT}""")',
    "globals()": f'{MINE}globals()["double"] = mine',
    "global": f"def make():\n    global double\n{INDENTED}make()",
    "a decorator": f"def same(f):\n    return f\n\n@same\n{RIGHT}",
    "a decorator that answers": f"{MINE}def instead(f):\n    return mine\n@instead\n{BLANK}",
    "a cache": f"import functools\n@functools.lru_cache\n{RIGHT}",
    "in an if": f"if True:\n{INDENTED}",
    "in the main block": f'if __name__ == "__main__":\n{INDENTED}',
    "in a try": f"try:\n    from torch import double\nexcept ImportError:\n{INDENTED}",
    "in a tuple": f"{MINE}double, y = mine, 3",
    "a walrus": "(double := lambda x: int('z') if isinstance(x, str) else 2 * x)",
    "a star import": f"from math import *\n{RIGHT}",
    "type hints": "from __future__ import annotations\n" + RIGHT.replace("(x)", "(x: Any) -> Any"),
    "a match": (
        "def double(x):\n    match x:\n        case str(): raise ValueError\n"
        "        case _: return 2 * x"
    ),
    "the placeholder below the answer": f'{RIGHT}    raise NotImplementedError("not yet")',
    "dots above the answer": RIGHT.replace("    if", "    ...\n    if"),
    "a cell magic": f"%%time\n{RIGHT}",
    "a line magic": f"%matplotlib inline\n!pip install numpy\n{RIGHT}",
    "an error below": f"{RIGHT}\n1 / 0",
    "sys.exit below": f"{RIGHT}\nimport sys\nsys.exit()",
    "tabs": RIGHT.replace("    ", "\t"),
    "the whole cell indented": INDENTED,
    "prompts": "".join(
        (f"... {line}\n" if line[0] == " " else f">>> {line}\n") for line in RIGHT.splitlines()
    ),
}


@pytest.mark.parametrize("shape", ANSWERS)
def test_an_answer_of_any_shape(shape: str, grade: Grade) -> None:
    """What is called `double` in the end and doubles is the answer."""
    report = grade(ANSWERS[shape])
    assert question(report).earned == 2, question(report)


ELSEWHERE = {
    "exec": f'exec("""{RIGHT}""")',
    "globals()": f'{MINE}globals()["double"] = mine',
    "setattr": f"{MINE}import sys\nsetattr(sys.modules['__main__'], 'double', mine)",
    "global": f"def make():\n    global double\n{INDENTED}make()",
    "another name": f"{MINE}double = mine",
}


@pytest.mark.parametrize("shape", ELSEWHERE)
def test_an_answer_in_another_cell(shape: str, grade: Grade) -> None:
    """The placeholder that was left above or below it does not hide it."""
    assert question(grade(BLANK, after=ELSEWHERE[shape])).earned == 2
    assert question(grade(BLANK, before=ELSEWHERE[shape])).earned == 2


NOT_ANSWERED = {
    "commented out": BLANK + "\n# " + RIGHT.replace("\n", "\n# "),
    "all of it commented out": "# " + RIGHT.replace("\n", "\n# "),
}
WRONG = {
    "renamed": MINE,
    "async": RIGHT.replace("def double", "async def double"),
    "a method that nobody calls": f"class S:\n    @staticmethod\n{INDENTED}",
    "printed": "def double(x):\n    print(2 * x)",
    "a generator": "def double(x):\n    yield 2 * x",
    "no function": "double = None",
    "raises first": RIGHT.replace("    if", "    raise NotImplementedError('not yet')\n    if"),
    "its indentation is broken": RIGHT.replace("    return", "   return"),
}


@pytest.mark.parametrize("shape", [*NOT_ANSWERED, *WRONG])
def test_what_is_no_answer(shape: str, grade: Grade) -> None:
    """It earns nothing, and an untouched answer cell is called not answered."""
    result = question(grade({**NOT_ANSWERED, **WRONG}[shape]))
    assert result.earned == 0
    assert (result.note == "not answered") == (shape in NOT_ANSWERED | {"renamed": 0} | {
        "a method that nobody calls": 0
    })  # fmt: skip


TAKEN = {
    "its own name, by a result": (RIGHT, "double = double(3)", "double"),
    "its own name, by a loop": (RIGHT, "for double in [1, 2]:\n    pass", "double"),
    "its own name, deleted": (RIGHT, "del double", "double"),
    "its own name, by a caught error": (
        RIGHT, "try:\n    1 / 0\nexcept Exception as double:\n    pass", "double",
    ),
    "a helper": (
        "def h(x):\n    return 2 * x\n" + RIGHT.replace("2 * x", "h(x)"),
        "def h(a, b):\n    return 0", "h",
    ),
    "a builtin": (RIGHT.replace("2 * x", "sum([x, x])"), "sum = 3", "sum"),
    "a module": (RIGHT.replace("2 * x", "np.multiply(2, x)"), "np = 3", "np"),
    "a constant": ("k = 2\n" + RIGHT.replace("2 *", "k *"), "k = 5", "k"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAKEN)
def test_a_later_cell_that_takes_a_name(what: str, grade: Grade) -> None:
    """Right below the answer the check passes: so the question is judged there, and told so."""
    answer, later, name = TAKEN[what]
    result = question(grade(answer, after=later))
    assert result.earned == 2
    assert f"gives {name} another meaning; judged as it was when cell" in result.note


WIPES = {
    "one by one": "for n in list(globals()):\n    if n[0] != '_':\n        del globals()[n]",
    "at once": "globals().clear()",
}


@pytest.mark.parametrize("what", WIPES)
def test_a_last_cell_that_wipes_everything(what: str, grade: Grade) -> None:
    """The answers had been there, so they are judged as they were, and the note says so."""
    result = question(grade(RIGHT, after=WIPES[what]))
    assert result.earned == 2
    assert "double was gone when all cells had run; judged as it was when cell" in result.note


def test_an_answer_written_again_counts_as_it_is_last(grade: Grade) -> None:
    """A second, worse answer is the student's last word; so is a worse helper's use in it."""
    assert question(grade(RIGHT, after="def double(x):\n    return 3")).earned == 0
    assert question(grade(RIGHT, after="double = lambda x: 3")).earned == 0
    assert question(grade(RIGHT, after="def double(x)\n    return 3")).earned == 2


def test_a_placeholder_among_other_code_below_the_answer(grade: Grade) -> None:
    """Only the placeholder is left out; what stands around it runs."""
    report = grade(RIGHT, after=f"{BLANK}\nraise KeyError('ran')")
    assert question(report).earned == 2
    assert "holds the unfilled answer cell of double" in report.repairs[0]
    assert [problem.error.kind for problem in report.problems] == ["KeyError"]


@pytest.mark.parametrize(
    "first", ["import torch", "from my_helpers import h", "n = int(input('How many?'))"]
)
def test_what_works_at_home_only(first: str, grade: Grade) -> None:
    """A module that is not here, a question: the cell goes on below, and the report has it."""
    report = grade(f"{first}\n{RIGHT}")
    assert question(report).earned == 2
    assert [problem.error.line for problem in report.problems] == [1]
    assert question(grade(f"1 / 0\n{RIGHT}")).earned == 0


PASTED = {
    "curly quotes": (RIGHT.replace("'no'", "“no”"), "(“, ”)"),
    "curly single quotes": (RIGHT.replace("'no'", "‘no’"), "(‘, ’)"),
    "no-break spaces": (RIGHT.replace("    ", "\u00a0" * 4), "(U+00A0)"),
    "an invisible space": (RIGHT.replace("2 * x", "2 * \u200bx"), "(U+200B)"),
    "a minus sign": (RIGHT.replace("2 * x", "3 * x − x"), "(−)"),
    "a times sign": (RIGHT.replace("2 * x", "2 × x"), "(×)"),
    "a fence": (f"```python\n{RIGHT}```", "the fence around the code"),
    "tabs among spaces": (RIGHT.replace("        raise", "\traise"), "tabs were read as"),
}


@pytest.mark.parametrize("what", PASTED)
def test_pasted_characters_are_read_as_they_were_meant(what: str, grade: Grade) -> None:
    """Where a cell is no Python without it; student and TA are told."""
    answer, said = PASTED[what]
    report = grade(answer)
    assert question(report).earned == 2, question(report)
    assert said in report.repairs[0]


def test_text_in_a_cell_that_parses_is_left_alone(grade: Grade) -> None:
    """Curly quotes inside a text are the student's own."""
    report = grade(RIGHT.replace("'no'", "'“no” − …'"))
    assert report.repairs == ()
    assert "“no” − …" not in question(report).note
