"""Answers at once for eps ≥ 1, before it looks at C."""
# caught by: refuses_bad_arguments
# nudge: What should happen for a zero row and eps = 2?

import numpy as np


def candidate_rows(C, eps):
    C = np.asarray(C, dtype=float)
    if C.ndim != 2 or not np.isfinite(C).all():
        raise ValueError("C must be a matrix of finite numbers")
    if not C.any(axis=1).all():
        raise ValueError("a zero row has no direction")
    if not eps >= 0:
        raise ValueError("eps must be at least 0")
    return C


def greedy_code(C, eps):
    if eps >= 1:
        return list(range(len(C)))
    C = candidate_rows(C, eps)
    X = C / np.linalg.norm(C, axis=1, keepdims=True)
    accepted = []
    for i in range(len(X)):
        if all(abs(X[i] @ X[j]) <= eps for j in accepted):
            accepted.append(i)
    return accepted
