"""Looks for NaN and infinity in A and forgets the vectors."""
# caught by: refuses_nan_and_infinity
# nudge: Which arguments can hold NaN?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0 or (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not np.isfinite(A).all():
        raise ValueError("A holds NaN or infinity")
    return ((x @ A) * y).sum(axis=-1)
