"""Multiplies the squared lengths, which leave the range of floats for very short or long vectors."""
# caught by: does_not_care_about_lengths
# nudge: What is 1e-180 · 1e-180 as a float?

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
    squares = (C**2).sum(axis=1)
    accepted = []
    with np.errstate(all="ignore"):
        for i in range(len(C)):
            if all(abs(C[i] @ C[j]) <= eps * np.sqrt(squares[i] * squares[j]) for j in accepted):
                accepted.append(i)
    return accepted
