"""Looks at the lengths of X only."""
# caught by: refuses_what_has_no_cosines
# nudge: And if a row of Y is zero?

import numpy as np


def cosines(X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    if X.ndim != 2 or X.shape != Y.shape or not (np.isfinite(X).all() and np.isfinite(Y).all()):
        raise ValueError("two finite matrices of one shape")
    if not np.linalg.norm(X, axis=1).all():
        raise ValueError("a zero row")
    with np.errstate(all="ignore"):
        return np.clip(
            (X * Y).sum(1) / np.linalg.norm(X, axis=1) / np.linalg.norm(Y, axis=1), -1, 1
        )
