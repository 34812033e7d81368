"""Takes a positive determinant for positive definite."""
# caught by: accepts_inner_products_and_nothing_else
# nudge: What is the determinant of −I in two dimensions?

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    return bool(is_symmetric(A) and np.linalg.det(A / (abs(A).max() or 1.0)) > 1e-9)
