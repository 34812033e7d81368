"""Tries a thousand random vectors and looks at the signs."""
# caught by: finds_one_small_eigenvalue
# nudge: How many random vectors hit a thin cone?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = (A + A.T) / 2
    if not S.any():
        return "zero"
    x = np.random.default_rng(0).standard_normal((1000, len(A)))
    values = ((x @ S) * x).sum(axis=1) / (x * x).sum(axis=1) / np.linalg.norm(S, 2)
    low, high = values.min(), values.max()
    if low < 0 < high:
        return "indefinite"
    sign, least = ("positive", low) if high > 0 else ("negative", -high)
    return f"{sign} definite" if least > 1e-4 else f"{sign} semidefinite"
