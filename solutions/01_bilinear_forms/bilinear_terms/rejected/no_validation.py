"""Leaves the shapes to broadcasting, which accepts batches and vectors of length 1."""
# caught by: refuses_what_does_not_fit
# nudge: Which shapes does broadcasting accept that you should not?

import numpy as np


def bilinear_terms(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    return A * x[..., :, None] * y[..., None, :]
