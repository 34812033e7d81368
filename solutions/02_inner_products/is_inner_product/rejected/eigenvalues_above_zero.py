"""Asks for computed eigenvalues above 0, without a tolerance."""
# caught by: decides_relative_to_the_size_of_a
# nudge: Is the computed eigenvalue of a singular matrix exactly 0?

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(is_symmetric(A) and np.linalg.eigvalsh(A)[0] > 0)
