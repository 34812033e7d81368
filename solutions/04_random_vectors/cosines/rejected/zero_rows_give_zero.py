"""Returns 0 for a zero row."""
# caught by: refuses_what_has_no_cosines
# nudge: Which angle does the zero vector make?

import numpy as np


def cosines(X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    if X.ndim != 2 or X.shape != Y.shape or not (np.isfinite(X).all() and np.isfinite(Y).all()):
        raise ValueError("two finite matrices of one shape")
    lengths = np.linalg.norm(X, axis=1) * np.linalg.norm(Y, axis=1)
    return np.clip((X * Y).sum(axis=1) / np.where(lengths == 0, 1, lengths), -1, 1)
