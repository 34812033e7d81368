"""Takes nearly parallel columns for dependent."""
# caught by: depends_on_the_subspace_alone
# nudge: Are two columns with an angle of five degrees dependent?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    s = np.linalg.svd(B, compute_uv=False)
    if B.shape[1] > len(B) or s[-1] < 0.05 * s[0]:
        raise ValueError("dependent columns")
    Q, _ = np.linalg.qr(B)
    return np.linalg.eigvalsh(Q.T @ (A + A.T) @ Q / 2)[0]
