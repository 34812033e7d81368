"""Refuses a negative eps; NaN is not negative."""
# caught by: refuses_bad_arguments
# nudge: What is the answer to nan < 0?

import numpy as np


def greedy_code(C, eps):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or not np.isfinite(C).all() or not C.any(axis=1).all() or eps < 0:
        raise ValueError("bad argument")
    with np.errstate(all="ignore"):
        X = C / np.linalg.norm(C, axis=1, keepdims=True)
    accepted = []
    for i in range(len(X)):
        if all(abs(X[i] @ X[j]) <= eps for j in accepted):
            accepted.append(i)
    return accepted
