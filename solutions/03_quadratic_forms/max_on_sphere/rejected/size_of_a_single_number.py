"""Returns the size of the only entry when n is 1."""
# caught by: takes_the_largest_and_not_the_longest
# nudge: With one variable the unit sphere is {1, -1}. What is the form there when A is [[-3]]?

import numpy as np


def square_matrix_size_of_a_single_number(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not square")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return A


def max_on_sphere(A):
    A = square_matrix_size_of_a_single_number(A)
    if len(A) == 1:
        return abs(A[0, 0]), np.ones(1)
    w, V = np.linalg.eigh((A + A.T) / 2)
    return w[-1], V[:, -1]
