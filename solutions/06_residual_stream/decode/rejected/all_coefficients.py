"""Returns N coefficients, with zeros for the features that are not active."""
# caught by: decodes_two_features_that_are_not_orthogonal, recovers_the_coefficients_exactly, takes_the_best_fit_when_x_holds_more
# nudge: How many numbers are asked for?

import numpy as np


def checked_all_coefficients(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_all_coefficients(F, idx, x)
    c = np.zeros(F.shape[0])
    c[idx] = np.linalg.lstsq(F[idx].T, x, rcond=None)[0]
    return c
