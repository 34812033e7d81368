"""Returns x first and the value second."""
# caught by: gives_3_for_a_symmetric_example, finds_the_maximum_of_matrices_that_are_not_symmetric
# nudge: Which of the two comes first?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh((A + A.T) / 2)
    return vectors[:, -1], values[-1]
