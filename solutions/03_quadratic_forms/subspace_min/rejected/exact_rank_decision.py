"""Waits for a singular value of exactly 0, which rounding rarely leaves."""
# caught by: refuses_dependent_columns
# nudge: Is the least singular value of parallel columns exactly 0?
# twin of: looks_for_zero_columns_only

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if B.shape[1] > len(B) or np.linalg.svd(B, compute_uv=False)[-1] == 0:
        raise ValueError("dependent columns")
    Q, _ = np.linalg.qr(B)
    return np.linalg.eigvalsh(Q.T @ (A + A.T) @ Q / 2)[0]
