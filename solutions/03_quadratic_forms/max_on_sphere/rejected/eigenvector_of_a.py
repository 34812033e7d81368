"""Takes the right value, and an eigenvector of A itself."""
# caught by: gives_one_half_for_the_matrix_of_the_prompt, says_where_the_maximum_is_taken
# nudge: Put your x into x^T A x.

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not a square matrix")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    value = np.linalg.eigvalsh((A + A.T) / 2)[-1]
    values, vectors = np.linalg.eig(A)
    x = vectors[:, np.argmax(values.real)].real
    return value, x / np.linalg.norm(x)
