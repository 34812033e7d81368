"""Trusts the comparison of eigenvalues, which NaN passes."""
# caught by: refuses_shapes_that_do_not_fit
# nudge: What is NaN <= 0?

import numpy as np


def cup_minimum(A, b, c=0):
    A, b = np.asarray(A, dtype=float), np.asarray(b, dtype=float)
    if (
        A.ndim != 2
        or A.shape[0] != A.shape[1]
        or b.shape != A.shape[:1]
        or not np.isfinite(b).all()
    ):
        raise ValueError("the shapes do not fit")
    S = (A + A.T) / 2
    values = np.sort(np.linalg.eigvals(np.nan_to_num(S, posinf=1.0, neginf=1.0)).real)
    if values[0] <= 1e-12 * values[-1]:
        raise ValueError("not positive definite")
    x = -np.linalg.solve(S, b) / 2
    return x, x @ A @ x + b @ x + c
