"""Takes a basis of short vectors for dependent."""
# caught by: depends_on_the_subspace_alone
# nudge: Multiply B by 1e-60. Is it still a basis?

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if B.shape[1] > len(B) or np.linalg.svd(B, compute_uv=False)[-1] < 1e-8:
        raise ValueError("dependent columns")
    Q, _ = np.linalg.qr(B)
    return np.linalg.eigvalsh(Q.T @ (A + A.T) @ Q / 2)[0]
