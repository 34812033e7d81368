"""Forgives a relative difference of 1e-6, whatever rtol says."""
# caught by: finds_small_asymmetries_at_every_size, obeys_rtol
# nudge: Which tolerance does the prompt ask for?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(abs(A - A.T).max() <= 1e-6 * abs(A).max())
