"""Turns x along with the rows, one plane after the other, and returns the coefficients."""

import numpy as np


def decode(F, idx, x):
    F, idx, x = np.asarray(F, dtype=float), np.asarray(idx), np.asarray(x, dtype=float)
    if F.ndim != 2 or idx.dtype.kind not in "iu" or x.shape != F.shape[1:]:
        raise ValueError("the shapes do not fit")
    if idx.max() >= len(F) or not (np.isfinite(F).all() and np.isfinite(x).all()):
        raise ValueError("an index is outside, or a number not finite")
    M, k = np.column_stack([F[idx].T, x]), len(idx)
    for j in range(k):
        for row in range(len(x) - 1, j, -1):
            a, b = M[row - 1, j], M[row, j]
            length = np.hypot(a, b)
            if length:
                turn = np.array([[a, b], [-b, a]]) / length
                M[[row - 1, row]] = turn @ M[[row - 1, row]]
    return np.linalg.solve(np.triu(M[:k, :k]), M[:k, k])
