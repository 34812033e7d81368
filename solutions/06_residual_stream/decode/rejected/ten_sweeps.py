"""Takes projections away in turn, and stops after ten rounds."""
# caught by: decodes_two_features_that_are_not_orthogonal, recovers_the_coefficients_exactly, keeps_its_digits_for_nearly_dependent_features
# nudge: Has it arrived after ten rounds?

import numpy as np


def checked_ten_sweeps(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_ten_sweeps(F, idx, x)
    rows, c = F[idx], np.zeros(idx.size)
    for _ in range(10):
        for j, row in enumerate(rows):
            c[j] += row @ (x - c @ rows) / (row @ row)
    return c
