"""Lets numpy raise its IndexError for an i outside."""
# caught by: refuses_what_makes_no_sense
# nudge: Is IndexError a ValueError?

import numpy as np


def noise_sd(n, coef, i=None):
    coef = np.asarray(coef, dtype=float)
    if (
        not isinstance(n, (int, np.integer))
        or n < 1
        or coef.ndim != 1
        or not np.isfinite(coef).all()
    ):
        raise ValueError("n or coef does not fit")
    if i is None:
        return np.sqrt((coef**2).sum() / n)
    return np.sqrt((np.delete(coef, i) ** 2).sum() / n)
