"""Returns lists of rows instead of arrays, from Python numbers alone."""

import numpy as np


def sym_antisym(A):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    rows = A.tolist()
    pairs = [list(zip(row, column)) for row, column in zip(rows, zip(*rows))]
    S = [[(a + b) / 2 for a, b in line] for line in pairs]
    return S, [[(a - b) / 2 for a, b in line] for line in pairs]
