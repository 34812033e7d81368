"""Cuts numpy's 1.5 down to 1."""
# caught by: refuses_numbers_that_no_eigenvalue_has
# nudge: Is np.float64(1.5) an integer?

import operator

import numpy as np


def checked_cuts_numpy_floats_off(A, k):
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
    if isinstance(k, np.floating):
        k = int(k)
    A, k = checked_cuts_numpy_floats_off(A, k)
    return np.linalg.eigvalsh(A)[-k]
