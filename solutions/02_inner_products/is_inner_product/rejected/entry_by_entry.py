"""Asks of each pair of entries to agree to twelve digits of its own size."""
# caught by: accepts_inner_products_and_nothing_else
# nudge: With what is 1e-19 to be compared in [[1, 1e-19], [0, 1]]?

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    equal = abs(A - A.T) <= 1e-12 * abs(A)
    return bool(equal.all() and definiteness(A) == "positive definite")
