"""Uses 1 − ‖x − y‖²/2 of the unit vectors: small cosines lose their digits."""
# caught by: is_right_for_matrices_of_every_shape
# nudge: How many digits of 1e-12 survive in 1 − 0.999999999999?

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
    X = X / np.linalg.norm(X, axis=1, keepdims=True)
    Y = Y / np.linalg.norm(Y, axis=1, keepdims=True)
    return np.clip(1 - ((X - Y) ** 2).sum(axis=1) / 2, -1, 1)
