"""Averages over the features instead of adding them."""
# caught by: is_half_for_three_and_four, adds_the_squares_of_all_coefficients, leaves_out_the_feature_that_is_read
# nudge: Does a second disturber add to the first, or average with it?

import numpy as np


def checked_mean_of_the_squares(n, coef, i):
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
    coef = checked_mean_of_the_squares(n, coef, i)
    others = coef if i is None else np.delete(coef, i)
    return np.sqrt((others**2).mean() / n) if others.size else 0.0
