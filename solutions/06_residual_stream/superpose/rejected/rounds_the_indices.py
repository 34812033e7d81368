"""Cuts an index such as 1.5 to an integer."""
# caught by: refuses_what_does_not_fit
# nudge: Which feature is number 1.5?

import numpy as np


def superpose(F, idx, coef=None):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx).astype(int)
    coef = np.ones(len(idx)) if coef is None else np.asarray(coef, dtype=float)
    if F.ndim != 2 or coef.shape != idx.shape or idx.min() < 0 or idx.max() >= len(F):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    return coef @ F[idx]
