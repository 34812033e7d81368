"""Never asks whether A is symmetric, and reads its lower triangle only."""
# caught by: wants_a_symmetric_matrix
# nudge: Which entries does eigvalsh look at?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    return np.linalg.eigvalsh(A)[-k]
