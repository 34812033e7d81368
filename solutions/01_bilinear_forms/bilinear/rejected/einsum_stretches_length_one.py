"""Trusts einsum with the shapes, which stretches an axis of length 1."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: What does einsum do with a vector of length 1?

import numpy as np


def bilinear(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return np.einsum("...i,ij,...j->...", x, A, y)
