"""Takes the eigenvalues of A itself."""
# caught by: gives_one_half_for_the_matrix_of_the_prompt, finds_the_maximum_of_matrices_that_are_not_symmetric
# nudge: What are the eigenvalues of [[0, 1], [0, 0]]?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    values, vectors = np.linalg.eig(A)
    best = np.argmax(values.real)
    x = vectors[:, best].real
    return values[best].real, x / np.linalg.norm(x)
