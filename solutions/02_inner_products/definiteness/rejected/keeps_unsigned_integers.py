"""Converts everything but unsigned integers, whose sums wrap round."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: What is 200 + 200 in uint8?

import numpy as np


def definiteness(A, rtol=None):
    A = np.asarray(A)
    if A.dtype.kind != "u":
        A = A.astype(float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.linalg.eigvalsh((A + A.T) / 2)
    relative = len(A) * np.finfo(float).eps if rtol is None else rtol
    tol = relative * abs(values).max()
    positive, negative = int((values > tol).sum()), int((values < -tol).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
