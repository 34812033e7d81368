"""Trusts einsum with the shapes, which stretches axes of length 1."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: What does einsum do with an axis of length 1?

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    top = np.abs(x).max(axis=-1, keepdims=True)
    if not top.all():
        raise ValueError("a zero vector")
    x = x / top
    return np.einsum("...i,ij,...j->...", x, A, x) / np.einsum("...i,...i->...", x, x)
