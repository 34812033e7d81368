"""Counts the coefficient that is read with the others."""
# caught by: is_half_for_three_and_four, leaves_out_the_feature_that_is_read, is_zero_when_no_other_feature_is_active
# nudge: Does a feature disturb its own readout?

import numpy as np


def checked_ignores_i(n, coef, i):
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
    coef = checked_ignores_i(n, coef, i)
    return np.sqrt((coef**2).sum() / n)
