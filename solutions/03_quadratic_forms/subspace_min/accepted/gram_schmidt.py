"""Orthonormalises by Gram–Schmidt, twice against rounding, and finds dependence on the way."""

import numpy as np


def subspace_min(A, B):
    A, B = np.asarray(A, dtype=float), np.asarray(B, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or B.ndim != 2 or len(B) != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(B).all()):
        raise ValueError("NaN or infinity")
    if B.shape[1] > len(B):
        raise ValueError("too many columns")
    columns = []
    for column in B.T:
        top = np.abs(column).max()
        if top == 0:
            raise ValueError("a zero column")
        u = column / top
        start = np.linalg.norm(u)
        for _ in range(2):
            for done in columns:
                u = u - (done @ u) * done
        if np.linalg.norm(u) <= 1e-9 * start:
            raise ValueError("dependent columns")
        columns.append(u / np.linalg.norm(u))
    Q = np.array(columns).T
    small = np.array([[p @ A @ r + r @ A @ p for p in Q.T] for r in Q.T]) / 2
    return float(np.linalg.eigvalsh(small)[0])
