"""Takes the least eigenvalue, the first in ascending order."""
# caught by: gives_3_for_a_symmetric_example, gives_one_half_for_the_matrix_of_the_prompt, finds_the_maximum_of_matrices_that_are_not_symmetric
# nudge: In which order does eigh sort?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eigh((A + A.T) / 2)
    return values[0], vectors[:, 0]
