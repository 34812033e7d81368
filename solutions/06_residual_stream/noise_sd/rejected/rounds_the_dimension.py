"""Cuts a dimension or an index such as 1.5 to an integer."""
# caught by: refuses_what_makes_no_sense
# nudge: What does int(1.5) return?

import numpy as np


def noise_sd(n, coef, i=None):
    coef, n = np.asarray(coef, dtype=float), int(n)
    i = None if i is None else int(i)
    if n < 1 or coef.ndim != 1 or not np.isfinite(coef).all():
        raise ValueError("n or coef does not fit")
    if i is not None and not 0 <= i < coef.size:
        raise ValueError("i is outside")
    others = coef if i is None else np.delete(coef, i)
    return np.sqrt((others**2).sum() / n)
