"""Adds an absolute tolerance of 1e-8 to that of rtol, as np.allclose does by itself."""
# caught by: sees_that_a_tiny_matrix_is_not_symmetric, finds_small_asymmetries_at_every_size
# nudge: What is atol when you do not say it?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(np.allclose(A, A.T, rtol=rtol))
