"""Compares the difference with rtol itself, whatever the size of A."""
# caught by: forgives_rounding_at_every_size, finds_small_asymmetries_at_every_size, obeys_rtol
# nudge: Multiply A by 1e8: should the answer change?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(np.linalg.norm(A - A.T) <= rtol)
