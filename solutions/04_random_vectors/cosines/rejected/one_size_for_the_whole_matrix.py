"""Divides by the largest entry of the whole matrix first, and short rows beside long ones vanish."""
# caught by: does_not_depend_on_the_lengths
# nudge: What is left of a short row when you divide it by the largest entry of a long one?

import numpy as np


def cosines(X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    if X.ndim != 2 or X.shape != Y.shape:
        raise ValueError("wanted two matrices of one shape")
    if not (np.isfinite(X).all() and np.isfinite(Y).all()):
        raise ValueError("NaN or infinity")
    if not (X.any(axis=1).all() and Y.any(axis=1).all()):
        raise ValueError("a zero row")
    X, Y = X / abs(X).max(), Y / abs(Y).max()
    lengths = np.linalg.norm(X, axis=1) * np.linalg.norm(Y, axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.clip((X * Y).sum(axis=1) / lengths, -1, 1)
