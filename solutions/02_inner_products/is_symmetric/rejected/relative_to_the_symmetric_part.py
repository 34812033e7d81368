"""Compares the asymmetry with the size of the symmetric part."""
# caught by: obeys_rtol
# nudge: Whose norm stands on the right side of the inequality?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A + A.T) / 2
