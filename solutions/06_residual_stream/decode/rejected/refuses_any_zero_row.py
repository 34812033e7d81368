"""Refuses a zero row that is not active."""
# caught by: recovers_the_coefficients_exactly
# nudge: Which rows take part?

import numpy as np


def decode(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not F.any(axis=1).all():
        raise ValueError("a feature is zero")
    if idx.max() >= len(F):
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return np.linalg.lstsq(F[idx].T, x, rcond=None)[0]
