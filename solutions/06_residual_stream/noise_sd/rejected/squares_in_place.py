"""Squares the caller’s coefficients in place."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array is coef after np.asarray?

import numpy as np


def checked_squares_in_place(n, coef, i):
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
    coef = checked_squares_in_place(n, coef, i)
    kept = coef if coef.flags.writeable else coef.copy()
    kept **= 2
    return np.sqrt((kept if i is None else np.delete(kept, i)).sum() / n)
