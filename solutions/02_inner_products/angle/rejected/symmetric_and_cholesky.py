"""Asks for symmetric and trusts cholesky, which accepts half of all singular Gram matrices."""
# caught by: refuses_what_is_no_inner_product
# nudge: Does cholesky refuse B @ B.T for a tall B?

import numpy as np


def angle(A, u, v):
    if not is_symmetric(A):
        raise ValueError("A is not symmetric")
    A, u, v = (np.array(a, dtype=float) for a in (A, u, v))
    for x in (u, v):
        if x.shape != A.shape[:1] or not np.isfinite(x).all() or not x.any():
            raise ValueError("u and v must be finite vectors and not zero")
    L = np.linalg.cholesky(A)
    a, b = L.T @ u, L.T @ v
    a, b = a / np.linalg.norm(a), b / np.linalg.norm(b)
    return 2 * np.arctan2(np.linalg.norm(a - b), np.linalg.norm(a + b))
