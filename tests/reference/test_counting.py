"""Counts of nearly orthogonal directions against mpmath, closed forms and exact arithmetic."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathtx_ref.counting import (
    eps_for_log_count,
    greedy_code,
    log_cap,
    log_count,
    log_gv,
    random_union_log_count,
    welch,
)
from mathtx_ref.random_vectors import cosines

TRILLION = math.log(1e12)
DIMENSIONS = st.integers(2, 20_000)
BOUNDS = st.floats(0, 0.95) | st.floats(1e-100, 1e-3)


def exact_log_cap(n: int, eps: float) -> float:
    """log P(cos ≥ ε) by mpmath's incomplete beta function, 30 digits."""
    with mpmath.workdps(30):
        e = mpmath.mpf(eps)
        both = mpmath.betainc(
            mpmath.mpf(n - 1) / 2, mpmath.mpf(1) / 2, 0, (1 - e) * (1 + e), regularized=True
        )
        return float(mpmath.log(both / 2))


class TestLogCount:
    def test_goldens(self) -> None:
        """The lecture's two models, and an ε whose square float64 cannot subtract from 1."""
        assert log_count(768, 0.25) == pytest.approx(24.7827921168, abs=5e-11)
        assert log_count(12_288, 0.05) == pytest.approx(15.3792320601, abs=5e-11)
        assert log_count(12_288, 1e-9) == pytest.approx(6.144e-15, rel=1e-14, abs=0)
        assert log_count(1, 0) == 0

    @given(st.integers(1, 10**6), st.floats(0, 1, exclude_max=True) | st.floats(1e-100, 1e-6))
    def test_against_many_digits(self, n: int, eps: float) -> None:
        """Relative 1e-14 for every ε, close to 1 too."""
        with mpmath.workdps(50):
            wanted = float(-mpmath.mpf(n) / 2 * mpmath.log1p(-(mpmath.mpf(eps) ** 2)))
        assert log_count(n, eps) == pytest.approx(wanted, rel=1e-14, abs=1e-300)

    def test_shapes(self) -> None:
        """A number gives a float, an array its shape."""
        assert type(log_count(3, 0.5)) is float
        grid = log_count(3, [[0, 0.5], [0.25, 0.75]])
        assert isinstance(grid, np.ndarray)
        assert grid[1, 0] == log_count(3, 0.25)
        assert log_count(3, np.zeros((0, 2))).shape == (0, 2)  # type: ignore[union-attr]


class TestLogCap:
    @pytest.mark.parametrize(
        ("n", "eps", "wanted"),
        [
            (768, 0.25, -27.6233740102),
            (12_288, 0.05, -18.0395344931),
            (12_288, 0.5, -1772.3090163148),
            (12_288, 0.9, -10208.2239350957),
            (2, 0.5, math.log(1 / 3)),
            (2, 0, math.log(0.5)),
            (500, 0, math.log(0.5)),
        ],
    )
    def test_goldens(self, n: int, eps: float, wanted: float) -> None:
        """The specified values, to their last digit."""
        value = log_cap(n, eps)
        assert type(value) is float
        assert value == pytest.approx(wanted, abs=1e-10)

    @given(DIMENSIONS, BOUNDS)
    def test_against_many_digits(self, n: int, eps: float) -> None:
        """Within 1e-11, absolute or relative, of mpmath: four digits better than is promised."""
        assert log_cap(n, eps) == pytest.approx(exact_log_cap(n, eps), rel=1e-11, abs=1e-11)

    @pytest.mark.parametrize("n", [2, 3, 4, 5, 9, 30, 101, 384, 999, 4096, 12_288, 20_000])
    def test_where_the_expansions_meet(self, n: int) -> None:
        """Each is at its worst at the border ε² = 3/(n+4), and both are right on either side."""
        border = math.sqrt(3 / (n + 4))
        for eps in (border * (1 - 1e-12), border * (1 + 1e-12), border * 0.9, border * 1.1):
            assert log_cap(n, eps) == pytest.approx(exact_log_cap(n, eps), rel=1e-11, abs=1e-11)

    @pytest.mark.parametrize("eps", [1e-9, 0.3, 0.95, 1 - 1e-9, math.nextafter(1, 0)])
    def test_closed_forms(self, eps: float) -> None:
        """arccos(ε)/π in the plane, (1 − ε)/2 in space (Archimedes), a cubic for n = 5."""
        with mpmath.workdps(40):
            e = mpmath.mpf(eps)
            plane = float(mpmath.log(mpmath.acos(e) / mpmath.pi))
            cubic = float(mpmath.log((2 - 3 * e + e**3) / 4))
        assert log_cap(2, eps) == pytest.approx(plane, rel=1e-13)
        assert log_cap(3, eps) == pytest.approx(math.log((1 - eps) / 2), rel=1e-13)
        assert log_cap(5, eps) == pytest.approx(cubic, rel=1e-13)

    @given(DIMENSIONS, BOUNDS, BOUNDS)
    def test_decreases(self, n: int, a: float, b: float) -> None:
        """A smaller cap has the smaller share, and none beats Ball's bound e^{−nε²/2}."""
        low, high = sorted((a, b))
        assert log_cap(n, high) <= log_cap(n, low) + 1e-13 * n
        assert log_cap(n, high) <= -n * high**2 / 2 + 1e-13 * n


class TestLogGv:
    def test_goldens(self) -> None:
        """The two models, and the floor of a basis at (768, .05)."""
        assert log_gv(768, 0.25) == pytest.approx(26.9302268, abs=5e-8)
        assert log_gv(12_288, 0.05) == pytest.approx(17.3463873, abs=5e-8)
        assert log_gv(768, 0.05) == math.log(768)
        assert log_gv(768, 0.05, two_sided=False) == math.log(1536)

    @given(DIMENSIONS, st.floats(0, 0.95))
    def test_one_side_is_twice_two(self, n: int, eps: float) -> None:
        """Floor and bound both double when one side is enough."""
        one, two = log_gv(n, eps, two_sided=False), log_gv(n, eps)
        assert one == pytest.approx(two + math.log(2), rel=1e-14)
        assert two == pytest.approx(max(math.log(n), -math.log(2) - log_cap(n, eps)), rel=1e-14)


class TestEpsForLogCount:
    def test_goldens(self) -> None:
        """What 10¹² takes in either model, and log N so small that 1 − N^(−2/n) would be 0."""
        assert eps_for_log_count(768, TRILLION) == pytest.approx(0.2634918577, abs=5e-11)
        assert eps_for_log_count(12_288, TRILLION) == pytest.approx(0.0669861111, abs=5e-11)
        assert eps_for_log_count(2, 1e-40) == pytest.approx(1e-20, rel=1e-14, abs=0)
        assert eps_for_log_count(5, 0) == 0
        assert eps_for_log_count(1, 1e6) == 1

    @given(st.integers(1, 20_000), st.floats(1e-90, 0.99))
    def test_inverse(self, n: int, eps: float) -> None:
        """Undoes log_count."""
        logN = log_count(n, eps)
        assert isinstance(logN, float)
        assert eps_for_log_count(n, logN) == pytest.approx(eps, rel=1e-12, abs=0)


class TestRandomUnion:
    def test_goldens(self) -> None:
        """996,184 and 8,265 vectors; at ε = 0 two; no overflow where N is 1e385."""
        assert math.exp(random_union_log_count(768, 0.25)) == pytest.approx(996_184, abs=0.5)
        assert math.exp(random_union_log_count(12_288, 0.05)) == pytest.approx(8_265, abs=0.5)
        assert random_union_log_count(7, 0) == pytest.approx(math.log(2), rel=1e-14)
        assert random_union_log_count(12_288, 0.5) == pytest.approx(1772.3090163148 / 2, rel=1e-12)

    @given(st.integers(2, 500), st.floats(0, 0.9))
    def test_solves_the_equation(self, n: int, eps: float) -> None:
        """N(N − 1)μ = 1."""
        N = math.exp(random_union_log_count(n, eps))
        assert N * (N - 1) * math.exp(log_cap(n, eps)) == pytest.approx(1, rel=1e-9)


class TestWelch:
    @given(st.integers(1, 10**20), st.integers(1, 10**40))
    def test_exact_fraction(self, n: int, N: int) -> None:
        """The square is the exact fraction up to rounding, 0 for N ≤ n."""
        value = welch(n, N)
        assert type(value) is float
        exact = Fraction(max(N - n, 0), n * (N - 1)) if N > 1 else Fraction(0)
        assert value == pytest.approx(math.sqrt(exact), rel=1e-15, abs=0)

    def test_values(self) -> None:
        """GPT-2's vocabulary, numpy integers, a count beyond 64 bits."""
        assert welch(768, 50_257) == pytest.approx(0.0358079757, abs=5e-11)
        assert welch(np.int64(768), np.int32(50_257)) == welch(768, 50_257)  # type: ignore[arg-type]
        assert welch(768, 10**30) == pytest.approx(1 / math.sqrt(768), rel=1e-15)
        assert welch(5, 5) == welch(5, 1) == welch(1, 1) == 0

    @pytest.mark.parametrize("n", [1, 2, 3, 10])
    def test_simplex_attains_it(self, n: int) -> None:
        """The n + 1 vertices of a simplex have |cos| = 1/n exactly."""
        assert welch(n, n + 1) == pytest.approx(1 / n, rel=1e-15)
        vertices = np.eye(n + 1) - 1 / (n + 1)
        i, j = np.triu_indices(n + 1, 1)
        assert np.allclose(cosines(vertices[i], vertices[j]), -1 / n, rtol=1e-12)

    @given(st.integers(0, 2**32 - 1), st.integers(1, 6), st.integers(2, 20))
    def test_no_set_goes_below(self, seed: int, n: int, N: int) -> None:
        """Random directions have some |cos| at the bound or above."""
        X = np.random.default_rng(seed).standard_normal((N, n))
        i, j = np.triu_indices(N, 1)
        assert abs(cosines(X[i], X[j])).max() >= welch(n, N) - 1e-12


class TestGreedyCode:
    @given(
        st.integers(1, 4).flatmap(
            lambda n: arrays(
                int, st.tuples(st.integers(1, 12), st.just(n)), elements=st.integers(-3, 3)
            )
        ),
        st.integers(0, 10),
    )
    def test_exact_greedy_choice(self, C: Any, tenths: int) -> None:
        """The definition, read literally, with squared cosines in exact fractions."""
        C = C[C.any(axis=1)]
        if not len(C):
            return
        # 1e-9 off the grid of possible cosines: a tie is decided by a root, which is irrational.
        eps = tenths / 10 + 1e-9
        wanted: list[int] = []
        for i, c in enumerate(C):
            squared = [Fraction(int(c @ C[j]) ** 2, int(c @ c) * int(C[j] @ C[j])) for j in wanted]
            if all(square <= Fraction(eps) ** 2 for square in squared):
                wanted.append(i)
        assert list(greedy_code(C, eps)) == wanted

    def test_ties(self) -> None:
        """|cos| = ε is accepted, also where both lengths are roots."""
        assert greedy_code([[1, 0], [3, 4], [-3, 4], [4, 3]], 0.6) == [0, 1, 2]
        assert greedy_code([[1, 1, 1, 0], [1, 0, 1, 1], [0, 1, 1, 1]], 2 / 3) == [0, 1, 2]
        assert greedy_code([[3, 0], [0, 2], [1, 1], [0, -1]], 0) == [0, 1]
        assert greedy_code([[1], [1]], 1) == [0, 1]

    def test_compares_with_all_accepted_and_no_others(self) -> None:
        """The third is close to the rejected second only; a negative cosine counts."""
        assert greedy_code([[1, 0, 0], [9, 1, 0], [1, 9, 0], [-1, 0, 0.1]], 0.2) == [0, 2]

    def test_lengths_do_not_matter(self) -> None:
        """Directions count, at any size."""
        C = np.random.default_rng(0).standard_normal((151, 16))
        chosen = greedy_code(C, 0.5)
        assert greedy_code(C * np.logspace(-90, 90, 151)[:, None], 0.5) == chosen
        i, j = np.triu_indices(len(chosen), 1)
        assert (abs(cosines(C[chosen][i], C[chosen][j])) <= 0.5).all()
        left = [k for k in range(151) if k not in chosen]
        worst = abs(C[left] @ C[chosen].T).max(axis=1)
        assert (worst > 0).all()

    def test_errata_count(self) -> None:
        """More than the bound of 24.4 for n = 16, |cos| ≤ ½."""
        C = np.random.default_rng(1).standard_normal((4000, 16))
        assert len(greedy_code(C, 0.5)) > math.exp(log_gv(16, 0.5)) > 24


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda: log_count(0, 0.5), id="log_count n"),
        pytest.param(lambda: log_count([3], 0.5), id="log_count n an array"),  # type: ignore[arg-type]
        pytest.param(lambda: log_count(3, 1), id="log_count ε = 1"),
        pytest.param(lambda: log_count(3, [0.1, -0.1]), id="log_count ε < 0"),
        pytest.param(lambda: log_count(3, math.nan), id="log_count NaN"),
        pytest.param(lambda: log_cap(1, 0.5), id="log_cap n"),
        pytest.param(lambda: log_cap(2.5, 0.5), id="log_cap no integer"),  # type: ignore[arg-type]
        pytest.param(lambda: log_cap(3, 1), id="log_cap ε = 1"),
        pytest.param(lambda: log_cap(3, -0.1), id="log_cap ε < 0"),
        pytest.param(lambda: log_cap(3, [0.1]), id="log_cap ε an array"),  # type: ignore[arg-type]
        pytest.param(lambda: log_gv(1, 0.5), id="log_gv n"),
        pytest.param(lambda: log_gv(3, 1.0), id="log_gv ε"),
        pytest.param(lambda: eps_for_log_count(0, 1), id="eps_for_log_count n"),
        pytest.param(lambda: eps_for_log_count(3, -1), id="eps_for_log_count log N < 0"),
        pytest.param(lambda: eps_for_log_count(3, math.inf), id="eps_for_log_count inf"),
        pytest.param(lambda: random_union_log_count(1, 0.5), id="random_union n"),
        pytest.param(lambda: random_union_log_count(3, 1), id="random_union ε"),
        pytest.param(lambda: welch(0, 3), id="welch n"),
        pytest.param(lambda: welch(3, 0), id="welch N"),
        pytest.param(lambda: welch(3, 4.5), id="welch no integer"),  # type: ignore[arg-type]
        pytest.param(lambda: greedy_code([1, 2], 0.5), id="greedy_code no matrix"),
        pytest.param(lambda: greedy_code([[1, 2], [0, 0]], 0.5), id="greedy_code zero row"),
        pytest.param(lambda: greedy_code([[1, math.nan]], 0.5), id="greedy_code NaN"),
        pytest.param(lambda: greedy_code([[1, 2]], -0.1), id="greedy_code ε"),
    ],
)
def test_bad_arguments_are_refused(call: Any) -> None:
    """Ranges, integers, shapes."""
    with pytest.raises(ValueError, match=r"wanted|direction"):
        call()


def test_messages_say_what_was_found_and_wanted() -> None:
    """One line with the argument's name."""
    cases = {
        "eps is 1.0, wanted 0 ≤ eps < 1": lambda: log_cap(3, 1),
        "eps is or holds a number out of range, wanted 0 ≤ eps < 1": lambda: log_count(3, [0.5, 1]),
        "n is 1, wanted an integer ≥ 2": lambda: log_gv(1, 0.5),
        "logN is -1.0, wanted a number ≥ 0": lambda: eps_for_log_count(3, -1),
        "C is or holds a zero vector, which has no direction": lambda: greedy_code([[0]], 0.5),
    }
    for message, call in cases.items():
        with pytest.raises(ValueError, match=r"wanted|direction") as caught:
            call()
        assert str(caught.value) == message


def test_arguments_are_never_changed() -> None:
    """Read-only, strided arrays work."""
    C = np.arange(1.0, 25).reshape(4, 6)[::2, ::-2]
    C.setflags(write=False)
    assert greedy_code(C, 0.5) == [0]
    eps = np.broadcast_to(0.5, (3, 2))
    assert log_count(2, eps).shape == (3, 2)  # type: ignore[union-attr]
