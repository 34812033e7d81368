"""Takes a bare number for a vector of one coefficient."""
# caught by: refuses_what_makes_no_sense
# nudge: How many axes has a vector?

import numpy as np


def noise_sd(n, coef, i=None):
    coef = np.atleast_1d(np.array(coef, dtype=float))
    if not all(isinstance(m, (int, np.integer)) for m in (n, i or 0)) or n < 1:
        raise ValueError("integers are wanted")
    if coef.ndim != 1 or not np.isfinite(coef).all() or not 0 <= (i or 0) < coef.size:
        raise ValueError("coef or i does not fit")
    others = coef if i is None else np.delete(coef, i)
    return np.sqrt((others**2).sum() / n)
