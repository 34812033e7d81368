"""Superposition and readout against plain loops, exact arithmetic and random features.

The statistical test has a fixed seed and a bound of 6 standard errors.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathtx_ref.residual import (
    attribution,
    decode,
    erase,
    interference,
    noise_sd,
    recall_at_k,
    superpose,
)

EPS = float(np.finfo(float).eps)
SIZES = st.just(0.0) | st.floats(1e-100, 1e100) | st.floats(-1e100, -1e-100)
SEEDS = st.integers(0, 2**32 - 1)


@st.composite
def features(draw: st.DrawFn) -> tuple[Any, Any, Any]:
    """(F, idx, coef): 1 to 6 features in 1 to 5 dimensions."""
    N, d = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    F = draw(arrays(float, (N, d), elements=SIZES))
    idx = draw(st.lists(st.integers(0, N - 1), min_size=1, max_size=8))
    return F, idx, draw(arrays(float, len(idx), elements=SIZES))


class TestSuperpose:
    @given(features())
    @settings(max_examples=50)
    def test_exact_sum(self, case: Any) -> None:
        """Σ c_i F[idx_i], repeats added, up to rounding relative to Σ|c_i F[idx_i]|."""
        F, idx, coef = case
        x = superpose(F, idx, coef)
        ones = superpose(F, idx)
        assert x.shape == ones.shape == F.shape[1:]
        for j in range(F.shape[1]):
            for weights, found in ((coef, x[j]), (np.ones(len(idx)), ones[j])):
                terms = [
                    Fraction(float(c)) * Fraction(float(F[i, j]))
                    for i, c in zip(idx, weights, strict=True)
                ]
                error = abs(Fraction(float(found)) - sum(terms))
                assert error <= Fraction(len(idx) * EPS) * sum(map(abs, terms))

    def test_example(self) -> None:
        """A feature that is named twice counts twice."""
        F = [[1, 0], [0, 1], [5, 5]]
        assert superpose(F, [0, 1, 0]).tolist() == [2, 1]
        assert superpose(F, (2, 2), [1, -1]).tolist() == [0, 0]
        assert superpose(F, np.array([1], np.uint8), [3]).tolist() == [0, 3]


class TestNoiseSd:
    @given(arrays(float, st.integers(1, 8), elements=SIZES), st.integers(1, 10**6))
    def test_exact_variance(self, coef: Any, n: int) -> None:
        """The square is Σ_{j≠i} c_j²/n; nothing cancels when c_i is by far the largest."""
        for i in (None, *range(len(coef))):
            squares = [Fraction(float(c)) ** 2 for j, c in enumerate(coef) if j != i]
            value = noise_sd(n, coef, i)
            assert type(value) is float
            assert value == pytest.approx(math.sqrt(sum(squares) / n), rel=1e-14, abs=0)

    def test_examples(self) -> None:
        """k ones; the only feature has no noise."""
        assert noise_sd(768, np.ones(64)) == pytest.approx(math.sqrt(64 / 768), rel=1e-15)
        assert noise_sd(768, np.ones(64), 3) == pytest.approx(math.sqrt(63 / 768), rel=1e-15)
        assert noise_sd(5, [1e100, 2], np.int64(0)) == pytest.approx(2 / math.sqrt(5), rel=1e-15)
        assert noise_sd(5, [7], 0) == 0

    def test_random_features(self) -> None:
        """The readout's error over 20,000 random sets has this variance, within 6 s.e."""
        n, m, coef = 10, 20_000, np.array([3.0, -1.0, 2.0, 0.5])
        F = np.random.default_rng(2).standard_normal((m, 4, n))
        F /= np.linalg.norm(F, axis=2, keepdims=True)
        readout = np.einsum("mn,mkn,k->m", F[:, 1], F, coef) - coef[1]
        squares = readout**2
        error = abs(squares.mean() - noise_sd(n, coef, 1) ** 2)
        assert error < 6 * squares.std() / math.sqrt(m)

    @pytest.mark.parametrize(
        ("n", "coef", "i"),
        [
            (0, [1], None),
            (1.5, [1], None),
            (3, [], None),
            (3, [[1, 2]], None),
            (3, 1.0, None),
            (3, [1, math.nan], None),
            (3, [1, 2], 2),
            (3, [1, 2], -1),
            (3, [1, 2], 0.5),
        ],
    )
    def test_bad_arguments(self, n: Any, coef: Any, i: Any) -> None:
        """n ≥ 1 is an integer, coef a list, i one of its places."""
        with pytest.raises(ValueError, match="wanted"):
            noise_sd(n, coef, i)


class TestInterference:
    @given(SEEDS, st.integers(1, 6), st.integers(1, 8), st.data())
    def test_readout_minus_coefficient(
        self, seed: int, k: int, d: int, data: st.DataObject
    ) -> None:
        """What the normalised features read off their own superposition, minus what was put in."""
        rng = np.random.default_rng(seed)
        F = rng.standard_normal((8, d)) * 10.0 ** rng.integers(-90, 90, (8, 1))
        idx = rng.permutation(8)[:k]
        coef = rng.standard_normal(k)
        unit = F[idx] / np.linalg.norm(F[idx], axis=1, keepdims=True)
        wanted = unit @ superpose(unit, range(k), coef) - coef
        assert np.allclose(interference(F, idx, coef), wanted, rtol=0, atol=1e-13)

    def test_examples(self) -> None:
        """Signs and order; orthogonal features do not interfere, one alone neither."""
        F = [[1, 0], [3, 4], [0, 0]]
        assert interference(F, [0, 1], [10, 5]).tolist() == [3, 6]
        assert interference(F, [1, 0], [5, -10]).tolist() == [-6, 3]
        assert interference(np.eye(3) * 7, [2, 0], [1, 1]).tolist() == [0, 0]
        assert interference(F, [1], [9]).tolist() == [0]

    def test_bad_support(self) -> None:
        """An active zero row has no direction; no feature is active twice."""
        F = [[1, 0], [3, 4], [0, 0]]
        with pytest.raises(ValueError, match=r"^F\[idx\] is or holds a zero vector"):
            interference(F, [0, 2], [1, 1])
        with pytest.raises(ValueError, match="wanted distinct indices"):
            interference(F, [0, 0], [1, 1])
        with pytest.raises(ValueError, match=r"coef has shape \(1,\), wanted \(2,\)"):
            interference(F, [0, 1], [1])


class TestRecallAtK:
    @given(
        arrays(int, st.tuples(st.integers(1, 8), st.integers(1, 3)), elements=st.integers(-2, 2)),
        st.data(),
    )
    def test_literal_definition(self, F: Any, data: st.DataObject) -> None:
        """Sorting by readout, then by index, in integers; ties, repeats and zero rows included."""
        idx = data.draw(st.lists(st.integers(0, len(F) - 1), min_size=1, max_size=10))
        active = set(idx)
        x = sum(F[i] for i in active)
        order = sorted(range(len(F)), key=lambda row: (-int(F[row] @ x), row))
        wanted = len(active & set(order[: len(active)])) / len(active)
        value = recall_at_k(F, idx)
        assert type(value) is float
        assert value == wanted

    def test_examples(self) -> None:
        """Orthogonal features are all recalled; a tie goes to the lower index."""
        assert recall_at_k(np.eye(5), [1, 3, 3]) == 1
        assert recall_at_k([[1, 0], [1, 0]], [0]) == 1
        assert recall_at_k([[1, 0], [1, 0]], [1]) == 0
        assert recall_at_k([[9, 0], [1, 0], [0, 1]], [1, 2]) == 0.5


class TestDecode:
    @given(SEEDS, st.integers(1, 6), st.floats(0, 90))
    def test_finds_the_coefficients(self, seed: int, k: int, spread: float) -> None:
        """Exactly those of a superposition, whatever the sizes of the rows."""
        rng = np.random.default_rng(seed)
        F = np.linalg.qr(rng.standard_normal((8, 8)))[0]
        F = (F + 0.1 * rng.standard_normal((8, 8))) * 10 ** rng.uniform(-spread, spread, (8, 1))
        idx = rng.permutation(8)[:k]
        coef = rng.standard_normal(k) / np.linalg.norm(F[idx], axis=1)
        found = decode(F, idx, superpose(F, idx, coef))
        assert np.allclose(found, coef, rtol=1e-9, atol=0) or spread > 1
        error = np.abs(found - coef) * np.linalg.norm(F[idx], axis=1)
        assert (error <= 1e-11).all()

    def test_condition_of_a_million(self) -> None:
        """Nearly parallel rows keep nine digits; the normal equations would keep three."""
        F = np.array([[1.0, 0, 0], [1.0, 1e-6, 0], [0, 0, 1]])
        found = decode(F, [0, 1, 2], superpose(F, [0, 1, 2], [1, 2, 3]))
        assert found == pytest.approx([1, 2, 3], rel=1e-9)

    @given(SEEDS)
    def test_least_squares(self, seed: int) -> None:
        """The residue is orthogonal to the active rows; dependent rows get the shortest c."""
        rng = np.random.default_rng(seed)
        F, x = rng.standard_normal((5, 6)), rng.standard_normal(6)
        c = decode(F, [4, 0, 2], x)
        assert np.abs(F[[4, 0, 2]] @ (x - c @ F[[4, 0, 2]])).max() <= 1e-12
        twice = decode(F, [1, 1, 3], x)
        alone = decode(F, [1, 3], x)
        assert twice == pytest.approx([alone[0] / 2, alone[0] / 2, alone[1]], rel=1e-10)
        more = rng.standard_normal((7, 3))
        assert decode(more, range(7), x[:3]) == pytest.approx(np.linalg.pinv(more.T) @ x[:3])

    def test_zero_rows_and_one_dimension(self) -> None:
        """A feature that is 0 gets the coefficient 0."""
        assert decode([[0, 0], [0, 2]], [0, 1], [1, 6]).tolist() == pytest.approx([0, 3])
        assert decode([[4]], [0], [8]).tolist() == [2]


class TestErase:
    @given(SEEDS, st.sampled_from([(), (3,), (2, 4), (0,)]), st.sampled_from([1e-99, 1.0, 1e99]))
    def test_projects(self, seed: int, lead: Any, size: float) -> None:
        """What is left is orthogonal to v, what was taken is parallel, and once is enough."""
        rng = np.random.default_rng(seed)
        X, v = rng.standard_normal((*lead, 5)), rng.standard_normal(5)
        left = erase(X, size * v)
        assert left.shape == X.shape
        assert np.allclose(left @ v, 0, rtol=0, atol=1e-13)
        assert np.allclose(X - left, (X @ v / (v @ v))[..., None] * v, rtol=0, atol=1e-13)
        assert np.allclose(erase(left, v), left, rtol=0, atol=1e-13)
        assert np.allclose(erase(-2 * X, v), -2 * left, rtol=0, atol=1e-13)

    def test_examples(self) -> None:
        """Every token, every length of v; in one dimension nothing is left."""
        X = [[[1, 2], [3, 4]]]
        assert erase(X, [0, 9]).tolist() == [[[1, 0], [3, 0]]]
        assert erase([5], [-3]).tolist() == [0]

    def test_layer_norm_is_not_additive(self) -> None:
        """What a reader behind a LayerNorm sees is no sum over the contributions."""

        def layer_norm(x: Any) -> Any:
            return (x - x.mean()) / x.std()

        a, b = np.array([1.0, 2, 4]), np.array([0.0, 5, 1])
        assert not np.allclose(layer_norm(a + b), layer_norm(a) + layer_norm(b), atol=0.1)


class TestAttribution:
    @given(SEEDS, st.integers(1, 4), st.integers(1, 4), st.integers(1, 4))
    def test_sums_to_the_readout(self, seed: int, L: int, T: int, d: int) -> None:
        """Entry by entry parts·v, over L the readout of the sum."""
        rng = np.random.default_rng(seed)
        parts, v = rng.standard_normal((L, T, d)), rng.standard_normal(d)
        shares = attribution(parts, v)
        assert shares.shape == (L, T)
        for at in np.ndindex(L, T):
            assert shares[at] == pytest.approx(math.fsum(parts[at] * v), abs=1e-13)
        assert np.allclose(shares.sum(axis=0), parts.sum(axis=0) @ v, rtol=0, atol=1e-13)


BAD_SUPPORTS: list[Any] = [
    [3],
    [-1],
    [1.5],
    ["0"],
    [None],
    [True],
    [[0, 1]],
    1,
    [],
    [[0], [0, 1]],
    [10**30],
    [math.nan],
]


@pytest.mark.parametrize("idx", BAD_SUPPORTS)
def test_bad_indices_are_refused(idx: Any) -> None:
    """By each function that takes a support."""
    F = np.eye(3)
    calls: list[Callable[[], Any]] = [
        lambda: superpose(F, idx),
        lambda: interference(F, idx, [1.0]),
        lambda: recall_at_k(F, idx),
        lambda: decode(F, idx, [1, 2, 3]),
    ]
    for call in calls:
        with pytest.raises(ValueError, match=r"^idx .*(wanted|no list)"):
            call()


def test_messages_say_what_was_found_and_wanted() -> None:
    """One line with the argument's name."""
    F = np.eye(2)
    cases = {
        "idx holds 2, wanted integers in 0 … 1": lambda: superpose(F, [0, 2]),
        "idx holds -1, wanted integers in 0 … 1": lambda: recall_at_k(F, [-1]),
        "idx holds values of type float64, wanted integers": lambda: decode(F, [0.5], [1, 2]),
        "idx has shape (0,), wanted (k,) with k ≥ 1": lambda: superpose(F, []),
        "coef has shape (1,), wanted (2,)": lambda: superpose(F, [0, 1], [1]),
        "F has shape (2,), wanted a matrix (m, n) with m, n ≥ 1": lambda: superpose([1, 2], [0]),
        "F holds NaN or inf, wanted finite numbers": lambda: recall_at_k([[math.nan]], [0]),
        "x has shape (1,), wanted (2,)": lambda: decode(F, [0], [1]),
        "i is 2, wanted an integer < 2": lambda: noise_sd(3, [1, 2], 2),
        "X has shape (), wanted (..., d)": lambda: erase(1.0, [1]),
        "v has shape (1,), wanted (2,)": lambda: erase(F, [1]),
        "v is or holds a zero vector, which has no direction": lambda: erase(F, [0, 0]),
        "parts has shape (2, 2), wanted (L, T, d)": lambda: attribution(F, [1, 0]),
    }
    for message, call in cases.items():
        with pytest.raises(ValueError, match=r"wanted|direction") as caught:
            call()
        assert str(caught.value) == message


def test_arguments_are_never_changed_nor_returned() -> None:
    """Read-only, strided arrays work, and no result is a view of one."""
    F = np.arange(1.0, 25).reshape(4, 6)[::2, ::-2]
    idx, one, v = np.array([1, 7, 0])[::2], np.array([1.0, 9, 2])[::2], F[0]
    for array in (F, idx, one):
        array.setflags(write=False)
    results = [
        superpose(F, idx, one),
        superpose(F, idx[:1]),
        interference(F, idx, one),
        decode(F, idx, v),
        erase(F, v),
        attribution(F[None], v),
    ]
    noise_sd(3, one)
    recall_at_k(F, idx)
    assert not any(np.shares_memory(result, array) for result in results for array in (F, one))
    assert all(result.flags.writeable for result in results)
