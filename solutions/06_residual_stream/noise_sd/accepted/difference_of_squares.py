"""Subtracts the square of the coefficient that is read."""

import numpy as np


def checked_difference_of_squares(n, coef, i):
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
    coef = checked_difference_of_squares(n, coef, i)
    total = (coef**2).sum() - (0.0 if i is None else coef[i] ** 2)
    return float(max(total, 0.0) / n) ** 0.5
