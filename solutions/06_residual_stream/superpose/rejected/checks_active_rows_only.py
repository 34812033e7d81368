"""Looks for NaN only in the rows that are added."""
# caught by: refuses_what_does_not_fit
# nudge: Where may NaN stand in F?

import numpy as np


def superpose(F, idx, coef=None):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    coef = np.ones(len(idx)) if coef is None else np.asarray(coef, dtype=float)
    if F.ndim != 2 or coef.shape != idx.shape or idx.dtype.kind not in "iu":
        raise ValueError("the shapes do not fit")
    if idx.min() < 0 or idx.max() >= len(F):
        raise ValueError("an index is outside")
    x = coef @ F[idx]
    if not np.isfinite(x).all():
        raise ValueError("NaN or infinity")
    return x
