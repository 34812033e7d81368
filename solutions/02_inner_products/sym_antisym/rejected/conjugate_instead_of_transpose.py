"""Conjugates instead of transposing, which does nothing to real numbers."""
# caught by: splits_the_example, splits_matrices_of_every_size
# nudge: Which operation makes (j, i) out of (i, j)?
# twin of: splits_only_symmetric_matrices

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return (A + A.conj()) / 2, (A - A.conj()) / 2
