"""Divides by whatever n is."""
# caught by: refuses_what_makes_no_sense
# nudge: What is a space of −1 or of 1.5 dimensions?

import numpy as np


def noise_sd(n, coef, i=None):
    coef = np.asarray(coef, dtype=float)
    if coef.ndim != 1 or not np.isfinite(coef).all() or not isinstance(i or 0, (int, np.integer)):
        raise ValueError("coef does not fit")
    if i is not None and not 0 <= i < coef.size:
        raise ValueError("i is outside")
    others = coef if i is None else np.delete(coef, i)
    return np.sqrt((others**2).sum() / n)
