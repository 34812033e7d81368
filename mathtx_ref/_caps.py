"""The law of the cosine t between two random directions in R^n, to relative accuracy in its tail.

Its density is C·(1 − t²)^((n−3)/2) on [−1, 1] with C = Γ(n/2)/(√π Γ((n−1)/2)).
The share of the sphere with t ≥ ε is a cap, and log_cap its logarithm.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from mathtx_ref.inputs import FloatArray

_TERMS = 60
_DEPTH = 48


def log_gamma_step(x: float) -> float:
    """log Γ(x + ½) − log Γ(x) for x > 0, to about 1e-14 for every x.

    For large x the difference of two lgamma would leave x·log x·eps; Stirling's series gives
    ½log x − 1/(8x) + 1/(192x³) − 1/(640x⁵) + 17/(14336x⁷) − …, whose next term is below 1e-16 here.
    """
    if x < 32:
        return math.lgamma(x + 0.5) - math.lgamma(x)
    y = 1 / x
    z = y * y
    return 0.5 * math.log(x) - y * (1 / 8 - z * (1 / 192 - z * (1 / 640 - z * 17 / 14336)))


def log_density_constant(n: int) -> float:
    """log C = log Γ(n/2)/(√π Γ((n−1)/2)), n ≥ 2."""
    return log_gamma_step((n - 1) / 2) - 0.5 * math.log(math.pi)


def log_sine_squared(cosine: FloatArray) -> FloatArray:
    """log(1 − t²) for |t| ≤ 1, to relative accuracy: −inf at ±1.

    Near ±1 the square would round 1 − t² away, and 1 − |t| is exact; near 0 the two logarithms
    would cancel.
    """
    t = np.abs(cosine)
    with np.errstate(divide="ignore"):
        return np.where(t < 0.5, np.log1p(-(t * t)), np.log1p(-t) + np.log1p(t))


def log_cap_share(n: int, eps: FloatArray) -> FloatArray:
    """log P(t ≥ ε) for 0 ≤ ε ≤ 1, n ≥ 2; −inf at 1. Shape as eps.

    Both expansions have positive terms or coefficients only, so nothing cancels in either.

    - ε² ≤ 3/(n+4), the bulk: P = ½ − C·ε·(1−ε²)^((n−1)/2)·F(n/2, 1; 3/2; ε²), Gauss's series. The
      ratio of its terms is (n/2 + k)/(3/2 + k)·ε² ≤ ½ from k = 2 on, so 60 terms leave less than
      1e-15; and P ≥ 0.04, so the difference is harmless.
    - beyond, the tail: P = C·ε·(1−ε²)^((n−1)/2)/(n−1)·F(1, n/2; (n+1)/2; 1−ε²), with F as Gauss's
      continued fraction. Its coefficients are positive and 1−ε² < 1, so its convergents increase
      to F; at this distance from 0 a depth of 48 leaves less than 1e-10 for n ≤ 1e7, most at the
      border and ever less beyond.

    Everything small is kept as a logarithm: log P = −1e5 is as accurate as −1. The error is some
    n·eps relative to P, which is that of ε itself: 4e-12 at n = 20,000.
    """
    eps = np.asarray(eps, dtype=np.float64)
    bulk = eps * eps <= 3 / (n + 4)
    shares = np.empty_like(eps)
    shares[bulk] = _bulk(n, eps[bulk])
    shares[~bulk] = _tail(n, eps[~bulk])
    return shares


def _bulk(n: int, eps: FloatArray) -> FloatArray:
    z = eps * eps
    term = np.ones_like(z)
    series = np.ones_like(z)
    for k in range(_TERMS):
        term = term * ((n / 2 + k) / (1.5 + k) * z)
        series += term
    # P(0 ≤ t ≤ ε), without the half
    inner = 2 * eps * series * np.exp(log_density_constant(n) + (n - 1) / 2 * np.log1p(-z))
    return np.log1p(-inner) - math.log(2)


def _tail(n: int, eps: FloatArray) -> FloatArray:
    z = (1 - eps) * (1 + eps)
    fraction = np.ones_like(z)
    for coefficient in _gauss_coefficients(n):
        fraction = 1 - coefficient * z / fraction
    logs: NDArray[np.float64] = (n - 1) / 2 * log_sine_squared(eps) + np.log(eps)
    return log_density_constant(n) - math.log(n - 1) + logs - np.log(fraction)


def _gauss_coefficients(n: int) -> list[float]:
    """c_2K, …, c_1 of F(1, β; γ; z) = 1/(1 − c_1 z/(1 − c_2 z/(1 − …))), β = n/2, γ = (n+1)/2."""
    beta, gamma = n / 2, (n + 1) / 2
    coefficients = []
    for k in range(_DEPTH):
        coefficients.append((beta + k) * (gamma + k - 1) / ((gamma + 2 * k - 1) * (gamma + 2 * k)))
        coefficients.append((k + 1) * (k + 0.5) / ((gamma + 2 * k) * (gamma + 2 * k + 1)))
    return coefficients[::-1]
