"""Takes projections away from the caller’s x."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array is x after np.asarray?

import numpy as np


def checked_matching_pursuit_in_place(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_matching_pursuit_in_place(F, idx, x)
    c = np.linalg.lstsq(F[idx].T, x, rcond=None)[0]
    if x.flags.writeable:
        x -= c @ F[idx]
    return c
