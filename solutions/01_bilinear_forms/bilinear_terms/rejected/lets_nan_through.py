"""Checks the shapes but not the numbers."""
# caught by: refuses_what_does_not_fit
# nudge: What if one entry is NaN?

import numpy as np


def bilinear_terms(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    return A * x[:, None] * y
