"""Collects the terms by their sorted indices, as one does by hand."""

import numpy as np


def quad_coeffs(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    terms = {}
    for (i, j), value in np.ndenumerate(A):
        key = (min(i, j), max(i, j))
        terms[key] = terms.get(key, 0.0) + value
    return np.array(
        [[terms.get((i, j), 0.0) if i <= j else 0.0 for j in range(len(A))] for i in range(len(A))]
    )
