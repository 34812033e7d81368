"""Compares angles with arccos on both sides, and returns an unsigned array."""

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
    narrowest = np.arccos(min(eps, 1.0))
    accepted = np.empty(0, dtype=np.uint32)
    for i, x in enumerate(X):
        angles = np.arccos(np.clip(abs(X[accepted] @ x), 0, 1))
        if (angles >= narrowest).all():
            accepted = np.append(accepted, np.uint32(i))
    return accepted
