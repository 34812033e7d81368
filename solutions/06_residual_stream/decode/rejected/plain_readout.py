"""Returns the dot products with the features, noise included."""
# caught by: decodes_two_features_that_are_not_orthogonal, recovers_the_coefficients_exactly, takes_the_best_fit_when_x_holds_more
# nudge: What is the readout of x = (5, 3) with (1, 1)?

import numpy as np


def checked_plain_readout(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_plain_readout(F, idx, x)
    return F[idx] @ x
