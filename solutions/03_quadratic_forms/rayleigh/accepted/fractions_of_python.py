"""Uses plain Python loops and sums for each vector."""

import numpy as np


def rayleigh(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or x.ndim == 0 or x.shape[-1] != len(A):
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    if (x == 0).all(axis=-1).any():
        raise ValueError("a zero vector")

    def one(vector):
        top = max(abs(entry) for entry in vector)
        u = [entry / top for entry in vector]
        n = len(u)
        above = sum(A[i, j] * u[i] * u[j] for i in range(n) for j in range(n))
        return above / sum(entry * entry for entry in u)

    if x.ndim == 1:
        return one(x.tolist())
    flat = x.reshape(-1, x.shape[-1]).tolist()
    return np.array([one(vector) for vector in flat]).reshape(x.shape[:-1])
