"""Scales x so that its largest entry is 1."""
# caught by: gives_3_for_a_symmetric_example, gives_one_half_for_the_matrix_of_the_prompt, says_where_the_maximum_is_taken
# nudge: How long is your x?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh((A + A.T) / 2)
    x = vectors[:, -1]
    return values[-1], x / np.abs(x).max()
