"""Trusts F to be a matrix."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes has F?

import numpy as np


def interference(F, idx, coef):
    F, idx, coef = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(coef, dtype=float)
    F = np.atleast_2d(F)
    F = F.reshape(-1, F.shape[-1])
    if coef.shape != idx.shape or idx.dtype.kind not in "iu":
        raise ValueError("the shapes do not fit")
    if idx.max() >= len(F):
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    if not F[idx].any(axis=1).all():
        raise ValueError("an active row is zero")
    U = F[idx] / np.linalg.norm(F[idx], axis=1, keepdims=True)
    return U @ (coef @ U) - coef
