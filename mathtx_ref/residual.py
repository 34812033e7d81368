"""The residual stream as a sum of features, and how far they can be read back.

Lecture: "What does this mean for residual stream?"

Glossary of shapes:
- N: number of features; d: dimension of the stream; k: number of active features.
- F: [N, d], a feature in each row; idx: [k], the numbers of the active ones, in 0 … N−1.
- coef: [k], their coefficients c; x = Σ_i c_i f_{idx_i}: [d].
- L, T: contributions (layers or heads) and tokens.

Arguments are array-like, are read as float64 and never changed. ValueError: a wrong ndim or shape
(a vector of length 1 is not stretched), NaN or inf, no real numbers; an index that is no integer or
outside 0 … N−1 (negative ones too), no index at all.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from mathtx_ref._arguments import directions, index, indices
from mathtx_ref.inputs import FloatArray, integer, matrix, real_array, vector, vectors


def superpose(F: ArrayLike, idx: ArrayLike, coef: ArrayLike | None = None) -> FloatArray:
    """x = Σ_i c_i f_{idx_i}; a feature that is named twice is added twice. coef None: all 1.

    Shapes: F [N, d], idx [k], coef [k] → [d].
    Errors: ValueError as in the module's docstring.
    Cost: O(kd).
    Source: "in residual stream, x = (z + y + w)".
    """
    F = matrix(F, "F")
    idx = indices(idx, "idx", F.shape[0])
    c = np.ones(idx.size) if coef is None else vector(coef, "coef", idx.size)
    return c @ F[idx]


def noise_sd(n: int, coef: ArrayLike, i: int | None = None) -> float:
    """√(Σ_{j≠i} c_j²/n): the standard deviation of what the others add to the readout of feature i.

    Unit features at random in R^n have cosines of mean 0 and variance 1/n, pairwise uncorrelated:
    the readout f_i·x is c_i plus noise of variance exactly Σ_{j≠i} c_j²/n. For i None the feature
    read is not active, and all j count.

    Shapes: coef [k], k ≥ 1, i in 0 … k−1 → float.
    Errors: ValueError as in the module's docstring, for n < 1 or no integer, and for i.
    Cost: O(k); relative error of some eps, as nothing is subtracted.
    Source: "two concepts barely affect each other": each adds 1/n, k of them k/n.
    """
    n = integer(n, "n", 1)
    c = real_array(coef, "coef")
    if c.ndim != 1 or c.size == 0:
        raise ValueError(f"coef has shape {c.shape}, wanted (k,) with k ≥ 1")
    others = c if i is None else np.delete(c, index(i, "i", c.size))
    return float(np.linalg.norm(others)) / math.sqrt(n)


def interference(F: ArrayLike, idx: ArrayLike, coef: ArrayLike) -> FloatArray:
    """(G − I)c: what each active feature's readout errs by, for the given features exactly.

    The active rows are normalised first, G is their Gram matrix: row i reads u_i·x = Σ_j g_ij c_j
    of x = Σ_j c_j u_j.

    Shapes: F [N, d], idx [k] distinct, coef [k] → [k], in the order of idx.
    Errors: ValueError as in the module's docstring, for a zero active row and a repeated index.
    Cost: O(k²d).
    Source: "if the inputs don't interact, the output will contain all the input concepts".
    """
    F = matrix(F, "F")
    idx = indices(idx, "idx", F.shape[0])
    if np.unique(idx).size < idx.size:
        raise ValueError("idx names a feature twice, wanted distinct indices")
    c = vector(coef, "coef", idx.size)
    active = directions(F[idx], "F[idx]")
    active /= np.linalg.norm(active, axis=1, keepdims=True)
    G = active @ active.T  # [k, k]
    np.fill_diagonal(G, 0.0)  # G − I without its rounding
    return G @ c


def recall_at_k(F: ArrayLike, idx: ArrayLike) -> float:
    """The share of the k active features among the k that read highest, F@x for x their sum.

    F is taken as it is, idx as a set; of equal readouts the lower index comes first.

    Shapes: F [N, d], idx → float in [0, 1].
    Errors: ValueError as in the module's docstring.
    Cost: O(Nd + N log N).
    Source: "each token can be thought of as collections of nearly orthogonal vectors".
    """
    F = matrix(F, "F")
    active = np.unique(indices(idx, "idx", F.shape[0]))
    readout = F @ F[active].sum(axis=0)  # [N]
    highest = np.argsort(-readout, kind="stable")[: active.size]
    return float(np.isin(highest, active).mean())


def decode(F: ArrayLike, idx: ArrayLike, x: ArrayLike) -> FloatArray:
    """The least-squares coefficients c of x on a known support: min ‖x − Σ_i c_i f_{idx_i}‖.

    Exact for a superposition when the active rows are independent (so k ≤ d); where they are
    dependent, the shortest c. Sizes of the rows do not matter: they are scaled before.

    Shapes: F [N, d], idx [k], x [d] → [k].
    Errors: ValueError as in the module's docstring.
    Cost: O(k²d); relative error ≤ some eps·cond, of the scaled rows.
    Source: "it's easier for models to clean them afterwards".
    """
    F = matrix(F, "F")
    rows = F[indices(idx, "idx", F.shape[0])]  # [k, d]
    x = vector(x, "x", F.shape[1])
    shifts = -np.frexp(np.abs(rows).max(axis=1))[1]  # [k], powers of two
    c, _, rank, _ = np.linalg.lstsq(np.ldexp(rows, shifts[:, np.newaxis]).T, x, rcond=None)
    if rank == rows.shape[0]:
        return np.asarray(np.ldexp(c, shifts), np.float64)
    c, *_ = np.linalg.lstsq(rows.T, x, rcond=None)
    return np.asarray(c, np.float64)


def erase(X: ArrayLike, v: ArrayLike) -> FloatArray:
    """X(I − v̂v̂ᵀ) with v̂ = v/‖v‖: each row loses its part along v, and keeps all that is orthogonal.

    Shapes: X [..., d], v [d] → [..., d].
    Errors: ValueError as in the module's docstring, and for v = 0.
    Cost: O(d) for each row.
    Source: "it stays in the residual stream … (unless it is explicitly taken out)".
    """
    X = real_array(X, "X")
    if X.ndim == 0:
        raise ValueError("X has shape (), wanted (..., d)")
    v = directions(vector(v, "v", X.shape[-1]), "v")
    unit = v / np.linalg.norm(v)
    return X - (X @ unit)[..., np.newaxis] * unit


def attribution(parts: ArrayLike, v: ArrayLike) -> FloatArray:
    """parts·v: what each contribution adds to the readout along v, for each token.

    The stream is the sum of its contributions, so the L values of a token sum to its readout. This
    is lost behind a LayerNorm, which is not additive.

    Shapes: parts [L, T, d], v [d] → [L, T].
    Errors: ValueError as in the module's docstring.
    Cost: O(LTd).
    Source: "everything is added at each layer".
    """
    parts = real_array(parts, "parts")
    if parts.ndim != 3:
        raise ValueError(f"parts has shape {parts.shape}, wanted (L, T, d)")
    v = vector(v, "v", parts.shape[-1])
    return vectors(parts, "parts", v.size) @ v
