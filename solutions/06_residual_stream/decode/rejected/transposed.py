"""Solves with the features in the columns when the sizes allow it."""
# caught by: decodes_two_features_that_are_not_orthogonal, recovers_the_coefficients_exactly
# nudge: Which index do the unknowns multiply: the row’s or the column’s?

import numpy as np


def checked_transposed(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_transposed(F, idx, x)
    rows = F[idx]
    return np.linalg.lstsq(rows if rows.shape[0] == rows.shape[1] else rows.T, x, rcond=None)[0]
