"""Takes every row shorter than 1e-12 for zero."""
# caught by: does_not_depend_on_the_lengths
# nudge: Has a vector of length 1e-95 a direction?

import numpy as np


def checked_pair(X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    if X.ndim != 2 or X.shape != Y.shape:
        raise ValueError("wanted two matrices of one shape")
    if not (np.isfinite(X).all() and np.isfinite(Y).all()):
        raise ValueError("NaN or infinity")
    if not (X.any(axis=1).all() and Y.any(axis=1).all()):
        raise ValueError("a zero row")
    return X, Y


def cosines(X, Y):
    X, Y = checked_pair(X, Y)
    lengths = np.linalg.norm(X, axis=1), np.linalg.norm(Y, axis=1)
    if min(lengths[0].min(), lengths[1].min()) < 1e-12:
        raise ValueError("a zero row")
    return np.clip((X * Y).sum(axis=1) / (lengths[0] * lengths[1]), -1, 1)
