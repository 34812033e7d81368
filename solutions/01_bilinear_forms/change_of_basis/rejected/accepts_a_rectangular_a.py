"""Changes one side only when A is rectangular."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: Both vectors live in one space here. Which shapes can A have?

import numpy as np


def change_of_basis(A, P):
    A, P = np.asarray(A, dtype=float), np.asarray(P, dtype=float)
    if A.ndim != 2 or P.ndim != 2 or P.shape[0] != P.shape[1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(P).all()):
        raise ValueError("NaN or infinity")
    if np.linalg.matrix_rank(P) < len(P):
        raise ValueError("P is singular")
    if len(P) != A.shape[1]:
        return P.T @ A
    return P.T @ A @ P if len(P) == len(A) else A @ P
