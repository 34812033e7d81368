"""Compares squares, cos² with ε², so that no root is needed."""

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
    C = C / abs(C).max(axis=1, keepdims=True)
    accepted = []
    for i in range(len(C)):
        A = C[accepted]
        if ((A @ C[i]) ** 2 / ((A**2).sum(axis=1) * (C[i] ** 2).sum()) <= eps**2).all():
            accepted.append(i)
    return np.array(accepted, dtype=np.int16)
