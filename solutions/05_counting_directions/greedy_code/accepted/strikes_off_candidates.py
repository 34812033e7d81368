"""Keeps a shrinking list of the candidates that are still allowed."""

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
    largest = abs(C).max(axis=1, keepdims=True)
    C = C / largest
    lengths = np.sqrt((C**2).sum(axis=1))
    left = np.arange(len(C))
    accepted = []
    while left.size:
        i, left = left[0], left[1:]
        accepted.append(i)
        left = left[abs(C[left] @ C[i]) / (lengths[left] * lengths[i]) <= eps]
    return accepted
