"""Takes bare numbers for vectors of length 1, and vectors for matrices."""
# caught by: refuses_what_does_not_fit
# nudge: Is a bare number a vector of length 1?

import numpy as np


def bilinear_terms(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    A, x, y = np.atleast_2d(A), np.atleast_1d(x), np.atleast_1d(y)
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A * x[:, None] * y
