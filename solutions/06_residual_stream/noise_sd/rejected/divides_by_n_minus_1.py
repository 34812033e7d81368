"""Divides by n − 1, as for a sample’s variance."""
# caught by: is_half_for_three_and_four, adds_the_squares_of_all_coefficients, leaves_out_the_feature_that_is_read
# nudge: What is the variance of a cosine in n dimensions?

import numpy as np


def checked_divides_by_n_minus_1(n, coef, i):
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
    coef = checked_divides_by_n_minus_1(n, coef, i)
    others = coef if i is None else np.delete(coef, i)
    return np.sqrt((others**2).sum() / max(n - 1, 1))
