"""Takes everything below 1e-8 for equal, as np.allclose does by itself."""
# caught by: wants_a_symmetric_matrix
# nudge: Multiply A by 1e-90. Is it symmetric now?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    if not np.allclose(A, A.T):
        raise ValueError("not symmetric")
    return np.linalg.eigvalsh(A)[-k]
