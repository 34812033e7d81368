"""Takes the largest singular value: the maximum over two vectors, not one."""
# caught by: gives_one_half_for_the_matrix_of_the_prompt, finds_the_maximum_of_matrices_that_are_not_symmetric, takes_the_largest_and_not_the_longest
# nudge: Can a singular value be negative?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    _, s, vt = np.linalg.svd(A)
    return s[0], vt[0]
