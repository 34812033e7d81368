"""Multiplies each row sum by the feature’s own coefficient."""
# caught by: is_the_cosine_times_the_other_coefficient, is_the_readout_minus_the_coefficient, keeps_the_sign_and_the_order
# nudge: Whose coefficient is multiplied with the cosine of i and j?

import numpy as np


def checked_own_coefficient(F, idx, coef):
    F, idx, coef = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(coef, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or coef.shape != idx.shape:
        raise ValueError("a matrix, integers and as many coefficients are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    if not F[idx].any(axis=1).all():
        raise ValueError("an active row is zero")
    return F, idx, coef


def interference(F, idx, coef):
    F, idx, coef = checked_own_coefficient(F, idx, coef)
    U = F[idx] / np.linalg.norm(F[idx], axis=1, keepdims=True)

    G = U @ U.T
    np.fill_diagonal(G, 0.0)
    return G.sum(axis=1) * coef
