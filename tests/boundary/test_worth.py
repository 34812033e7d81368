"""Whatever is sent earns what its values earn: somebody else in the student process's place,
no confinement at all, and the real checks."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from autograder.boundary import codec
from autograder.grading.run import grade_submission
from autograder.model import Bundle, CodeCell, Limits, Submission
from tests.boundary.impostor import Spawner
from tests.boundary.puppet import Answer, Call, puppet
from tests.boundary.worth import (
    Recorded,
    every_check,
    judged,
    real_checks,
    real_question,
    solutions,
    worth,
)

LIMITS = Limits(call_cpu=1.0, check_cpu=5.0, wall_factor=5.0, frame_mib=4)
FORMS = "01_bilinear_forms"
VECTORS = "04_random_vectors"
QUESTIONS = [
    *((FORMS, name) for name in ("bilinear", "matrix_of_form", "is_bilinear", "partial_left")),
    (VECTORS, "sample_cosines"),
]
CONSTANTS: list[Any] = [
    *(None, True, False, 0, 1, 433, 433.0, -0.0, np.nan, np.inf, 433 + 0j, 10**9000, "433", b"4"),
    *([], (), {}, [[1, 2], [3, 4]], [[1], [2, 3]], {"shape": ()}, object(), print),
    *(np.float32(433), np.bool_(True), np.array(433), np.array([433.0]), np.zeros((3, 3))),
    *(np.full((), np.nan), np.array([object()]), np.array(["433"]), np.ma.array([433.0])),
]
ERRORS = ["ValueError", "TypeError", "AssertionError", "KeyError", "LinAlgError", "UnicodeError"]
LOOKALIKES: list[Callable[[Any], Any]] = [
    lambda value: value,
    lambda value: np.asarray(value).tolist(),
    lambda value: np.asarray(value).astype(np.float32),
    lambda value: np.asarray(value).astype(object),
    lambda value: np.asarray(value).astype(str),
    lambda value: np.asarray(value)[None],
    lambda value: np.asarray(value).T,
    lambda value: np.asarray(value) + 1e-7,
    lambda value: np.asarray(value) * (1 + 1e-15),
    lambda value: np.where(np.arange(np.size(value)).reshape(np.shape(value)) == 0, np.nan, value),
    lambda value: np.asarray(value, order="F"),
    lambda value: np.asarray(value).astype(">f8"),
]


def session_with(slug: str, answers: Callable[[int], Answer]) -> Recorded:
    return Recorded(Spawner(puppet(answers, solutions(slug))), LIMITS)


# ---------------------------------------------------------------- any bytes


class Adversary:
    """Answers at random: right values, near ones, others, with changes, callbacks, damaged."""

    def __init__(self, seed: int) -> None:
        self.source = random.Random(seed)
        self.boldness = self.source.choice([0.0, 0.0, 0.02, 0.2, 0.7])
        """how often it does something other than to answer rightly"""

    def __call__(self, call: Call) -> None:
        ask_at_random = call.functions and self.bold()
        for _ in range(self.source.randrange(4) if ask_at_random else 0):
            self.callback(call)
        try:
            value = call.right()
            if self.bold():
                value = self.other(call, value)
            changes = call.changed(call.drawn() | (self.changes(call) if self.bold() else {}))
            frame = call.returned(value, self.source.choice([0, 0, 1, 10**9]), changes)
        except Exception:  # the right answer may be to raise
            name = self.source.choice(ERRORS) if self.bold() else "ValueError"
            number = self.source.choice([None, 0, 1, 2])
            frame = codec.pack(call.raised(name, "text", number), codec.Caps())
        if self.bold() and self.source.random() < 0.5:
            frame = self.damaged(frame)
        call.send(frame)

    def bold(self) -> bool:
        return self.source.random() < self.boldness

    def other(self, call: Call, value: Any) -> Any:
        choice = self.source.random()
        if choice < 0.5:
            try:
                return self.source.choice(LOOKALIKES)(value)
            except (TypeError, ValueError):
                return None
        if choice < 0.6 and call.args:
            return self.source.choice(call.args)
        return self.source.choice(CONSTANTS)

    def changes(self, call: Call) -> dict[int, Any]:
        """New contents for some of the arguments, as a student's code could have written them."""
        found: dict[int, Any] = {}
        for number, value in enumerate(call.objects):
            if self.source.random() < 0.5:
                continue
            if isinstance(value, np.ndarray) and value.flags.writeable:
                found[number] = np.full(value.shape, self.source.choice([0, 1, 7]), value.dtype)
            elif type(value) is list:
                found[number] = self.source.choice([[], [0.0] * len(value), value[::-1]])
            elif isinstance(value, np.random.Generator):
                kind = type(value.bit_generator)
                found[number] = np.random.Generator(kind(self.source.randrange(5)))
        return found

    def callback(self, call: Call) -> None:
        number = self.source.choice(call.functions).number
        sizes = [self.source.randrange(1, 5) for _ in range(2)]
        args: list[Any] = [np.ones(size) for size in sizes]
        if self.source.random() < 0.4:
            args = [self.source.choice(CONSTANTS) for _ in range(self.source.randrange(4))]
        try:
            call.ask(number, args)
        except ValueError:
            return

    def damaged(self, frame: bytes) -> bytes:
        body = bytearray(frame)
        for _ in range(self.source.randrange(1, 3)):
            place = self.source.randrange(len(body))
            change = self.source.random()
            if change < 0.6:
                body[place] = self.source.randrange(256)
            elif change < 0.8:
                del body[place : place + 4]
            else:
                body[place:place] = self.source.randbytes(3)
        return bytes(body) or b"\0"


@pytest.mark.parametrize(("slug", "name"), QUESTIONS, ids=[name for _, name in QUESTIONS])
def test_whatever_is_sent_earns_what_its_values_earn(slug: str, name: str) -> None:
    """A check is passed over the boundary exactly if it is passed by the same values here."""
    passed = failed = died = 0
    for seed in range(6 if slug == FORMS else 2):
        for number, check in enumerate(real_checks(slug, name)):
            adversary = Adversary(1000 * seed + number)
            session = session_with(slug, lambda nth, adversary=adversary: adversary)
            found = judged(check, session, [name], LIMITS)
            died += session.death is not None
            session.close()
            assert found == worth(check, session, [name], LIMITS), (check.info.name, seed)
            passed, failed = passed + found, failed + (not found)
    assert min(passed, failed, died) > 0, (passed, failed, died)


# ---------------------------------------------------------------- wrong values earn nothing


def wrong(call: Call) -> Any:
    """Never the right value; where an error is right, a number."""
    try:
        value = call.right()
    except Exception:
        return 0.0
    if isinstance(value, (bool, np.bool_)):
        return not value
    return np.asarray(value) + 1.0


def wrong_value(call: Call) -> None:
    call.send(call.returned(wrong(call)))


def wrong_and_nothing_measured(call: Call) -> None:
    call.send(call.returned(wrong(call), peak=0))


def wrong_and_arguments_wiped(call: Call) -> None:
    value = wrong(call)
    arrays = {
        number: np.zeros_like(array)
        for number, array in enumerate(call.objects)
        if isinstance(array, np.ndarray) and array.flags.writeable
    }
    lists = {number: [] for number, found in enumerate(call.objects) if type(found) is list}
    call.send(call.returned(value, changes=call.changed(arrays | lists)))


def wrong_and_an_error_said_to_be_the_checks(call: Call) -> None:
    call.tokens(*call.raised("ValueError" if call.functions else "AssertionError", "", 1))


def wrong_and_the_right_one_for_next_time(call: Call) -> None:
    now = call.returned(wrong(call))
    call.request += 1
    call.send(now, call.returned(433.0))


def only_noise(call: Call) -> None:
    call.send(random.Random(call.request).randbytes(30))


WRONG = [
    wrong_value,
    wrong_and_nothing_measured,
    wrong_and_arguments_wiped,
    wrong_and_an_error_said_to_be_the_checks,
    wrong_and_the_right_one_for_next_time,
    only_noise,
]


@pytest.mark.parametrize("answer", WRONG, ids=lambda answer: answer.__name__)
def test_wrong_values_earn_nothing_whatever_comes_with_them(answer: Answer) -> None:
    """The real grading of a whole assignment against an adversary that never tells the truth."""
    questions = tuple(real_question(*question) for question in QUESTIONS if question[0] == FORMS)
    bundle = Bundle(FORMS, FORMS, "", LIMITS, questions, {})
    source = "\n".join(f"def {q.names[0]}(*args, **kwargs): return 1" for q in questions)
    submission = Submission("s", "s", "s.ipynb", "", (CodeCell(1, source),))
    report = grade_submission(submission, bundle, lambda: session_with(FORMS, lambda nth: answer))
    assert report.score == 0


def test_the_right_values_earn_everything() -> None:
    """The adversary of these tests can give right answers."""

    def right(call: Call) -> None:
        try:
            frame = call.returned(call.right(), changes=call.changed(call.drawn()))
        except ValueError:
            frame = codec.pack(call.raised("ValueError"), codec.Caps())
        call.send(frame)

    for slug, name in QUESTIONS:
        for _, check in every_check(slug, [name]):
            session = session_with(slug, lambda nth: right)
            assert judged(check, session, [name], LIMITS), check.info.name
            session.close()
            assert worth(check, session, [name], LIMITS), check.info.name


# ---------------------------------------------------------------- right values, forged besides


def twice(call: Call) -> None:
    frame = call.returned(call.right())
    call.send(frame, frame)


def with_another_id(call: Call) -> None:
    value = call.right()
    call.request += 1
    call.send(call.returned(value))


def as_an_answer_to_a_cell(call: Call) -> None:
    call.tokens("done", call.request, 433.0)


def of_an_object_that_was_not_given(call: Call) -> None:
    changes = call.changed({len(call.objects): np.zeros(3)})
    call.send(call.returned(call.right(), changes=changes))


def to_another_kind_of_object(call: Call) -> None:
    call.send(call.returned(call.right(), changes=[1, 0, 5]))


def with_memory_that_is_shared(call: Call) -> None:
    view = [codec.VIEW, "<f8", 1, 1, 8, 0, 0, 0, bytes(8)]
    call.tokens("return", call.request, 0, *view, 0)


def with_less_than_no_memory(call: Call) -> None:
    call.tokens("return", call.request, -1, 433.0, 0)


def with_a_function_that_was_not_given(call: Call) -> None:
    call.tokens("return", call.request, 0, codec.YOURS, 99, 0)


def by_a_callback_that_was_not_given(call: Call) -> None:
    call.tokens("callback", call.request, 99, 0, 0)


def with_a_callback_behind_it(call: Call) -> None:
    behind = codec.pack(["callback", call.request, 0, 0, 0], codec.Caps())
    call.send(call.returned(call.right()), behind)


def by_an_exception_that_ends_a_program(call: Call) -> None:
    call.tokens(*call.raised("SystemExit"))


def by_an_exception_that_ends_a_loop(call: Call) -> None:
    call.tokens(*call.raised("StopIteration"))


FORGERIES = [
    twice,
    with_another_id,
    as_an_answer_to_a_cell,
    of_an_object_that_was_not_given,
    to_another_kind_of_object,
    with_memory_that_is_shared,
    with_less_than_no_memory,
    with_a_function_that_was_not_given,
    by_a_callback_that_was_not_given,
    with_a_callback_behind_it,
    by_an_exception_that_ends_a_program,
    by_an_exception_that_ends_a_loop,
]


@pytest.mark.parametrize("forgery", FORGERIES, ids=lambda forgery: forgery.__name__)
def test_a_forged_frame_loses_the_check(forgery: Answer) -> None:
    """Even when the value in it is right: the process is ended and the check is not passed."""
    for slug, name in [(FORMS, "bilinear"), (FORMS, "matrix_of_form")]:
        for check in real_checks(slug, name)[:3]:
            session = session_with(slug, lambda nth: forgery)
            assert not judged(check, session, [name], LIMITS), check.info.name
            assert session.death is not None, check.info.name
            session.close()


def test_what_was_not_given_stays_as_it_is() -> None:
    """A change reaches the arrays of its call, and neither read-only ones nor those of others."""
    earlier, locked, given = np.arange(3.0), np.arange(3.0), np.arange(3.0)
    locked.flags.writeable = False

    def change(call: Call) -> None:
        contents = {n: np.full(3, 7.0) for n in range(2)} if call.name == "all" else {}
        call.send(call.returned(0, changes=call.changed(contents or {0: np.full(3, 7.0)})))

    session = session_with(FORMS, lambda nth: change)
    session.proxy("first")(earlier)
    assert earlier.tolist() == [7, 7, 7]
    earlier[:] = 0
    session.proxy("first")(given)
    assert (earlier.tolist(), given.tolist()) == ([0, 0, 0], [7, 7, 7])
    given[:] = 0
    with pytest.raises(RuntimeError, match="no way back"):
        session.proxy("all")(given, locked)
    assert (given.tolist(), locked.tolist()) == ([0, 0, 0], [0, 1, 2])
    session.close()
