"""Uses a wider tolerance for matrices that came in float32."""
# caught by: wants_a_symmetric_matrix
# nudge: Does the docstring's rule depend on the type of the numbers?

import numpy as np


def lambda_k(A, k):
    tol = 1e-6 if np.asarray(A).dtype == np.float32 else 1e-12
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("not allowed")
    if np.linalg.norm(A - A.T) > tol * np.linalg.norm(A):
        raise ValueError("not allowed")
    if isinstance(k, (float, np.floating)) or not 1 <= k <= len(A):
        raise ValueError("not allowed")
    return np.linalg.eigvalsh(A)[-k]
