"""Takes the norm of the coefficients without the one that is read."""

import numpy as np


def checked_norm_without_the_entry(n, coef, i):
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
    coef = checked_norm_without_the_entry(n, coef, i)
    others = coef if i is None else np.delete(coef, i)
    return np.linalg.norm(others) / np.sqrt(n)
