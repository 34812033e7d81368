"""Compares the asymmetry with the size of the diagonal."""
# caught by: forgives_rounding_at_every_size
# nudge: Which entries make up the size of a matrix whose diagonal is zero?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(np.diag(A))
