"""Returns c as a row of shape (1, n)."""
# caught by: gives_23_34_for_the_example, holds_x_for_matrices_of_every_shape, returns_a_vector_when_n_is_1
# nudge: How many axes has a vector?

import numpy as np


def checked_row_instead_of_vector(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_row_instead_of_vector(A, x)
    return x[None, :] @ A
