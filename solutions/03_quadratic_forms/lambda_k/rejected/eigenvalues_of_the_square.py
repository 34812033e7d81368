"""Takes the root of the eigenvalues of A², which loses the sign."""
# caught by: finds_every_eigenvalue
# nudge: Which sign has a root?
# twin of: singular_values

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if np.linalg.norm(A - A.T) > 1e-12 * np.linalg.norm(A):
        raise ValueError("not symmetric")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    return np.sqrt(np.maximum(np.linalg.eigvalsh(A @ A), 0.0))[-k]
