"""Counts a cosine of less than 5e-9 as 0."""
# caught by: accepts_a_cosine_of_exactly_eps
# nudge: Is a cosine of 4e-9 at most 0?

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
    C = candidate_rows(C, eps)
    X = C / np.linalg.norm(C, axis=1, keepdims=True)
    limit = eps if eps > 0 else 5e-9
    accepted = []
    for i in range(len(X)):
        if all(abs(X[i] @ X[j]) <= limit for j in accepted):
            accepted.append(i)
    return accepted
