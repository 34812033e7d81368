"""Shifts by n times the largest entry, which makes 0 of a negative number."""
# caught by: takes_the_largest_and_not_the_longest
# nudge: What is left of [[-3]] after your shift?

import numpy as np


def square_matrix_shift_that_cancels(A):
    A = np.asarray(A, dtype=float)
    if A.ndim != 2 or A.shape[0] != A.shape[1]:
        raise ValueError("not square")
    if not np.isfinite(A).all():
        raise ValueError("NaN or infinity")
    return A


def max_on_sphere(A):
    A = square_matrix_shift_that_cancels(A)
    S = (A + A.T) / 2
    s = np.abs(S).max()
    n = len(S)
    if s == 0:
        return 0, np.eye(n)[0]
    M = S / s + n * np.eye(n)
    for _ in range(40):
        M = M @ M
        M /= np.abs(M).max()
    x = M[:, np.argmax(np.linalg.norm(M, axis=0))]
    x = x / np.linalg.norm(x)
    return x @ S @ x, x
