"""Returns numpy's bool of a product of two conditions."""

import numpy as np


def is_inner_product(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    symmetric = np.sqrt(((A - A.T) ** 2).sum()) <= 1e-12 * np.sqrt((A**2).sum())
    values = np.linalg.eigh((A + A.T) / 2).eigenvalues
    return np.logical_and(symmetric, values.min() > 1e-12 * abs(values).max())
