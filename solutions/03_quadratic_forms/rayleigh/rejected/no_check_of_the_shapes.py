"""Leaves the shapes to broadcasting."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: What does broadcasting do with a vector of length 1?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    top = np.abs(x).max(axis=-1, keepdims=True)
    if not top.all():
        raise ValueError("a zero vector")
    x = x / top
    return (A * x[..., :, None] * x[..., None, :]).sum((-2, -1)) / (x * x).sum(-1)
