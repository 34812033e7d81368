"""Takes the least eigenvalue of PSP that is not 0, so a floor of 0 is lost."""
# caught by: is_right_on_lines_and_on_the_whole_space
# nudge: May the least value on the subspace be 0 itself?

import numpy as np


def checked_throws_all_zeros_away(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or B.shape[0] != len(A):
        raise ValueError("shape")
    if not 1 <= B.shape[1] <= B.shape[0]:
        raise ValueError("wide")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    s = np.linalg.svd(B, compute_uv=False)
    if not s[-1] > 1e-10 * s[0]:
        raise ValueError("rank")
    return A, B


def subspace_min(A, B):
    A, B = checked_throws_all_zeros_away(A, B)
    Q = np.linalg.qr(B)[0]
    P = Q @ Q.T
    w = np.linalg.eigvalsh(P @ (A + A.T) @ P / 2)
    w = w[np.abs(w) > 1e-12 * np.abs(w).max()]
    return w.min() if len(w) else 0.0
