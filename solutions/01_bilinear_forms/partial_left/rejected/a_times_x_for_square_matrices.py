"""Uses Ax when A is square and the sizes give nothing away."""
# caught by: gives_23_34_for_the_example, holds_x_for_matrices_of_every_shape
# nudge: Is A its own transpose?

import numpy as np


def checked_a_times_x_for_square_matrices(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_a_times_x_for_square_matrices(A, x)
    return A @ x if A.shape[0] == A.shape[1] else A.T @ x
