"""Symmetrises the array that it was given."""
# caught by: reads_any_numbers_and_leaves_them_unchanged
# nudge: Whose array does A += … write into?

import numpy as np


def definiteness(A, rtol=None):
    given = np.asarray(A)
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    if given.dtype == float and given.flags.writeable:
        given += given.T.copy()
        given /= 2
    values = np.linalg.eigvalsh((A + A.T) / 2)
    tol = (len(A) * np.finfo(float).eps if rtol is None else rtol) * abs(values).max()
    positive, negative = int((values > tol).sum()), int((values < -tol).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
