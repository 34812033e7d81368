"""Reads the lower triangle of A only, as eigvalsh does."""
# caught by: is_not_fooled_by_the_eigenvalues_of_a, looks_at_the_symmetric_part_only
# nudge: What does eigvalsh do with the upper triangle?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.linalg.eigvalsh(A)
    tol = (len(A) * np.finfo(float).eps if rtol is None else rtol) * abs(values).max()
    positive, negative = int((values > tol).sum()), int((values < -tol).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
