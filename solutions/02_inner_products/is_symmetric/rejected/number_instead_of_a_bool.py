"""Returns the asymmetry instead of a decision."""
# caught by: tells_plain_cases_apart, forgives_rounding_at_every_size
# nudge: Which two answers are asked for?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return np.linalg.norm(A - A.T) / (np.linalg.norm(A) or 1.0)
