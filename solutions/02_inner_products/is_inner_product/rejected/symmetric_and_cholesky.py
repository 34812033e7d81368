"""Asks for symmetric and trusts cholesky, which accepts half of all singular Gram matrices."""
# caught by: decides_relative_to_the_size_of_a
# nudge: Does cholesky refuse B @ B.T for a tall B?

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    if not is_symmetric(A):
        return False
    try:
        np.linalg.cholesky((A + A.T) / 2)
    except np.linalg.LinAlgError:
        return False
    return True
