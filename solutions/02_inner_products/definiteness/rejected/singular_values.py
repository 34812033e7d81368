"""Takes singular values for eigenvalues: they have no sign."""
# caught by: names_the_six_kinds, names_matrices_of_every_size
# nudge: Can a singular value be negative?

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    values = np.linalg.svd((A + A.T) / 2, compute_uv=False)
    tol = (len(A) * np.finfo(float).eps if rtol is None else rtol) * abs(values).max()
    positive, negative = int((values > tol).sum()), int((values < -tol).sum())
    if positive and negative:
        return "indefinite"
    if not positive and not negative:
        return "zero"
    sign = "positive" if positive else "negative"
    return f"{sign} definite" if positive + negative == len(A) else f"{sign} semidefinite"
