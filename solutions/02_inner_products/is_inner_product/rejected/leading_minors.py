"""Wants positive leading minors, which underflow for tiny matrices."""
# caught by: decides_relative_to_the_size_of_a
# nudge: What is the determinant of 1e-98 times a 6×6 matrix?

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    minors = [np.linalg.det(A[:k, :k]) for k in range(1, len(A) + 1)]
    return bool(is_symmetric(A) and definiteness(A) == "positive definite" and min(minors) > 0)
