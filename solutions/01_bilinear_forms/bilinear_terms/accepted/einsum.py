"""Names the indices and lets einsum multiply."""

import numpy as np


def checked_einsum_bilinear_terms(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.shape != A.shape[:1] or y.shape != A.shape[1:]:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear_terms(A, x, y):
    return np.einsum("ij,i,j->ij", *checked_einsum_bilinear_terms(A, x, y))
