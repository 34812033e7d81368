"""Asks that the distance of unit vectors is at least √(2 − 2ε): opposite directions pass."""
# caught by: rejects_opposite_directions, accepts_the_right_rows, lets_only_accepted_rows_forbid, accepts_a_cosine_of_exactly_eps
# nudge: How far apart are two opposite unit vectors?
# twin of: one_sided

import math

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
    accepted = []
    for i in range(len(X)):
        if all(np.linalg.norm(X[i] - X[j]) >= math.sqrt(max(0, 2 - 2 * eps)) for j in accepted):
            accepted.append(i)
    return accepted
