"""Orthogonalises the active features one by one, twice each, and substitutes back."""

import numpy as np


def checked_gram_schmidt_twice(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.ndim != 1 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("a matrix, integers and a vector of its width are wanted")
    if idx.min() < 0 or idx.max() >= F.shape[0]:
        raise ValueError("an index is outside")
    if not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return F, idx, x


def decode(F, idx, x):
    F, idx, x = checked_gram_schmidt_twice(F, idx, x)
    rows = F[idx].astype(float)
    k = len(rows)
    basis, R = np.zeros(rows.shape), np.zeros((k, k))
    for j in range(k):
        rest = rows[j].copy()
        for _ in range(2):
            part = basis[:j] @ rest
            R[:j, j] += part
            rest -= part @ basis[:j]
        R[j, j] = np.linalg.norm(rest)
        basis[j] = rest / R[j, j]
    c = basis @ x
    for j in reversed(range(k)):
        c[j] = (c[j] - R[j, j + 1 :] @ c[j + 1 :]) / R[j, j]
    return c
