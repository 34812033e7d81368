"""Does not look for NaN and infinity."""
# caught by: refuses_what_makes_no_sense
# nudge: What if one coefficient is NaN?

import numpy as np


def noise_sd(n, coef, i=None):
    coef = np.asarray(coef, dtype=float)
    if not all(isinstance(m, (int, np.integer)) for m in (n, i or 0)) or n < 1:
        raise ValueError("integers are wanted")
    if coef.ndim != 1 or not 0 <= (i or 0) < coef.size:
        raise ValueError("coef or i does not fit")
    others = coef if i is None else np.delete(coef, i)
    return np.sqrt((others**2).sum() / n)
