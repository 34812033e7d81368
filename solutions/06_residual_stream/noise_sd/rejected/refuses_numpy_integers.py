"""Accepts only Python’s own integers."""
# caught by: leaves_out_the_feature_that_is_read
# nudge: Is np.int64(3) an integer?

import numpy as np


def checked_refuses_numpy_integers(n, coef, i):
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
    coef = checked_refuses_numpy_integers(n, coef, i)
    if type(n) is not int or (i is not None and type(i) is not int):
        raise ValueError("a Python integer is wanted")
    others = coef if i is None else np.delete(coef, i)
    return np.sqrt((others**2).sum() / n)
