"""Does QR in the coordinates Lᵀx, with the signs mended, and goes back."""

import numpy as np


def a_orthonormalise(A, V):
    if not is_inner_product(A):
        raise ValueError("A is no inner product")
    A, V = np.array(A, dtype=float), np.array(V, dtype=float)
    if V.ndim != 2 or len(V) != len(A) or not np.isfinite(V).all():
        raise ValueError("V must be a finite matrix with as many rows as A")
    sizes = np.linalg.svd(V, compute_uv=False)
    if V.shape[1] > V.shape[0] or sizes[-1] <= 1e-10 * sizes[0]:
        raise ValueError("the columns are dependent")
    L = np.linalg.cholesky((A + A.T) / 2)
    Q, R = np.linalg.qr(L.T @ V)
    return np.linalg.inv(L.T) @ (Q * np.sign(np.diag(R)))
