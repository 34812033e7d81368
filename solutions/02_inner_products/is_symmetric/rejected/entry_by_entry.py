"""Compares each pair relative to its own size, not to that of the matrix."""
# caught by: forgives_rounding_at_every_size
# nudge: Is 1e-20 beside entries of size 1 anything but rounding?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(np.allclose(A, A.T, rtol=rtol, atol=0.0))
