"""Adds as many terms as the shorter one of idx and coef has."""
# caught by: refuses_what_does_not_fit
# nudge: What does zip do with lists of unequal length?

import numpy as np


def superpose(F, idx, coef=None):
    F = np.asarray(F, dtype=float)
    if F.ndim != 2 or not np.isfinite(F).all():
        raise ValueError("F must be a finite matrix")
    coef = [1.0] * len(idx) if coef is None else np.ravel(np.asarray(coef, dtype=float))
    x = np.zeros(F.shape[1])
    for j, c in zip(idx, coef):
        if j != int(j) or not 0 <= j < len(F) or not np.isfinite(c):
            raise ValueError("an index or a coefficient does not fit")
        x = x + c * F[int(j)]
    return x
