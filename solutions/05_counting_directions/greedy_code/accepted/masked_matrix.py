"""Computes all cosines first, and strikes rows off a mask."""

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
    clash = abs(X @ X.T) > eps
    open_rows = np.ones(len(X), dtype=bool)
    for i in range(len(X)):
        if open_rows[i]:
            open_rows[i + 1 :] &= ~clash[i, i + 1 :]
    return np.flatnonzero(open_rows)
