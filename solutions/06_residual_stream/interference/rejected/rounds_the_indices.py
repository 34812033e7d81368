"""Cuts an index such as 1.5 to an integer."""
# caught by: refuses_what_does_not_fit
# nudge: Which feature is number 1.5?

import numpy as np


def interference(F, idx, coef):
    F, idx, coef = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(coef, dtype=float)
    idx = idx.astype(int)
    if F.ndim != 2 or coef.shape != idx.shape:
        raise ValueError("the shapes do not fit")
    if idx.max() >= len(F):
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    if not F[idx].any(axis=1).all():
        raise ValueError("an active row is zero")
    U = F[idx] / np.linalg.norm(F[idx], axis=1, keepdims=True)
    return U @ (coef @ U) - coef
