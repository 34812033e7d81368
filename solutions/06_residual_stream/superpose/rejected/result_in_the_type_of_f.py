"""Returns the sum in the type of F: integers cut off what is behind the point."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: In which type do you hand back x?

import numpy as np


def checked_result_in_the_type_of_f(F, idx, coef):
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
    kind = np.asarray(F).dtype
    F, idx, coef = checked_result_in_the_type_of_f(F, idx, coef)
    x = coef @ F[idx]
    return x.astype(np.int64) if kind.kind in "iu" else x
