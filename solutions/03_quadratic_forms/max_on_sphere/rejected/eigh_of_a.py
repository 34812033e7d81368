"""Reads the lower triangle of A only, as eigh does."""
# caught by: gives_one_half_for_the_matrix_of_the_prompt, finds_the_maximum_of_matrices_that_are_not_symmetric
# nudge: Which entries does eigh look at?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh(A)
    return values[-1], vectors[:, -1]
