"""Makes a matrix of a vector A, and a vector of a number x."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes has a matrix?

import numpy as np


def partial_left(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    A, x = np.atleast_2d(A), np.atleast_1d(x)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return x @ A
