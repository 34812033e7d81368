"""Asks for a dominant diagonal, which is not necessary."""
# caught by: accepts_inner_products_and_nothing_else
# nudge: Is [[1, 3], [3, 10]] diagonally dominant? Is it positive definite?

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    others = abs(A).sum(axis=1) - abs(np.diag(A))
    return bool(is_symmetric(A) and (np.diag(A) > others).all())
