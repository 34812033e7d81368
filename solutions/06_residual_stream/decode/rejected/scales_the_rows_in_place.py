"""Scales the caller’s rows before it solves."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array is F after np.asarray?

import numpy as np


def checked_scales_the_rows_in_place(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_scales_the_rows_in_place(F, idx, x)
    lengths = np.linalg.norm(F[idx], axis=1)
    if F.flags.writeable:
        F[idx] /= lengths[:, None]
        return np.linalg.lstsq(F[idx].T, x, rcond=None)[0] / lengths
    return np.linalg.lstsq(F[idx].T, x, rcond=None)[0]
