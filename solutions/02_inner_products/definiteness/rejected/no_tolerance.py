"""Counts an eigenvalue as zero only if it is smaller than what rounding leaves."""
# caught by: counts_rounding_as_zero
# nudge: Is the computed eigenvalue of a singular matrix exactly 0?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.linalg.eigvalsh((A + A.T) / 2)
    tol = 0.0 if rtol is None else rtol * abs(values).max()
    positive, negative = int((values > tol).sum()), int((values < -tol).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
