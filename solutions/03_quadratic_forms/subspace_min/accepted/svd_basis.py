"""Takes the left singular vectors for an orthonormal basis, and the rank from the singular values."""

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    U, s, _ = np.linalg.svd(B, full_matrices=False)
    if len(s) < B.shape[1] or s[-1] <= 1e-10 * s[0]:
        raise ValueError("dependent columns")
    S = (A + A.T) / 2
    return np.linalg.eigvalsh(U.T @ S @ U).min()
