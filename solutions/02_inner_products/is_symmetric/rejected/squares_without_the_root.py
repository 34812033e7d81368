"""Compares the squares of the norms and forgets to square rtol."""
# caught by: finds_small_asymmetries_at_every_size, obeys_rtol
# nudge: If a ≤ r·b, what holds for a² and b²?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(((A - A.T) ** 2).sum() <= rtol * (A**2).sum())
