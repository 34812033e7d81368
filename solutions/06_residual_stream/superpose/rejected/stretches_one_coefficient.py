"""Lets one coefficient stand for all features."""
# caught by: refuses_what_does_not_fit
# nudge: Is a coefficient vector of length 1 stretched to fit?

import numpy as np


def superpose(F, idx, coef=None):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    coef = np.ones(1) if coef is None else np.asarray(coef, dtype=float)
    if F.ndim != 2 or coef.shape not in ((1,), idx.shape) or idx.dtype.kind not in "iu":
        raise ValueError("the shapes do not fit")
    if (
        idx.min() < 0
        or idx.max() >= len(F)
        or not (np.isfinite(F).all() and np.isfinite(coef).all())
    ):
        raise ValueError("an index or a number does not fit")
    return (coef[:, None] * F[idx]).sum(axis=0)
