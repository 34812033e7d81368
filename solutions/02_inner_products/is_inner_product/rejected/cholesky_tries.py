"""Trusts cholesky, which reads the lower triangle and accepts half of all singular matrices."""
# caught by: accepts_inner_products_and_nothing_else, decides_relative_to_the_size_of_a
# nudge: What does cholesky do with the upper triangle?

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    try:
        np.linalg.cholesky(A)
    except np.linalg.LinAlgError:
        return False
    return True
