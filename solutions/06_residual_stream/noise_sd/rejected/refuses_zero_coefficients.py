"""Refuses coefficients that are all 0."""
# caught by: adds_the_squares_of_all_coefficients
# nudge: How loud are features of strength 0?

import numpy as np


def noise_sd(n, coef, i=None):
    coef = np.array(coef, dtype=float)
    if not all(isinstance(m, (int, np.integer)) for m in (n, i or 0)) or n < 1:
        raise ValueError("integers are wanted")
    if coef.ndim != 1 or not np.isfinite(coef).all() or not 0 <= (i or 0) < coef.size:
        raise ValueError("coef or i does not fit")
    if not coef.any():
        raise ValueError("no feature is active")
    others = coef if i is None else np.delete(coef, i)
    return np.sqrt((others**2).sum() / n)
