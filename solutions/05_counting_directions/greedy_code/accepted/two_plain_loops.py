"""Two loops with Python floats and math.hypot, rows scaled by their largest entry."""

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
    rows = []
    for row in C.tolist():
        largest = max(abs(v) for v in row)
        rows.append([v / largest for v in row])
    accepted = []
    for i, x in enumerate(rows):
        for j in accepted:
            y = rows[j]
            inner = sum(a * b for a, b in zip(x, y))
            if abs(inner) / (math.hypot(*x) * math.hypot(*y)) > eps:
                break
        else:
            accepted.append(i)
    return accepted
