"""Refuses bad shapes with assert, which raises AssertionError."""
# caught by: refuses_shapes_that_do_not_fit, refuses_nan_and_infinity
# nudge: Which exception does assert raise, and which one was asked for?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    assert A.ndim == 2 and (x.shape[-1], y.shape[-1]) == A.shape
    assert all(np.isfinite(a).all() for a in (A, x, y))
    return ((x @ A) * y).sum(axis=-1)
