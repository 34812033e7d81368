"""Builds x with superpose and reads every feature."""

import numpy as np


def checked_readout_of_the_superposition(F, idx, coef):
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
    F, idx, coef = checked_readout_of_the_superposition(F, idx, coef)
    U = F[idx] / np.linalg.norm(F[idx], axis=1, keepdims=True)

    x = superpose(U, range(idx.size), coef)
    return np.array([np.dot(u, x) - c for u, c in zip(U, coef)])
