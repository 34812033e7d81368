"""Removes every row that clashes with any other, instead of searching greedily."""
# caught by: accepts_the_rows_of_the_example, rejects_opposite_directions, accepts_the_right_rows, lets_only_accepted_rows_forbid, accepts_a_cosine_of_exactly_eps
# nudge: Of two rows that clash, must both go?

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
    clash = abs(X @ X.T - np.diag((X**2).sum(axis=1))) > eps
    return np.flatnonzero(~clash.any(axis=1))
