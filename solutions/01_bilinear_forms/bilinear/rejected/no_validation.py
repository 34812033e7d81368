"""Leaves the shapes to broadcasting, which stretches a vector of length 1."""
# caught by: refuses_shapes_that_do_not_fit, refuses_nan_and_infinity
# nudge: Which shapes does broadcasting accept that you should not?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    return (A * x[..., :, None] * y[..., None, :]).sum(axis=(-2, -1))
