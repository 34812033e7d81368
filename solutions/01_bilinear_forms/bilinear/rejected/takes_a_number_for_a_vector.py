"""Takes a bare number for a vector of length 1."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: Is a bare number a vector of length 1?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    x, y = np.atleast_1d(x), np.atleast_1d(y)
    if A.ndim != 2 or (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return ((x @ A) * y).sum(axis=-1)
