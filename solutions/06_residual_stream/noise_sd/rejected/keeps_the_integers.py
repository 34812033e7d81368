"""Squares in the type that came in: small integers overflow."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 100 · 100 in int8?

import numpy as np


def noise_sd(n, coef, i=None):
    checked_keeps_the_integers_noise(n, coef, i)
    coef = np.asarray(coef)
    others = coef if i is None else np.delete(coef, i)
    return np.sqrt(np.sum(others * others, dtype=float) / n)


def checked_keeps_the_integers_noise(n, coef, i):
    coef = np.asarray(coef, dtype=float)
    if not all(isinstance(m, (int, np.integer)) for m in (n, i or 0)) or n < 1:
        raise ValueError("integers are wanted")
    if coef.ndim != 1 or not np.isfinite(coef).all() or not 0 <= (i or 0) < coef.size:
        raise ValueError("coef or i does not fit")
