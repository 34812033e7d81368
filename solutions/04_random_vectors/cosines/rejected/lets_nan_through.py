"""Never looks for NaN or infinity."""
# caught by: refuses_what_has_no_cosines
# nudge: What does your function return for a NaN?

import numpy as np


def cosines(X, Y):
    X, Y = np.asarray(X, dtype=float), np.asarray(Y, dtype=float)
    if X.ndim != 2 or X.shape != Y.shape:
        raise ValueError("two matrices of one shape")
    lengths = np.linalg.norm(X, axis=1) * np.linalg.norm(Y, axis=1)
    if not lengths.all():
        raise ValueError("a zero row")
    with np.errstate(all="ignore"):
        return np.clip((X * Y).sum(axis=1) / lengths, -1, 1)
