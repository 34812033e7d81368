"""Takes the size of A to be at least 1."""
# caught by: finds_small_asymmetries_at_every_size
# nudge: What happens to a matrix of size 1e-10?

import numpy as np


def is_symmetric(A, rtol=1e-12):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(np.linalg.norm(A - A.T) <= rtol * max(1.0, np.linalg.norm(A)))
