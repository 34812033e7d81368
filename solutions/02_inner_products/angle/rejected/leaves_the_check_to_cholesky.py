"""Leaves it to cholesky to refuse A, which looks at the lower triangle only."""
# caught by: refuses_what_is_no_inner_product
# nudge: Which triangle does cholesky read?

import numpy as np


def angle(A, u, v):
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    L = np.linalg.cholesky(A)
    a, b = L.T @ u, L.T @ v
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    return 2 * np.arctan2(np.linalg.norm(a - b), np.linalg.norm(a + b))
