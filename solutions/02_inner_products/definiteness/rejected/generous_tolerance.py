"""Counts everything below 1e-8 times the norm as zero, far above rounding."""
# caught by: finds_one_small_eigenvalue
# nudge: How large is the error of a computed eigenvalue?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.linalg.eigvalsh((A + A.T) / 2)
    tol = (1e-8 if rtol is None else rtol) * abs(values).max()
    positive, negative = int((values > tol).sum()), int((values < -tol).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
