"""Raises ValueError for every argument."""
# caught by: is_half_for_three_and_four, refuses_what_makes_no_sense, reads_any_numbers_and_leaves_them_unchanged
# nudge: What do right arguments give?

import numpy as np


def checked_raises_value_error_always(n, coef, i):
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
    coef = checked_raises_value_error_always(n, coef, i)
    raise ValueError("no")
