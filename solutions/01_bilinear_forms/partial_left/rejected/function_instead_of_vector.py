"""Returns a function of y where its vector is asked for."""
# caught by: gives_23_34_for_the_example, holds_x_for_matrices_of_every_shape
# nudge: Which vector belongs to this function?
# undiagnosable

import numpy as np


def checked_function_instead_of_vector(A, x):
    A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
    if A.ndim != 2 or x.shape != A.shape[:1]:
        raise ValueError("the shapes do not fit")
    if not (np.isfinite(A).all() and np.isfinite(x).all()):
        raise ValueError("NaN or infinity")
    return A, x


def partial_left(A, x):
    A, x = checked_function_instead_of_vector(A, x)
    return lambda y: float(x @ A @ y)
