"""Cuts A down to the lengths of x and y and raises no error."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: What should happen when x has one entry too many?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("A must be a matrix, and all numbers finite")
    x, y = x[..., : A.shape[0]], y[..., : A.shape[1]]
    A = A[: x.shape[-1], : y.shape[-1]]
    return ((x @ A) * y).sum(axis=-1)
