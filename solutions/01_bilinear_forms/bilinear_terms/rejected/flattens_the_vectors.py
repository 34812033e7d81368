"""Flattens x and y, so that rows and columns pass as vectors."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes has a vector?

import numpy as np


def bilinear_terms(A, x, y):
    A = np.asarray(A, dtype=float)
    x, y = np.ravel(np.asarray(x, dtype=float)), np.ravel(np.asarray(y, dtype=float))
    if A.ndim != 2 or (len(x), len(y)) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A * np.outer(x, y)
