"""Random vectors in high dimension: how nearly orthogonal two of them are.

Lecture: "Vectors in high dimension" and "Random vectors in high dimensional space are typically
nearly orthogonal".

Glossary of shapes and symbols:
- n: dimension; m: number of samples.
- X, Y: [m, n], a vector in each row; x, y ~ N(0, σ²I) independent, θ the angle between them.
- t = cos θ = ⟨x, y⟩/(‖x‖‖y‖). Its law depends on n alone: directions of N(0, σ²I) are uniform on
  the sphere. The density is C·(1 − t²)^((n−3)/2) with C = Γ(n/2)/(√π Γ((n−1)/2)), that is
  (t + 1)/2 ~ Beta((n−1)/2, (n−1)/2); for n = 2 the arcsine law, for n = 3 uniform.

Arguments are array-like, are read as float64 and never changed. ValueError: a wrong ndim or shape,
NaN or inf, no real numbers, a dimension or number that is no integer or too small.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from mathtx_ref._arguments import directions, number
from mathtx_ref._caps import (
    log_cap_share,
    log_density_constant,
    log_gamma_step,
    log_sine_squared,
)
from mathtx_ref.inputs import FloatArray, integer, matrix, real_array


def cosines(X: ArrayLike, Y: ArrayLike) -> FloatArray:
    """cos θ_i = ⟨x_i, y_i⟩/(‖x_i‖‖y_i‖) for each row, clipped to [−1, 1].

    Shapes: X [m, n], Y [m, n] → [m].
    Errors: ValueError as in the module's docstring, for unequal shapes (nothing broadcasts), and
    for a zero row.
    Cost: O(mn); error ≤ about n·eps·Σ|x_i y_i|/(‖x‖‖y‖).
    Source: "xᵀy = cos θ", which holds for unit vectors only.
    """
    X = directions(matrix(X, "X"), "X")
    Y = directions(matrix(Y, "Y"), "Y")
    if X.shape != Y.shape:
        raise ValueError(f"X and Y have shapes {X.shape} and {Y.shape}, wanted equal ones")
    inner = np.einsum("ij,ij->i", X, Y)
    squares = np.einsum("ij,ij->i", X, X) * np.einsum("ij,ij->i", Y, Y)
    return np.asarray(np.clip(inner / np.sqrt(squares), -1.0, 1.0), np.float64)


def sample_cosines(n: int, m: int, *, rng: np.random.Generator, chunk: int = 256) -> FloatArray:
    """m independent cosines between Gaussian vectors of R^n, drawn from rng in blocks of chunk.

    The pairs come from the stream one after the other, so the sample does not depend on chunk.

    Shapes: → [m].
    Errors: ValueError for n < 2, m < 1, chunk < 1, and for rng no Generator.
    Cost: O(mn) time; O(m + n·chunk) memory, about 45 MB at n = 4096 and the default chunk.
    Source: "random vectors that are sampled from x ~ N(0, Σ)".
    """
    n, m, chunk = integer(n, "n", 2), integer(m, "m", 1), integer(chunk, "chunk", 1)
    if not isinstance(rng, np.random.Generator):
        raise ValueError("rng is no numpy.random.Generator, wanted one, as default_rng() gives")
    sample = np.empty(m)
    for start in range(0, m, chunk):
        stop = min(start + chunk, m)
        pairs = rng.standard_normal((stop - start, 2, n))
        sample[start:stop] = cosines(pairs[:, 0], pairs[:, 1])
    return sample


def cos_pdf(t: ArrayLike, n: int) -> float | FloatArray:
    """The density of cos θ: C·(1 − t²)^((n−3)/2) on [−1, 1], else 0.

    Shapes: t a number or an array → float, or an array of t's shape. At ±1: inf, ½, 0 for n = 2,
    n = 3, n > 3.
    Errors: ValueError as in the module's docstring, and for n < 2.
    Cost: O(1) for each t; relative error ≤ about n·eps·|log(1 − t²)|.
    Source: the exact law behind "narrower and narrower around zero" (Cai, Fan, Jiang 2013).
    """
    t = real_array(t, "t")
    n = integer(n, "n", 2)
    logs = log_sine_squared(np.minimum(np.abs(t), 1.0))
    # 0·(−inf) is no number: for n = 3 the power is 1.
    power = (n - 3) / 2 * logs if n != 3 else np.zeros_like(t)
    density = np.where(np.abs(t) > 1, 0.0, np.exp(log_density_constant(n) + power))
    return float(density) if density.ndim == 0 else density


def cos_cdf(t: ArrayLike, n: int) -> float | FloatArray:
    """P(cos θ ≤ t), exact for every n ≥ 2: 1 − (cap beyond t) for t ≥ 0, (cap beyond −t) for t < 0.

    Shapes: t a number or an array → float, or an array of t's shape; 0 below −1 and 1 above 1.
    Errors: ValueError as in the module's docstring, and for n < 2.
    Cost: O(100) for each t; absolute error ≤ 1e-11 for n ≤ 1e5, and the lower tail is accurate to
    relative 1e-10 (`_caps.log_cap_share`).
    Source: the exact law of the cosine, which √n·cos θ → N(0, 1) approximates.
    """
    t = real_array(t, "t")
    n = integer(n, "n", 2)
    cap = np.exp(log_cap_share(n, np.minimum(np.abs(t), 1.0)))
    values = np.where(t < 0, cap, 1 - cap)
    return float(values) if values.ndim == 0 else values


def law(n: int, sigma: float) -> dict[str, float]:
    """The moments of ⟨x, y⟩, cos θ and ‖x‖ for independent x, y ~ N(0, σ²I) in R^n.

    - var_inner = nσ⁴ of ⟨x, y⟩, var_inner_over_sqrt_n = σ⁴ of ⟨x, y⟩/√n → N(0, σ⁴);
    - var_cos = 1/n exactly, mean_abs_cos = E|cos θ| = Γ(n/2)/(√π Γ((n+1)/2)): σ drops out;
    - mean_norm = E‖x‖ = σ√2 Γ((n+1)/2)/Γ(n/2), a little less than σ√n.

    Errors: ValueError for n < 1 or no integer, sigma not finite or ≤ 0.
    Cost: O(1); relative error about 1e-14 for every n. σ⁴ leaves float64 beyond 1e±77.
    Source: corrects "√n⟨x, y⟩ → N(0, σ²)".
    """
    n = integer(n, "n", 1)
    sigma = number(sigma, "sigma")
    if sigma <= 0:
        raise ValueError(f"sigma is {sigma}, wanted a number > 0")
    fourth = (sigma * sigma) * (sigma * sigma)
    ratio = math.exp(log_gamma_step(n / 2))  # Γ((n+1)/2)/Γ(n/2)
    return {
        "var_inner": n * fourth,
        "var_inner_over_sqrt_n": fourth,
        "var_cos": 1 / n,
        "mean_abs_cos": 1 / (math.sqrt(math.pi) * ratio),
        "mean_norm": sigma * math.sqrt(2) * ratio,
    }


def shell_fraction(n: int, delta: float) -> float:
    """The share of the unit ball's volume in its outer shell: P(r > 1 − δ) = 1 − (1 − δ)^n.

    As −expm1(n·log1p(−δ)), which is nδ and not 0 for δ = 1e-18.

    Errors: ValueError for n < 1 or no integer, delta no number in [0, 1].
    Cost: O(1); relative error of some eps.
    Source: "points tend to distribute at the edge", for points uniform in a ball.
    """
    n = integer(n, "n", 1)
    delta = number(delta, "delta")
    if not 0 <= delta <= 1:
        raise ValueError(f"delta is {delta}, wanted 0 ≤ delta ≤ 1")
    return 1.0 if delta == 1 else -math.expm1(n * math.log1p(-delta))


def ks_distance(x: ArrayLike, cdf: Callable[[FloatArray], Any]) -> float:
    """sup_t |F_m(t) − F(t)| between the empirical distribution of x and the continuous cdf F.

    F_m jumps from (i−1)/m to i/m at the i-th smallest value, so with both sides of each jump
    it is max_i max(i/m − F(x_(i)), F(x_(i)) − (i−1)/m) (Kolmogorov–Smirnov).

    Shapes: x [m], m ≥ 1; cdf is called once, with a new sorted array [m], and returns [m] → float.
    Errors: ValueError as in the module's docstring, and for what cdf returns.
    Cost: O(m log m).
    Source: measures how far √n·cos θ still is from its normal limit.
    """
    values = real_array(x, "x")
    if values.ndim != 1 or values.size == 0:
        raise ValueError(f"x has shape {values.shape}, wanted (m,) with m ≥ 1")
    m = values.size
    F = real_array(cdf(np.sort(values)), "the value of cdf")
    if F.shape != (m,):
        raise ValueError(f"the value of cdf has shape {F.shape}, wanted ({m},)")
    steps = np.arange(m + 1) / m  # [m + 1]
    return float(max((steps[1:] - F).max(), (F - steps[:-1]).max()))
