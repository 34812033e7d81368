"""Looks at the last axis of x only, so that a batch passes."""
# caught by: refuses_what_does_not_fit
# nudge: How many axes may x have?

import numpy as np


def partial_left(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.ndim == 0 or x.shape[-1] != A.shape[0]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return x @ A
