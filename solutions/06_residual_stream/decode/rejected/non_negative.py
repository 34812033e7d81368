"""Sets negative coefficients to 0."""
# caught by: recovers_the_coefficients_exactly
# nudge: May a feature be there with a negative strength?

import numpy as np


def checked_non_negative(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_non_negative(F, idx, x)
    return np.maximum(np.linalg.lstsq(F[idx].T, x, rcond=None)[0], 0.0)
