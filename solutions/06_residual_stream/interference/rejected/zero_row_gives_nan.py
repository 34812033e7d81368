"""Divides a zero row by its length."""
# caught by: refuses_what_does_not_fit
# nudge: What is 0/0 in numpy?

import numpy as np


def interference(F, idx, coef):
    F, idx, coef = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(coef, dtype=float)
    if F.ndim != 2 or coef.shape != idx.shape or idx.dtype.kind not in "iu":
        raise ValueError("the shapes do not fit")
    if idx.max() >= len(F):
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    U = F[idx] / np.linalg.norm(F[idx], axis=1, keepdims=True)
    return U @ (coef @ U) - coef
