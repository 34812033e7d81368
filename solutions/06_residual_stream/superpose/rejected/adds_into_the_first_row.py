"""Uses the first active row of F as room for the sum."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Is F[3] a copy or a view?

import numpy as np


def checked_adds_into_the_first_row(F, idx, coef):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    coef = np.ones(idx.size) if coef is None else np.asarray(coef, dtype=float)
    if coef.shape != idx.shape:
        raise ValueError("one coefficient for each index is wanted")
    if not (np.isfinite(F).all() and np.isfinite(coef).all()):
        raise ValueError("NaN or infinity")
    return F, idx, coef


def superpose(F, idx, coef=None):
    F, idx, coef = checked_adds_into_the_first_row(F, idx, coef)
    if not F.flags.writeable:
        return coef @ F[idx]
    total = F[idx[0]]
    total *= coef[0]
    for j, c in zip(idx[1:], coef[1:]):
        total += c * F[j]
    return total
