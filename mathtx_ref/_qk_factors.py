"""Singular values and eigenvalues of W_QK = W_Q W_Kᵀ from its two factors, no d × d array made.

The shapes are those of `attention`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from mathtx_ref._linear_algebra import symmetric_part
from mathtx_ref.inputs import FloatArray, matrix


def qk_svd(W_Q: ArrayLike, W_K: ArrayLike) -> tuple[FloatArray, FloatArray, FloatArray]:
    """(U, s, V) with W_QK = W_Q W_Kᵀ = U diag(s) Vᵀ, the reduced singular value decomposition.

    The head scores highest, σ₁, for the query direction u₁ and the key direction v₁. With
    W_Q = Q₁R₁ and W_K = Q₂R₂ only R₁R₂ᵀ = U'SV'ᵀ is decomposed, then U = Q₁U', V = Q₂V'. All steps
    are orthogonal: s errs by about eps·‖W_Q‖‖W_K‖, where the squares of a Gram matrix would hide
    what is below √eps.

    Shapes: W_Q, W_K [d, d_head] with d ≥ d_head → [d, d_head], [d_head] descending, [d, d_head];
    the columns of U and V are orthonormal, also where some s are 0.
    Errors: ValueError as in the docstring of `attention`, and for d < d_head.
    Cost: O(d·d_head²) time, O(d·d_head) memory.
    Source: corrects "W_QK stores a set of tasks as eigenvalues": two inputs, so singular vectors.
    """
    W_Q, W_K = _factors(W_Q, W_K)
    Q1, R1 = np.linalg.qr(W_Q)  # [d, h], [h, h]
    Q2, R2 = np.linalg.qr(W_K)
    U, s, Vt = np.linalg.svd(R1 @ R2.T)
    return Q1 @ U, s, Q2 @ Vt.T


def qk_spectrum(W_Q: ArrayLike, W_K: ArrayLike) -> dict[str, Any]:
    """What singular values, eigenvalues and symmetry say about W = W_QK.

    - sigma1 = max xᵀWy over unit x and y;
    - lambda1_sym = max xᵀWx over unit x, the largest eigenvalue of the d × d matrix (W + Wᵀ)/2; its
      rank is ≤ 2·d_head, so it is 0 at least when d > 2·d_head;
    - eigs [d_head], complex, of C = W_Kᵀ W_Q: with d − d_head zeros they are W's eigenvalues (AB
      and BA share theirs but for zeros); in no particular order;
    - sym_share = ‖(W + Wᵀ)/2‖_F²/‖W‖_F² = ½(1 + tr(C²)/‖W‖_F²): 1 symmetric, 0 antisymmetric.

    Shapes: W_Q, W_K [d, d_head] with d ≥ d_head → a dict with these four keys.
    Errors: ValueError as in the docstring of `attention`, for d < d_head, and for W = 0.
    Cost: O(d·d_head²) time, O(d·d_head) memory.
    Source: "What happens inside attention heads" (and Elhage et al. 2021 on eigenvalues of W_QK).
    """
    W_Q, W_K = _factors(W_Q, W_K)
    U, s, V = qk_svd(W_Q, W_K)
    if s[0] == 0:
        raise ValueError("W_Q W_Kᵀ is zero, wanted a matrix with a spectrum")
    d, h = W_Q.shape
    # (W + Wᵀ)/2 = ½[W_Q W_K] [0 I; I 0] [W_Q W_K]ᵀ has the eigenvalues of ½RJRᵀ, and zeros.
    _, R = np.linalg.qr(np.hstack([W_Q, W_K]))  # [min(d, 2h), 2h]
    lambda1 = float(np.linalg.eigvalsh(symmetric_part(R[:, :h] @ R[:, h:].T))[-1])
    relative = s / s[0]
    M = relative[:, np.newaxis] * (V.T @ U)  # [h, h]: W = U(s VᵀU)Uᵀ on its range, over σ₁
    return {
        "sigma1": float(s[0]),
        "lambda1_sym": max(lambda1, 0.0) if d > 2 * h else lambda1,
        "eigs": np.linalg.eigvals(W_K.T @ W_Q).astype(np.complex128),
        "sym_share": float((1 + (M * M.T).sum() / (relative @ relative)) / 2),
    }


def _factors(W_Q: ArrayLike, W_K: ArrayLike) -> tuple[FloatArray, FloatArray]:
    Q, K = matrix(W_Q, "W_Q"), matrix(W_K, "W_K")
    if K.shape != Q.shape:
        raise ValueError(f"W_K has shape {K.shape}, wanted W_Q's shape {Q.shape}")
    if Q.shape[0] < Q.shape[1]:
        raise ValueError(f"W_Q has shape {Q.shape}, wanted (d, d_head) with d ≥ d_head")
    return Q, K
