"""Divides by zero without looking and returns NaN."""
# caught by: refuses_what_has_no_cosines
# nudge: What is 0/0 in numpy?

import numpy as np


def cosines(X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    if X.ndim != 2 or X.shape != Y.shape or not (np.isfinite(X).all() and np.isfinite(Y).all()):
        raise ValueError("two finite matrices of one shape")
    with np.errstate(all="ignore"):
        return np.clip(
            (X * Y).sum(1) / np.linalg.norm(X, axis=1) / np.linalg.norm(Y, axis=1), -1, 1
        )
