"""Measures the size of A by its trace, which can be 0."""
# caught by: forgives_rounding_at_every_size
# nudge: What is the trace of [[0, 3], [3, 0]]?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    off = A - A.T
    return bool(np.linalg.norm(off) <= rtol * abs(np.trace(A)) and (A.any() == bool(np.trace(A))))
