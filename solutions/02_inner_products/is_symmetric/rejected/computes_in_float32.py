"""Computes in float32, where everything below 1e-7 is rounding."""
# caught by: finds_small_asymmetries_at_every_size
# nudge: How many digits does a float32 hold?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    A = (A / (abs(A).max() or 1.0)).astype(np.float32)
    return bool(np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A))
