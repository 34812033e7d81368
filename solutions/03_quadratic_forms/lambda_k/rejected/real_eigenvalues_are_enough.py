"""Takes a matrix for symmetric when its eigenvalues are real."""
# caught by: wants_a_symmetric_matrix
# nudge: Are the eigenvalues of [[1, 2], [3, 4]] real?

import numpy as np


def lambda_k(A, k):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    if not isinstance(k, (int, np.integer)) or not 1 <= k <= len(A):
        raise ValueError("no such eigenvalue")
    values = np.linalg.eigvals(A)
    if np.abs(values.imag).max() > 1e-9 * np.abs(values).max():
        raise ValueError("not symmetric")
    return np.sort(values.real)[-k]
