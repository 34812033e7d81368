"""Mirrors with einsum and computes in long double."""

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    A = A.astype(np.longdouble)
    mirrored = np.einsum("ij->ji", A)
    return ((A + mirrored) / 2).astype(float), ((A - mirrored) / 2).astype(float)
