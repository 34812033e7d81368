"""How many nearly orthogonal directions there are: counts as natural logarithms.

Lecture: "How many nearly orthogonal vectors are there in high dimensions?"

Symbols:
- n: dimension; ε = cos θ ∈ [0, 1): the largest cosine that still counts as nearly orthogonal.
- μ = P(cos ≥ ε): the share of the sphere in a cap of angle θ; both caps together have 2μ.
- one-sided: cos ≤ ε for each pair; two-sided: |cos| ≤ ε.
- N: number of vectors. The counts overflow float64 (1e172 at n = 12,288, ε = ¼), their logarithms
  do not.

ValueError: a number that is not finite or out of range, a dimension that is no integer or too
small, for arrays a wrong ndim or shape, NaN or inf. Arguments are never changed.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from mathtx_ref._arguments import cosine_bound, directions, non_negative
from mathtx_ref._caps import log_cap_share, log_sine_squared
from mathtx_ref.inputs import FloatArray, integer, matrix, real_array


def log_count(n: int, eps: ArrayLike) -> float | FloatArray:
    """n·log(1/sin θ) = −(n/2)·log(1 − ε²), the lecture's exponent with ε = cos θ.

    It is the exponent of the best known lower bounds for fixed θ as n → ∞, not a count at finite n
    (`log_gv`), and below ε ≈ √(2 log n/n) it is less than log n.

    Shapes: eps a number or an array → float, or an array of eps's shape.
    Errors: ValueError for n < 1 or no integer, an eps outside [0, 1).
    Cost: O(1) for each eps; relative error of some eps, at ε = 1e-9 too.
    Source: "Answer: e^{n log(1/sin θ)}" (Chabauty 1953, Shannon 1959, Wyner 1965).
    """
    n = integer(n, "n", 1)
    eps = real_array(eps, "eps")
    if not ((eps >= 0) & (eps < 1)).all():
        raise ValueError("eps is or holds a number out of range, wanted 0 ≤ eps < 1")
    logs = -n / 2 * log_sine_squared(eps)
    return float(logs) if logs.ndim == 0 else logs


def log_cap(n: int, eps: float) -> float:
    """log μ = log P(cos θ ≥ ε) for a random direction: the share of one cap, log ½ at ε = 0.

    Errors: ValueError for n < 2 or no integer, eps no number in [0, 1).
    Cost: O(100). Error about n·eps relative to μ plus eps relative to log μ, for every ε < 1: two
    expansions whose terms do not cancel, in logarithms throughout (`_caps.log_cap_share`).
    Source: "draw a theta angle around the vector which creates a patch".
    """
    n = integer(n, "n", 2)
    return float(log_cap_share(n, np.asarray(cosine_bound(eps))))


def log_gv(n: int, eps: float, two_sided: bool = True) -> float:
    """A lower bound, as a logarithm, on how many directions of R^n can be nearly orthogonal.

    Take vectors greedily, each outside the caps of all before: it goes on until the caps cover the
    sphere, so N ≥ 1/(2μ) for |cos| ≤ ε and N ≥ 1/μ for cos ≤ ε. A basis gives n, with its
    negatives 2n in the one-sided case. So max(log n, −log μ − log 2), or max(log 2n, −log μ).

    Errors: ValueError for n < 2 or no integer, eps no number in [0, 1).
    Cost: O(100), error as in `log_cap`.
    Source: the lecture's "see how many patch can you fit": excluded caps of radius θ, while fitting
    disjoint ones of θ/2 would bound from above (the Gilbert–Varshamov argument).
    """
    log_mu = log_cap(n, eps)
    if two_sided:
        return max(math.log(n), -log_mu - math.log(2))
    return max(math.log(2 * n), -log_mu)


def eps_for_log_count(n: int, logN: float) -> float:
    """The ε at which the printed formula counts N: ε = √(1 − N^(−2/n)), the inverse of `log_count`.

    Errors: ValueError for n < 1 or no integer, logN no finite number ≥ 0.
    Cost: O(1); relative error of some eps (expm1: no cancellation at tiny log N).
    Source: "for GPT3, you only need …": 10¹² directions of R^12288 need 0.067, not 0.05.
    """
    n = integer(n, "n", 1)
    return math.sqrt(-math.expm1(-2 * non_negative(logN, "logN") / n))


def random_union_log_count(n: int, eps: float) -> float:
    """log of the largest real N with N(N−1)μ ≤ 1: that many random vectors may be drawn blindly.

    N(N−1)/2 pairs fail two-sided with probability 2μ each, so the expected number of bad pairs is
    N(N−1)μ. N = ½ + √(¼ + 1/μ) = μ^(−½)·(y + √(1 + y²)) with y = √μ/2, whose logarithm is
    −½log μ + asinh(y): nothing overflows.

    Errors: ValueError for n < 2 or no integer, eps no number in [0, 1).
    Cost: O(100), error as in `log_cap`.
    Source: about e^{nε²/4}, the square root of what a chosen set reaches.
    """
    half = log_cap(n, eps) / 2
    return math.asinh(math.exp(half) / 2) - half


def welch(n: int, N: int) -> float:
    """Welch's bound: of N directions in R^n some two have |cos| ≥ √((N−n)/(n(N−1))); 0 if N ≤ n.

    Errors: ValueError for n < 1, N < 1 or no integers.
    Cost: O(1); correctly rounded but for the root, integers of any size are exact.
    Source: Welch, IEEE Trans. Inf. Theory 20 (1974) 397–399.
    """
    n, N = integer(n, "n", 1), integer(N, "N", 1)
    return math.sqrt((N - n) / (n * (N - 1))) if n < N else 0.0


def greedy_code(C: ArrayLike, eps: float) -> list[int]:
    """The rows of C that are accepted in order: |cos| ≤ ε with every row accepted before.

    The cosine is ⟨c, c'⟩/√(⟨c, c⟩⟨c', c'⟩), which for integer vectors is exact up to the root and
    the quotient: (1, 0) and (3, 4) have the cosine 0.6 and pass at ε = 0.6.

    Shapes: C [m, n] → ascending indices.
    Errors: ValueError for C no matrix, NaN or inf, a zero row; eps no finite number ≥ 0.
    Cost: O(mn) for each accepted row.
    Source: the greedy proof of `log_gv`, run on given candidates.
    """
    C = directions(matrix(C, "C"), "C")
    eps = non_negative(eps, "eps")
    squares = np.einsum("ij,ij->i", C, C)  # [m]
    open_ = np.ones(C.shape[0], dtype=np.bool_)
    accepted = []
    for i in range(C.shape[0]):
        if open_[i]:
            accepted.append(i)
            open_ &= np.abs(C @ C[i]) / np.sqrt(squares * squares[i]) <= eps
    return accepted
