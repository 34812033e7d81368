"""Power iteration on S plus a multiple of the identity that makes all eigenvalues positive."""

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    S = A / 2 + A.T / 2
    size = np.abs(S).max()
    if size == 0:
        return 0.0, np.eye(len(S))[0]
    S = S / size
    shifted = S + (1.0 + np.abs(S).sum(axis=1).max()) * np.eye(len(S))
    x = np.random.default_rng(0).standard_normal(len(S))
    for _ in range(5000):
        x = shifted @ x
        x /= np.linalg.norm(x)
    return size * (x @ S @ x), x
