"""Checks the shapes but not the numbers."""
# caught by: refuses_what_does_not_fit
# nudge: What if one entry is NaN?

import numpy as np


def partial_left(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    return x @ A
