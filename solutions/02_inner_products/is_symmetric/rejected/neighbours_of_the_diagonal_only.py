"""Compares only the entries next to the diagonal."""
# caught by: finds_one_asymmetric_pair_anywhere
# nudge: Where else can a pair of entries differ?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(np.linalg.norm(np.diag(A, 1) - np.diag(A, -1)) <= rtol * np.linalg.norm(A))
