"""A call crosses the boundary as if both sides were one process."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder.boundary.failures import student_error_of
from autograder.boundary.opaque import Opaque
from autograder.errors import CodecError, ProcessDied
from tests.boundary.conftest import Start


def test_values_come_back_with_their_types(start: Start) -> None:
    """Arguments by position and by name; float stays float, float32 stays float32."""
    f = start("def f(a, *rest, k=0, **more):\n    return a, rest, k, more, np.float32(a)").proxy(
        "f"
    )
    assert f.__name__ == "f"
    value = f(1.5, "x", k=[None], z={"y": 2})
    assert value == (1.5, ("x",), [None], {"z": {"y": 2}}, np.float32(1.5))
    assert [type(part) for part in value] == [float, tuple, list, dict, np.float32]


def test_in_place_changes_come_back(start: Start) -> None:
    """Arrays, lists, dicts and Generators that the student's code changed are changed here."""
    f = start(
        """
def f(array, items, table, rng):
    array *= 2
    items.append(array.sum())
    items[0].append("inner")
    del table["a"]
    table["b"] = [1]
    rng.random(3)
    rng.spawn(1)
"""
    ).proxy("f")
    array, inner, table = np.arange(3.0), ["x"], {"a": 1}
    items: list[Any] = [inner]
    rng, twin = np.random.default_rng(1), np.random.default_rng(1)
    assert f(array, items, table, rng) is None
    assert array.tolist() == [0, 2, 4]
    assert items[0] == ["x", "inner"]
    assert items[1:] == [6.0]
    assert inner == ["x", "inner"]
    assert table == {"b": [1]}
    twin.random(3)
    twin.spawn(1)
    assert rng.random() == twin.random()
    assert rng.spawn(1)[0].random() == twin.spawn(1)[0].random()


def test_changes_come_back_through_every_layout(start: Start) -> None:
    """Into views with any strides, and into what they share memory with."""
    f = start("def f(x, y=None):\n    x[0] = -1\n    if y is not None: y[-1] = -2").proxy("f")
    base = np.zeros((3, 4))
    f(base[:, ::-2])
    assert base[0].tolist() == [0, -1, 0, -1]
    line = np.zeros(4)
    f(line, line[1:3])
    assert line.tolist() == [-1, 0, -2, 0]
    f(np.asfortranarray(base))


def test_changes_come_back_from_a_call_that_raised(start: Start) -> None:
    """As in one process, what was done before the error is done."""
    f = start("def f(x):\n    x += 1\n    raise ValueError('late')").proxy("f")
    x = np.zeros(2)
    with pytest.raises(ValueError, match="late"):
        f(x)
    assert x.tolist() == [1, 1]


def test_nothing_changed_changes_nothing(start: Start) -> None:
    """An argument that was only read is not written to, not even with what it holds."""
    f = start("def f(x, items): return x.sum() + items[0]").proxy("f")
    x = np.ones(3)
    x.flags.writeable = False
    assert f(x, [2.0, float("nan")]) == 5.0


def test_returning_an_argument_returns_it(start: Start) -> None:
    """`return x` gives the check its own object; a list keeps its identity at the top."""
    f = start("def f(x): return x").proxy("f")
    for value in (np.ones(2), [1], {"a": 1}, np.random.default_rng(1), len):
        assert f(value) is value


def test_writing_to_a_read_only_argument_is_an_error(start: Start) -> None:
    """ValueError in the student's code; whoever lifts the flag gets one from the call."""
    session = start(
        "def f(x):\n    x[0] = 1", "def g(x):\n    x.flags.writeable = True\n    x[0] = 1"
    )
    x = np.zeros(2)
    x.flags.writeable = False
    with pytest.raises(ValueError, match="assignment destination is read-only"):
        session.proxy("f")(x)
    with pytest.raises(ValueError, match="a read-only array was written to"):
        session.proxy("g")(x)
    assert x.tolist() == [0, 0]


@pytest.mark.filterwarnings("ignore:Setting the")
@pytest.mark.parametrize(
    "change", ["x.shape = (2, 2)", "x.dtype = np.int64", "x.resize(9, refcheck=False)"]
)
def test_changing_an_arguments_shape_is_an_error(start: Start, change: str) -> None:
    """It cannot be brought back; the call says so."""
    f = start(f"def f(x):\n    {change}").proxy("f")
    with pytest.raises(TypeError, match="the shape or dtype of an argument was changed in place"):
        f(np.arange(4.0))


@pytest.mark.parametrize(
    ("raised", "caught", "text"),
    [
        ("raise ValueError('no')", ValueError, "no"),
        ("class Mine(KeyError): pass\n    raise Mine('k')", KeyError, "'k'"),
        ("np.linalg.inv(np.zeros((2, 2)))", np.linalg.LinAlgError, "Singular matrix"),
        ("np.zeros(2).sum(axis=5)", ValueError, "axis 5 is out of bounds"),
        ("b'\\xff'.decode()", ValueError, "invalid start byte"),
        ("f()", RecursionError, "maximum recursion depth"),
        ("raise SystemExit", RuntimeError, "sys.exit"),
        ("raise KeyboardInterrupt", RuntimeError, "KeyboardInterrupt"),
        ("yield_ = (i for i in ()); raise GeneratorExit", RuntimeError, "GeneratorExit"),
        ("raise ExceptionGroup('group', [ValueError()])", Exception, "group"),
        ("raise AssertionError('mine')", AssertionError, "mine"),
        ("raise NotImplementedError('f')", NotImplementedError, "f"),
        ("raise OSError(2, 'gone')", OSError, "gone"),
    ],
)
def test_an_exception_arrives_as_the_nearest_built_in_class(
    start: Start, raised: str, caught: type[Exception], text: str
) -> None:
    """With its text; what would end a program is a RuntimeError."""
    f = start(f"def f():\n    {raised}").proxy("f")
    with pytest.raises(caught, match=text):
        f()


def test_an_exception_names_the_students_line(start: Start) -> None:
    """The report says which cell, which line and what stood there."""
    f = start("def g(x):\n    return 1 / x", "def f(x):\n    return g(x)").proxy("f")
    with pytest.raises(ZeroDivisionError) as caught:
        f(0)
    error = student_error_of(caught.value)
    assert error is not None
    assert (error.kind, error.line, error.code) == ("ZeroDivisionError", 2, "return 1 / x")
    assert caught.value.__notes__ == ["cell 1, line 2: return 1 / x"]


def test_an_exceptions_text_is_data(start: Start) -> None:
    """Cut, cleaned, and no matter that its __str__ fails."""
    session = start(
        "def long(): raise ValueError('\\x1b\\ud800' + 'a' * 10**6)",
        "class Odd(ValueError):\n    def __str__(self): raise KeyError\ndef odd(): raise Odd",
    )
    with pytest.raises(ValueError, match="\ufffd\ufffdaaa") as caught:
        session.proxy("long")()
    assert len(str(caught.value)) == 2000
    with pytest.raises(ValueError, match="its text cannot be read: KeyError"):
        session.proxy("odd")()


def test_a_missing_name_is_a_name_error(start: Start) -> None:
    """A call of what was never defined, and of what is no function."""
    session = start("g = 3")
    with pytest.raises(NameError, match="name 'f' is not defined"):
        session.proxy("f")()
    with pytest.raises(TypeError, match="not callable"):
        session.proxy("g")()
    assert session.defined(["f", "g", "np"]) == {"g", "np"}


def test_lying_values_arrive_inert(start: Start) -> None:
    """Whatever the class claims, it is no float, no array, and no comparison takes it."""
    f = start(
        """
class Liar(float):
    __class__ = float
    def __eq__(self, other): return True
    __ne__ = __lt__ = __gt__ = __eq__
    def __float__(self): return 1.0
    def __array__(self, *a, **k): return np.ones(3)
    __module__ = "numpy"
def f(kind):
    liar = Liar()
    return {"plain": liar, "list": [liar], "array": np.array([liar], object),
            "matrix": np.matrix([[1]]), "iterator": iter([1])}[kind]
"""
    ).proxy("f")
    for kind in ("plain", "array", "matrix", "iterator"):
        value = f(kind)
        assert type(value) is Opaque
        assert (value == 0) is False
        for use in (float, lambda odd: odd != 0):
            with pytest.raises(TypeError, match="cannot be judged"):
                use(value)
    assert type(f("list")[0]) is Opaque


def test_an_opaque_value_goes_back_as_the_object_it_was(start: Start) -> None:
    """What one function of the student's made, another can use; only in the same process."""
    session = start(
        "class Model:\n    size = 3\ndef make(): return Model()\ndef use(m): return m.size"
    )
    made = session.proxy("make")()
    assert session.proxy("use")(made) == 3
    with pytest.raises(ProcessDied, match="a student process that is gone"):
        start("def use(m): return 1").proxy("use")(made)


def test_a_returned_function_can_be_called(start: Start) -> None:
    """A closure over the check's own function too, in a later call."""
    make = start("def make(f):\n    return lambda x: f(x) + 1").proxy("make")
    assert make(lambda x: 10 * x)(4) == 41


def test_a_result_that_is_too_large_is_an_error_of_the_call(start: Start) -> None:
    """The process lives on."""
    session = start(
        "def f(n): return np.zeros(n)", "def g():\n    x = []\n    x.append(x)\n    return x"
    )
    with pytest.raises(
        RuntimeError, match=r"the result cannot be judged: the value takes 15.3 MiB"
    ):
        session.proxy("f")(2_000_000)
    with pytest.raises(RuntimeError, match="nested more than 50 deep"):
        session.proxy("g")()
    assert session.proxy("f")(2).tolist() == [0, 0]


@pytest.mark.filterwarnings("ignore:the matrix subclass")
def test_a_check_that_hands_over_the_impossible_is_told(start: Start) -> None:
    """It is the author's mistake and no student's: no ValueError, no TypeError."""
    session = start("def f(x): return x")
    for value in ({1}, np.matrix([[1]]), object(), np.float32, np.array([None])):
        with pytest.raises(CodecError, match="which no student can be given"):
            session.proxy("f")(value)
    with pytest.raises(CodecError, match="at most 8 MiB may cross"):
        session.proxy("f")(np.zeros(2_000_000))
    assert session.proxy("f")(1) == 1


def test_memory_and_time_of_a_call_are_measured(start: Start) -> None:
    """Peak bytes above those before the call, and CPU seconds by the trusted side's clock."""
    f = start(
        "import time\ndef f(n):\n    a = np.zeros(n)\n    t = time.process_time()\n"
        "    while time.process_time() - t < 0.1: pass\n    return a.size"
    ).proxy("f")
    value, peak, seconds = f.__measure__(100_000)
    assert value == 100_000
    assert 800_000 <= peak < 1_000_000
    assert 0.1 <= seconds < 0.3
