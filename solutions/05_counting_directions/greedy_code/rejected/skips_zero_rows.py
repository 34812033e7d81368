"""Skips zero rows in place of refusing them."""
# caught by: refuses_bad_arguments
# nudge: Which direction has a row of zeros?

import numpy as np


def greedy_code(C, eps):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or not np.isfinite(C).all() or not eps >= 0:
        raise ValueError("bad argument")
    kept = np.flatnonzero(C.any(axis=1))
    C = C[kept]
    with np.errstate(all="ignore"):
        X = C / np.linalg.norm(C, axis=1, keepdims=True)
    accepted = []
    for i in range(len(X)):
        if all(abs(X[i] @ X[j]) <= eps for j in accepted):
            accepted.append(i)
    return kept[accepted].tolist()
