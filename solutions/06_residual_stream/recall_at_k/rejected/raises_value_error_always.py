"""Raises ValueError for every argument."""
# caught by: finds_both_of_two_and_one_of_two, refuses_what_does_not_fit, reads_any_numbers_and_leaves_them_unchanged
# nudge: What do right arguments give?

import numpy as np


def checked_raises_value_error_always(F, idx):
    F, idx = np.asarray(F, dtype=float), np.asarray(idx)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu":
        raise ValueError("a matrix and a list of integers are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0] or not np.isfinite(F).all():
        raise ValueError("an index is outside, or a number not finite")
    return F, idx


def recall_at_k(F, idx):
    F, idx = checked_raises_value_error_always(F, idx)
    raise ValueError("no")
