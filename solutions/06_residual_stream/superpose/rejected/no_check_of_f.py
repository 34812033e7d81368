"""Trusts F to be a matrix."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes has F?

import numpy as np


def superpose(F, idx, coef=None):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    coef = np.ones(len(idx)) if coef is None else np.asarray(coef, dtype=float)
    if coef.shape != idx.shape or idx.dtype.kind not in "iu":
        raise ValueError("the shapes do not fit")
    if idx.min() < 0 or idx.max() >= len(F):
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    return np.tensordot(coef, F[idx], axes=1)
