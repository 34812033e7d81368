"""Leaves the shapes to eigh, which takes stacks and hands NaN on."""
# caught by: refuses_what_is_no_square_matrix
# nudge: What does eigh do with a stack of matrices?

import numpy as np


def max_on_sphere(A):
    A = np.asarray(A, dtype=float)
    S = (A + np.swapaxes(A, -1, -2)) / 2
    values, vectors = np.linalg.eigh(S)
    return values[..., -1], vectors[..., :, -1]
