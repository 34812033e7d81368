"""Asks for eigenvalues above 1e-10."""
# caught by: decides_relative_to_the_size_of_a
# nudge: Is 1e-12 times an inner product an inner product?

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(is_symmetric(A) and np.linalg.eigvalsh(A)[0] > 1e-10)
