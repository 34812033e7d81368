"""Returns the scaled rows of A and does not add them."""
# caught by: gives_23_34_for_the_example, holds_x_for_matrices_of_every_shape
# nudge: How many entries has c?

import numpy as np


def checked_scaled_rows_instead_of_their_sum(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_scaled_rows_instead_of_their_sum(A, x)
    return x[:, None] * A
