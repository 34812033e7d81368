"""Asks for equal entries to the last digit."""
# caught by: tells_plain_cases_apart, forgives_rounding_at_every_size, obeys_rtol
# nudge: Are two ways to compute the same number equal in floating point?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool((A == A.T).all())
