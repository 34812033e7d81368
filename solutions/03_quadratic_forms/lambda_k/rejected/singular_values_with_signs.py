"""Gives the singular values the signs of their vectors' products, which are mixed when λ and −λ both appear."""
# caught by: finds_every_eigenvalue
# nudge: What are the singular vectors of [[0, 2], [2, 0]]?

import operator

import numpy as np


def checked_singular_values_with_signs(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not square")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("sym")
    try:
        k = operator.index(k)
    except TypeError:
        raise ValueError("k") from None
    if not 1 <= k <= len(A):
        raise ValueError("k")
    return A, k


def lambda_k(A, k):
    A, k = checked_singular_values_with_signs(A, k)
    U, s, Vt = np.linalg.svd(A)
    lam = s * np.sign(np.einsum("ij,ji->i", Vt, U))
    return np.sort(lam)[-k]
