"""Adds the squares in a loop over Python numbers."""

import numpy as np


def checked_plain_loop(n, coef, i):
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
    coef = checked_plain_loop(n, coef, i)
    total = 0.0
    for j, c in enumerate(coef.tolist()):
        if j != i:
            total += c * c
    return (total / int(n)) ** 0.5
