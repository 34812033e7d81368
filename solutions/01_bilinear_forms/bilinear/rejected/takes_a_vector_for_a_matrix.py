"""Makes a matrix with one row of a vector A."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: How many axes has a matrix?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    A = np.atleast_2d(A)
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return ((x @ A) * y).sum(axis=-1)
