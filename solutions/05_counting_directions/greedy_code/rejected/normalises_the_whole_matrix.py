"""Divides by the norm of the whole matrix: axis=1 is missing."""
# caught by: accepts_the_rows_of_the_example, rejects_opposite_directions, accepts_the_right_rows, accepts_a_cosine_of_exactly_eps, does_not_care_about_lengths
# nudge: Which norm does np.linalg.norm(C) return for a matrix?

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
    X = C / np.linalg.norm(C)
    accepted = []
    for i in range(len(X)):
        if all(abs(X[i] @ X[j]) <= eps for j in accepted):
            accepted.append(i)
    return accepted
