"""Multiplies by broadcasting and stretches a vector of length 1."""
# caught by: refuses_what_does_not_fit
# nudge: Which shapes does broadcasting accept that you should not?

import numpy as np


def partial_left(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    return (x.reshape(-1, 1) * A).sum(axis=0)
