"""Masks the coefficient that is read and takes a dot product."""

import numpy as np


def checked_mask_and_dot(n, coef, i):
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
    coef = checked_mask_and_dot(n, coef, i)
    others = coef[np.arange(coef.size) != (-1 if i is None else i)]
    return np.sqrt(np.dot(others, others) / float(n))
