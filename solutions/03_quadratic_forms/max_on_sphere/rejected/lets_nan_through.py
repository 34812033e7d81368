"""Looks at the shape, but not for NaN or infinity."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What does eigh say to NaN?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    values, vectors = np.linalg.eigh((A + A.T) / 2)
    return values[-1], vectors[:, -1]
