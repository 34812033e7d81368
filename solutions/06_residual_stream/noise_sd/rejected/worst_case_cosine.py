"""Takes the largest disturber times the number of disturbers."""
# caught by: adds_the_squares_of_all_coefficients, leaves_out_the_feature_that_is_read
# nudge: Are all disturbers as strong as the strongest?

import numpy as np


def checked_worst_case_cosine(n, coef, i):
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
    coef = checked_worst_case_cosine(n, coef, i)
    others = coef if i is None else np.delete(coef, i)
    return np.abs(others).max(initial=0.0) * np.sqrt(others.size / n)
