"""The law of random cosines against scipy, mpmath, exact arithmetic and samples.

Statistical tests have fixed seeds; their thresholds alone would raise a false alarm in fewer than
one of 1e5 seeds (p < 1e-6, or 6 standard errors).
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import mpmath
import numpy as np
import pytest
import scipy.integrate
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mathtx_ref.checking import measure
from mathtx_ref.random_vectors import (
    cos_cdf,
    cos_pdf,
    cosines,
    ks_distance,
    law,
    sample_cosines,
    shell_fraction,
)

EPS = float(np.finfo(float).eps)
SIZES = st.just(0.0) | st.floats(1e-100, 1e100) | st.floats(-1e100, -1e-100)
DIMENSIONS = (2, 3, 4, 8, 33, 200, 768, 12_288, 100_000)


def beta_cdf(t: Any, n: int) -> Any:
    return scipy.stats.beta.cdf((np.asarray(t) + 1) / 2, (n - 1) / 2, (n - 1) / 2)


class TestCosines:
    @given(st.integers(1, 5).flatmap(lambda n: arrays(float, (2, 3, n), elements=SIZES)))
    def test_exact_quotient(self, pair: Any) -> None:
        """Each row's cosine, up to the error that is allowed."""
        pair[..., 0] = np.where(pair.any(axis=-1), pair[..., 0], 1.0)
        X, Y = pair
        n = X.shape[1]
        values = cosines(X, Y)
        assert values.shape == (3,)
        assert (abs(values) <= 1).all()
        for i in range(3):
            x, y = [Fraction(v) for v in X[i]], [Fraction(v) for v in Y[i]]
            terms = [a * b for a, b in zip(x, y, strict=True)]
            with mpmath.workdps(40):
                lengths = mpmath.sqrt(_real(sum(a * a for a in x)) * _real(sum(b * b for b in y)))
                error = abs(float(_real(sum(terms)) / lengths - mpmath.mpf(float(values[i]))))
                bound = n * 1e-15 * float(_real(sum(map(abs, terms))) / lengths)
            assert error <= bound

    def test_closed_forms(self) -> None:
        """Integer vectors are exact, parallel ones give exactly ±1, sizes do not matter."""
        assert cosines([[1, 0], [3, 4]], [[3, 4], [4, 3]]).tolist() == [0.6, 0.96]
        X = np.random.default_rng(0).standard_normal((500, 7))
        assert (cosines(X, X * 3) <= 1).all()
        assert np.allclose(cosines(X, -X), -1, rtol=0, atol=1e-15)
        assert cosines([[1e-300, 0]], [[3e300, 4e300]]) == pytest.approx(0.6, rel=1e-15)
        assert cosines([[2]], [[-5]]).tolist() == [-1]

    @pytest.mark.parametrize(
        ("X", "Y"),
        [
            ([[1, 2]], [[1, 2], [3, 4]]),
            ([[1, 2]], [[1]]),
            ([1, 2], [1, 2]),
            ([[1, 2], [0, 0]], [[1, 2], [1, 2]]),
            ([[1, 2]], [[0, 0]]),
            ([[1, math.nan]], [[1, 2]]),
            ([[1, 2]], [[math.inf, 2]]),
        ],
    )
    def test_bad_rows(self, X: Any, Y: Any) -> None:
        """Nothing broadcasts, and a zero row has no angle."""
        with pytest.raises(ValueError, match=r"wanted|direction"):
            cosines(X, Y)


def _real(value: Any) -> Any:
    fraction = Fraction(value)
    return mpmath.mpf(fraction.numerator) / fraction.denominator


class TestSampleCosines:
    @pytest.mark.parametrize("n", [2, 3, 8, 200])
    def test_exact_law(self, n: int) -> None:
        """Kolmogorov–Smirnov against scipy's Beta, m = 50,000."""
        sample = sample_cosines(n, 50_000, rng=np.random.default_rng(n))
        assert sample.shape == (50_000,)
        assert scipy.stats.kstest(sample, lambda t: beta_cdf(t, n)).pvalue > 1e-6

    def test_fourth_harmonic(self) -> None:
        """E cos 4θ = E(8t⁴ − 8t² + 1) = 0 in the plane; directions of a cube would give 0.02."""
        t = sample_cosines(2, 200_000, rng=np.random.default_rng(4))
        assert abs(np.mean(8 * t**4 - 8 * t**2 + 1)) < 6 * math.sqrt(0.5 / t.size)

    def test_pairs_are_independent(self) -> None:
        """Neighbours, within a block and across its border, are uncorrelated."""
        t = sample_cosines(5, 20_000, rng=np.random.default_rng(1), chunk=7)
        assert abs(np.corrcoef(t[1:], t[:-1])[0, 1]) < 6 / math.sqrt(t.size)

    def test_memory(self) -> None:
        """Blocks bound the memory: below 80 MB where two arrays would take 197 MB."""
        _, peak, _ = measure(sample_cosines, 4096, 3000, rng=np.random.default_rng(0))
        assert peak < 60e6

    def test_reproducible_from_rng_alone(self) -> None:
        """The same state gives the same sample, for any chunk; a second call goes on."""
        rng = np.random.default_rng(3)
        first, second = sample_cosines(4, 50, rng=rng), sample_cosines(4, 50, rng=rng)
        assert not np.isin(second, first).any()
        assert (sample_cosines(4, 50, rng=np.random.default_rng(3)) == first).all()
        again = np.random.default_rng(3)
        for part in (first, second):
            assert (sample_cosines(4, 50, rng=again, chunk=7) == part).all()
        assert again.random() == rng.random()

    @pytest.mark.parametrize(
        ("n", "m", "chunk"), [(1, 5, 256), (3, 0, 256), (3, 5, 0), (2.5, 5, 256), (3, "5", 256)]
    )
    def test_bad_sizes(self, n: Any, m: Any, chunk: Any) -> None:
        """n ≥ 2, m ≥ 1, chunk ≥ 1, integers; and rng is a Generator."""
        with pytest.raises(ValueError, match="wanted"):
            sample_cosines(n, m, rng=np.random.default_rng(0), chunk=chunk)
        with pytest.raises(ValueError, match="rng is no numpy"):
            sample_cosines(3, 5, rng=np.random)  # type: ignore[arg-type]


class TestExactLaw:
    @pytest.mark.parametrize("n", DIMENSIONS)
    def test_against_scipy(self, n: int) -> None:
        """Density and distribution are those of the Beta law on [−1, 1]."""
        inside = np.concatenate([np.linspace(-0.999, 0.999, 301), np.linspace(-9, 9, 301) / n**0.5])
        inside = inside[abs(inside) < 1]
        a = (n - 1) / 2
        wanted = scipy.stats.beta.pdf((inside + 1) / 2, a, a) / 2
        assert np.allclose(cos_pdf(inside, n), wanted, rtol=1e-9, atol=1e-290)
        assert np.allclose(cos_cdf(inside, n), beta_cdf(inside, n), rtol=0, atol=2e-11)

    @pytest.mark.parametrize("n", DIMENSIONS)
    def test_cdf_to_many_digits(self, n: int) -> None:
        """Against mpmath's incomplete beta function: absolute 1e-12, relative in the lower tail."""
        for scaled in (-20.0, -8.0, -3.0, -1.8, -1.7, -1e-3, 0.0, 0.5, 1.72, 1.75, 6.0):
            t = scaled / math.sqrt(n + 4)
            if abs(t) >= 1:
                continue
            with mpmath.workdps(30):
                a, x = mpmath.mpf(n - 1) / 2, mpmath.mpf(t)
                tail = mpmath.betainc(a, 0.5, 0, (1 - x) * (1 + x), regularized=True) / 2
                wanted = float(tail if t < 0 else 1 - tail)
            assert cos_cdf(t, n) == pytest.approx(wanted, rel=1e-10, abs=1e-300 if t < 0 else 1e-12)

    @pytest.mark.parametrize("n", [2, 3, 4, 5, 10, 768])
    def test_density_is_the_derivative(self, n: int) -> None:
        """The density integrates to the distribution, in θ where n = 2 has no pole."""
        for t in (-0.9, -0.1, 0.02, 0.5, 1.0):
            area, _ = scipy.integrate.quad(
                lambda angle: cos_pdf(math.cos(angle), n) * math.sin(angle),
                math.acos(t) + 1e-12,
                math.pi - 1e-12,
                epsabs=1e-12,
                limit=200,
            )
            assert area == pytest.approx(cos_cdf(t, n), abs=1e-9)

    def test_closed_forms(self) -> None:
        """Arcsine law for n = 2, uniform for n = 3, a parabola for n = 5."""
        t = np.linspace(-1, 1, 201)
        assert np.allclose(cos_cdf(t, 2), 1 - np.arccos(t) / math.pi, rtol=0, atol=1e-15)
        assert np.allclose(cos_cdf(t, 3), (t + 1) / 2, rtol=0, atol=1e-15)
        assert np.allclose(cos_cdf(t, 5), (2 + 3 * t - t**3) / 4, rtol=0, atol=1e-15)
        inner = t[1:-1]
        assert np.allclose(cos_pdf(inner, 2), 1 / (math.pi * np.sqrt(1 - inner**2)), rtol=1e-14)
        assert np.allclose(cos_pdf(t, 3), 0.5, rtol=1e-14)
        assert np.allclose(cos_pdf(t, 5), 0.75 * (1 - t**2), rtol=1e-13)

    @given(st.floats(-1, 1), st.integers(2, 100_000))
    def test_symmetry(self, t: float, n: int) -> None:
        """cdf(−t) = 1 − cdf(t), the density is even, and both are in range."""
        below, above = cos_cdf(t, n), cos_cdf(-t, n)
        assert 0 <= below <= 1
        assert below + above == pytest.approx(1, abs=1e-15)
        assert cos_pdf(t, n) == cos_pdf(-t, n) >= 0

    @pytest.mark.parametrize("n", [2, 3, 4, 1000])
    def test_shapes_and_outside(self, n: int) -> None:
        """A number gives a float, an array its shape; 0 and 1 outside, nothing NaN at ±1."""
        assert type(cos_cdf(0, n)) is float
        assert type(cos_pdf(np.float32(0.25), n)) is float
        grid = np.zeros((2, 0, 3))
        for f in (cos_cdf, cos_pdf):
            assert f(grid, n).shape == grid.shape  # type: ignore[union-attr]
            assert f([[0.1], [0.2]], n).shape == (2, 1)  # type: ignore[union-attr]
        assert cos_cdf([-7, -1, 0, 1, 7], n).tolist() == [0, 0, 0.5, 1, 1]  # type: ignore[union-attr]
        edge = {2: math.inf, 3: 0.5}.get(n, 0.0)
        assert cos_pdf([-7, -1, 1, 7], n).tolist() == pytest.approx([0, edge, edge, 0])  # type: ignore[union-attr]

    @pytest.mark.parametrize(("t", "n"), [(0.1, 1), (0.1, 2.5), (math.nan, 3), ("x", 3), (1j, 3)])
    def test_bad_arguments(self, t: Any, n: Any) -> None:
        """n is an integer ≥ 2, t real numbers."""
        for f in (cos_pdf, cos_cdf):
            with pytest.raises(ValueError, match="wanted"):
                f(t, n)


class TestLaw:
    @pytest.mark.parametrize("n", [1, 2, 3, 63, 64, 65, 768, 10**6, 10**12])
    def test_against_many_digits(self, n: int) -> None:
        """The gamma ratios to 1e-13, from n = 1 to 1e12."""
        with mpmath.workdps(40):
            half = mpmath.mpf(n) / 2
            ratio = mpmath.exp(mpmath.loggamma(half + 0.5) - mpmath.loggamma(half))
            mean_abs_cos = float(1 / (mpmath.sqrt(mpmath.pi) * ratio))
            mean_norm = float(3 * mpmath.sqrt(2) * ratio)
        values = law(n, 3)
        assert values == pytest.approx(
            {
                "var_inner": 81.0 * n,
                "var_inner_over_sqrt_n": 81.0,
                "var_cos": 1 / n,
                "mean_abs_cos": mean_abs_cos,
                "mean_norm": mean_norm,
            },
            rel=1e-13,
            abs=0,
        )
        assert all(type(value) is float for value in values.values())

    def test_goldens(self) -> None:
        """GPT-2's dimension and the plane."""
        assert law(768, 1)["mean_abs_cos"] == pytest.approx(0.0288005528, abs=5e-11)
        assert law(2, 7)["mean_abs_cos"] == pytest.approx(2 / math.pi, rel=1e-15)

    def test_against_a_sample(self) -> None:
        """Each moment within 6 standard errors of 20,000 Gaussian pairs, σ = 2, n = 12."""
        n, m = 12, 20_000
        x, y = 2 * np.random.default_rng(5).standard_normal((2, m, n))
        inner = (x * y).sum(axis=1)
        cos = cosines(x, y)
        samples = {
            "var_inner": inner**2,
            "var_inner_over_sqrt_n": inner**2 / n,
            "var_cos": cos**2,
            "mean_abs_cos": abs(cos),
            "mean_norm": np.linalg.norm(x, axis=1),
        }
        wanted = law(n, 2)
        assert samples.keys() == wanted.keys()
        for key, sample in samples.items():
            assert abs(sample.mean() - wanted[key]) < 6 * sample.std() / math.sqrt(m), key

    @pytest.mark.parametrize(
        ("n", "sigma"), [(0, 1), (1.5, 1), (3, 0), (3, -1), (3, math.nan), (3, math.inf), (3, [1])]
    )
    def test_bad_arguments(self, n: Any, sigma: Any) -> None:
        """n ≥ 1 is an integer, σ > 0 a finite number."""
        with pytest.raises(ValueError, match="wanted"):
            law(n, sigma)


class TestShellFraction:
    @given(st.integers(1, 10**6), st.floats(1e-100, 1) | st.floats(1e-100, 1e-6))
    def test_against_many_digits(self, n: int, delta: float) -> None:
        """1 − (1 − δ)^n to relative 1e-14, however small δ is."""
        with mpmath.workdps(120):
            wanted = float(1 - (1 - mpmath.mpf(delta)) ** n)
        assert shell_fraction(n, delta) == pytest.approx(wanted, rel=1e-14, abs=0)

    def test_ends(self) -> None:
        """Nothing, everything, the linear regime, and the median radius at n = 768."""
        assert math.copysign(1, shell_fraction(5, 0)) == 1
        assert shell_fraction(5, 0) == 0
        assert shell_fraction(5, 1) == 1
        assert shell_fraction(1, 0.25) == pytest.approx(0.25, rel=1e-15)
        assert shell_fraction(1000, 1e-18) == pytest.approx(1e-15, rel=1e-14, abs=0)
        assert 1 - shell_fraction(768, 0.01) == pytest.approx(4.4e-4, rel=0.02)

    @pytest.mark.parametrize(
        ("n", "delta"), [(0, 0.5), (2.5, 0.5), (3, -1e-9), (3, 1.1), (3, math.nan), (3, [0.5])]
    )
    def test_bad_arguments(self, n: Any, delta: Any) -> None:
        """n ≥ 1 is an integer, δ a number in [0, 1]."""
        with pytest.raises(ValueError, match="wanted"):
            shell_fraction(n, delta)


class TestKsDistance:
    @given(st.integers(0, 2**32 - 1), st.integers(1, 60), st.booleans())
    def test_against_scipy(self, seed: int, m: int, ties: bool) -> None:
        """Equal to scipy's statistic; unsorted samples and ties included."""
        x = np.random.default_rng(seed).standard_normal(m)
        if ties:
            x = np.round(x)
        wanted = scipy.stats.kstest(x, scipy.stats.norm.cdf).statistic
        assert ks_distance(x, scipy.stats.norm.cdf) == pytest.approx(wanted, abs=1e-12)

    def test_both_sides_of_a_jump(self) -> None:
        """One point: the larger of F and 1 − F."""
        for t, wanted in ((0.2, 0.8), (0.9, 0.9)):
            value = ks_distance([t], lambda x: x)
            assert type(value) is float
            assert value == pytest.approx(wanted)

    def test_sample_is_kept(self) -> None:
        """cdf gets a new array, once, and may overwrite it."""
        x = np.array([3.0, 1.0, 2.0])
        seen = []

        def cdf(values: Any) -> Any:
            seen.append(values.copy())
            values /= 4
            return values

        assert ks_distance(x, cdf) == pytest.approx(0.25)
        assert x.tolist() == [3, 1, 2]
        assert [values.tolist() for values in seen] == [[1, 2, 3]]

    def test_messages(self) -> None:
        """The sample and what cdf returns are looked at."""
        cases = {
            "x has shape (0,), wanted (m,) with m ≥ 1": lambda: ks_distance([], abs),
            "x has shape (1, 2), wanted (m,) with m ≥ 1": lambda: ks_distance([[1, 2]], abs),
            "x holds NaN or inf, wanted finite numbers": lambda: ks_distance([math.nan], abs),
            "the value of cdf has shape (), wanted (2,)": lambda: ks_distance([1, 2], np.sum),
            "the value of cdf holds NaN or inf, wanted finite numbers": lambda: ks_distance(
                [1, 2], lambda x: x * math.nan
            ),
        }
        for message, call in cases.items():
            with pytest.raises(ValueError, match="wanted") as caught:
                call()
            assert str(caught.value) == message


def test_messages_say_what_was_found_and_wanted() -> None:
    """One line with the argument's name."""
    cases = {
        "X and Y have shapes (1, 2) and (2, 2), wanted equal ones": lambda: cosines(
            [[1, 2]], np.eye(2)
        ),
        "Y is or holds a zero vector, which has no direction": lambda: cosines([[1]], [[0]]),
        "n is 1, wanted an integer ≥ 2": lambda: cos_pdf(0, 1),
        "sigma is 0.0, wanted a number > 0": lambda: law(2, 0),
        "delta is 2.0, wanted 0 ≤ delta ≤ 1": lambda: shell_fraction(2, 2),
        "delta has shape (1,), wanted a scalar": lambda: shell_fraction(2, [0.5]),  # type: ignore[arg-type]
    }
    for message, call in cases.items():
        with pytest.raises(ValueError, match=r"wanted|direction") as caught:
            call()
        assert str(caught.value) == message


def test_arguments_are_never_changed_nor_returned() -> None:
    """Read-only, strided arrays work, and no result is a view of one."""
    X, t = np.arange(1.0, 25).reshape(4, 6)[::2, ::-2], np.linspace(-2, 2, 9)[::2]
    for array in (X, t):
        array.setflags(write=False)
    results = [cosines(X, X), cos_pdf(t, 3), cos_cdf(t, 3)]
    ks_distance(t, lambda values: cos_cdf(values, 3))
    assert not any(np.shares_memory(result, array) for result in results for array in (X, t))
