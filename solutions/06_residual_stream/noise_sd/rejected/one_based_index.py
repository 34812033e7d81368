"""Counts the active features from 1."""
# caught by: is_half_for_three_and_four, leaves_out_the_feature_that_is_read
# nudge: Which is the second coefficient?

import numpy as np


def checked_one_based_index(n, coef, i):
    coef = np.asarray(coef, dtype=float)
    for number in (n, 0 if i is None else i):
        if not isinstance(number, (int, np.integer)):
            raise ValueError("integers are wanted")
    if n < 1 or coef.ndim != 1 or not np.isfinite(coef).all():
        raise ValueError("a dimension and a finite vector are wanted")
    if i is not None and not 0 <= i < coef.size:
        raise ValueError("i is outside")
    return coef


def noise_sd(n, coef, i=None):
    coef = checked_one_based_index(n, coef, i)
    others = coef if i is None else np.delete(coef, max(i - 1, 0))
    return np.sqrt((others**2).sum() / n)
