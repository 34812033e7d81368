"""Broadcasts the batches by hand and computes pair by pair with plain loops."""

import numpy as np


def checked_loop_over_the_pairs(A, x, y):
    A, x, y = (np.asarray(a, dtype=float) for a in (A, x, y))
    if A.ndim != 2 or x.ndim == 0 or y.ndim == 0:
        raise ValueError("A must be a matrix, x and y vectors")
    if (x.shape[-1], y.shape[-1]) != A.shape:
        raise ValueError("the shapes do not fit")
    if not all(np.isfinite(a).all() for a in (A, x, y)):
        raise ValueError("NaN or infinity")
    return A, x, y


def bilinear(A, x, y):
    A, x, y = checked_loop_over_the_pairs(A, x, y)
    batch = np.broadcast_shapes(x.shape[:-1], y.shape[:-1])
    x, y = np.broadcast_to(x, batch + x.shape[-1:]), np.broadcast_to(y, batch + y.shape[-1:])
    values = np.zeros(batch)
    for index in np.ndindex(*batch):
        total = 0.0
        for i in range(A.shape[0]):
            for j in range(A.shape[1]):
                total += x[index][i] * A[i, j] * y[index][j]
        values[index] = total
    return values
