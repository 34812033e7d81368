"""Takes a negative i as Python does, from the end."""
# caught by: refuses_what_makes_no_sense
# nudge: Is −1 one of 0 … k−1?

import numpy as np


def noise_sd(n, coef, i=None):
    coef = np.asarray(coef, dtype=float)
    if not all(isinstance(m, (int, np.integer)) for m in (n, i or 0)) or n < 1:
        raise ValueError("integers are wanted")
    if coef.ndim != 1 or not np.isfinite(coef).all():
        raise ValueError("coef does not fit")
    if i is not None and not -coef.size <= i < coef.size:
        raise ValueError("i is outside")
    others = coef if i is None else np.delete(coef, i)
    return np.sqrt((others**2).sum() / n)
