"""Asks ‘if i’, so that feature 0 counts as no feature."""
# caught by: leaves_out_the_feature_that_is_read, is_zero_when_no_other_feature_is_active
# nudge: Is 0 true or false?

import numpy as np


def checked_zero_is_no_index(n, coef, i):
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
    coef = checked_zero_is_no_index(n, coef, i)
    others = np.delete(coef, i) if i else coef
    return np.sqrt((others**2).sum() / n)
