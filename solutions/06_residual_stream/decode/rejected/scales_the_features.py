"""Solves for features of length 1 and does not scale back."""
# caught by: decodes_two_features_that_are_not_orthogonal, recovers_the_coefficients_exactly, takes_the_best_fit_when_x_holds_more
# nudge: Which feature does c multiply: the row or the scaled row?

import numpy as np


def checked_scales_the_features(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_scales_the_features(F, idx, x)
    rows = F[idx]
    return np.linalg.lstsq((rows / np.linalg.norm(rows, axis=1, keepdims=True)).T, x, rcond=None)[0]
