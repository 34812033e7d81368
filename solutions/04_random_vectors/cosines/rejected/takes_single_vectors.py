"""Accepts two single vectors, and deeper arrays."""
# caught by: refuses_what_has_no_cosines
# nudge: How many axes has a matrix?

import numpy as np


def cosines(X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    if X.shape != Y.shape or X.ndim == 0 or not (np.isfinite(X).all() and np.isfinite(Y).all()):
        raise ValueError("two finite arrays of one shape")
    lengths = np.linalg.norm(X, axis=-1) * np.linalg.norm(Y, axis=-1)
    if not np.all(lengths):
        raise ValueError("a zero row")
    return np.clip((X * Y).sum(axis=-1) / lengths, -1, 1)
