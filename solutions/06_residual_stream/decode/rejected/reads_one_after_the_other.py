"""Takes each feature’s projection away before it reads the next one, once."""
# caught by: decodes_two_features_that_are_not_orthogonal, recovers_the_coefficients_exactly, takes_the_best_fit_when_x_holds_more
# nudge: What does the first feature read before the second one is known?

import numpy as np


def checked_reads_one_after_the_other(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_reads_one_after_the_other(F, idx, x)
    rest, c = x.copy(), []
    for row in F[idx]:
        c.append(row @ rest / (row @ row))
        rest = rest - c[-1] * row
    return np.array(c)
