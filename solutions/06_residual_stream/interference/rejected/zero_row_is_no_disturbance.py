"""Lets a zero active row pass as a feature without interference."""
# caught by: refuses_what_does_not_fit
# nudge: Which direction has a zero row?

import numpy as np


def interference(F, idx, coef):
    F, idx, coef = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(coef, dtype=float)
    if F.ndim != 2 or coef.shape != idx.shape or idx.dtype.kind not in "iu":
        raise ValueError("the shapes do not fit")
    if idx.max() >= len(F):
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    U = F[idx] / np.linalg.norm(F[idx], axis=1, keepdims=True).clip(1e-200)
    return U @ (coef @ U) - coef
