"""Divides by the norm of A, which is 0 for the zero matrix."""
# caught by: forgives_rounding_at_every_size
# nudge: What is 0/0, and is it ≤ rtol?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    with np.errstate(invalid="ignore"):
        return bool(np.linalg.norm(A - A.T) / np.linalg.norm(A) <= rtol)
