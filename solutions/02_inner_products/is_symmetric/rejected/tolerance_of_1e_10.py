"""Has 1e-10 for the default of rtol."""
# caught by: finds_small_asymmetries_at_every_size
# nudge: Which default has rtol?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    rtol = 1e-10 if rtol == 1e-12 else rtol
    return bool(np.linalg.norm(A - A.T) <= rtol * np.linalg.norm(A))
