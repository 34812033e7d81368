"""Leaves out the last coefficient when the feature is not active."""
# caught by: is_half_for_three_and_four, adds_the_squares_of_all_coefficients, is_zero_when_no_other_feature_is_active
# nudge: Which coefficients disturb a feature that is not active?

import numpy as np


def checked_always_drops_one(n, coef, i):
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
    coef = checked_always_drops_one(n, coef, i)
    return np.sqrt((np.delete(coef, -1 if i is None else i) ** 2).sum() / n)
