"""Sets the gradient to zero with a QR decomposition of A + Aᵀ."""

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or b.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(b).all()):
        raise ValueError("NaN or infinity")
    S = (A + A.T) / 2
    values = np.linalg.eigvalsh(S)
    if values[0] <= 1e-12 * values[-1]:
        raise ValueError("not positive definite")
    Q, R = np.linalg.qr(A + A.T)
    x = np.linalg.solve(R, Q.T @ -b)
    return x, np.float64(c) + np.vdot(x, b) / 2
