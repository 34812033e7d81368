"""Takes the rank from matrix_rank and the signs from the eigenvalues, as numpy strings."""

import numpy as np


def definiteness(A, rtol=None):
    A = np.array(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1] or not np.isfinite(A).all():
        raise ValueError("A must be a finite square matrix")
    S = A / 2 + A.T / 2
    rank = int(np.linalg.matrix_rank(S, rtol=rtol, hermitian=True))
    if rank == 0:
        return "zero"
    values = np.linalg.eigvalsh(S)
    values = values[np.argsort(-abs(values))][:rank]
    kinds = np.array(
        ["positive definite", "positive semidefinite", "negative definite", "negative semidefinite"]
    )
    if values.min() < 0 < values.max():
        return "indefinite"
    return kinds[2 * (values[0] < 0) + (rank < len(A))]
